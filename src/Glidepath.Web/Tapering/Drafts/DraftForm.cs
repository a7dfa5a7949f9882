using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Shared;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering.Drafts;

/// <summary>The planner's form and the record of a person: what is filled in, what is kept, and the plan of what was kept.</summary>
internal static class DraftForm
{
    public static PlannerForm Of(IEnumerable<FilledIn> known) =>
        PlannerForm.Of(known.Where(k => k.Value is not null).Select(k => KeyValuePair.Create(k.Name, k.Value!)));

    /// <summary>
    /// The answers of a draft, to plan once more: from today, and with every yes that the record has by now. A no of then is not held
    /// against
    /// a yes of now.
    /// </summary>
    public static PlannerForm Again(IReadOnlyDictionary<string, string> answers, IEnumerable<FilledIn> known)
    {
        var form = new Dictionary<string, string>(answers);
        form.Remove("start");
        foreach (var yes in known.Where(k => k.Value is "yes"))
            form[yes.Name] = "yes";
        return PlannerForm.Of(form);
    }

    /// <summary>Where each answer came from; of one that was changed since, that it was.</summary>
    public static FieldNotes Notes(IEnumerable<FilledIn> known, PlannerForm form) =>
        new(
            known
                .Where(k => k.From.Length > 0)
                .Select(k =>
                    (
                        k.Name,
                        Said: form[k.Name] == k.Value ? k.From
                        : k.Value is null or KnownOfPerson.NotSure ? null
                        : T["ChangedHere", k.From]
                    )
                )
                .Where(n => n.Said is not null)
                .ToDictionary(n => n.Name, n => n.Said!)
        );

    /// <summary>What is kept: the answers, with the day that the plan began on, so that it is the same plan on every later day.</summary>
    public static IReadOnlyDictionary<string, string> Kept(PlannerForm form, TaperRequest request) =>
        new Dictionary<string, string>(form.Answers) { ["start"] = ((DateOnly?)request.Start).Iso()! };

    /// <summary>The plan that a form asks for; null where it gets advice that has none, or a refusal.</summary>
    public static TaperPlan? PlanOf(Drafted? drafted, PlannerForm form) => drafted?.Plan ?? ShortUseView.Taper(drafted?.Advice, form);

    /// <summary>Plans a kept draft again, for what the record does not hold: chart, pieces, quantities.</summary>
    /// <returns>Null where the planner would answer otherwise today than on the day it was kept.</returns>
    public static async Task<Drafted?> AgainAsync(
        this PlannerService planner,
        TaperDraft draft,
        TimeZoneInfo zone,
        CancellationToken cancellationToken
    )
    {
        var form = PlannerForm.Of(draft.Answers);
        var recorded = LocalDay.Of(draft.RecordedAt, zone);
        if (form.Asked(recorded, new FieldErrors()) is not { Refusal: null } asked)
            return null;
        var drafted = await planner.DraftAsync(asked.Request, form["choice"], cancellationToken);
        return PlanOf(drafted, form) is { } plan && draft.Plan.HasStepsOf(DraftedTaper.Of(plan, CourseWords.Kept.OfStep)) ? drafted : null;
    }
}
