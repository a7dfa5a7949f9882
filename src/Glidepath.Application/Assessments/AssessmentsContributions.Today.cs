using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Assessments;

internal static partial class AssessmentsContributions
{
    private static readonly RecordPart<SafetyStep> OpenSteps = RecordPart.Of<SafetyStep>(s => s.State != SafetyState.Closed);

    private static readonly RecordPart<IntakeSection> Alcohol = RecordPart.Of<IntakeSection>(
        s => s.Part == IntakePart.Alcohol,
        IntakeService.Holds
    );

    private static readonly TodayRows Red = new(TodayPart.Now, [OpenSteps, SafetyService.Watched], NeedsSomeone) { Urgent = OpenSteps };

    private static readonly TodayRows Worse = new(
        TodayPart.Decide,
        [SafetyService.Watched],
        person =>
            States(person, [])
                .Where(s => s is { Concern: SafetyConcern.WorseScore, Open: [_, ..] })
                .Select(s => new WorkRow(
                    Sign.Look,
                    person.Head,
                    SafetyFirst.Title(s),
                    T["WorseBecause", SafetyFirst.Source(s.Leads!, person.Now), Worsening.Points],
                    "Review",
                    $"/patients/{person.Head.Id}/safety",
                    s.Open.Min(w => w.SaidAt)
                ))
    )
    {
        Urgent = SafetyService.Watched,
    };

    /// <summary>What could not be asked stays due until it is asked.</summary>
    private static readonly DueRows NotAsked = new(
        [SafetyService.Watched],
        person =>
            States(person, [])
                .Where(s => s.NotAble is not null)
                .Select(s =>
                {
                    var since = person.Now.DayOf(s.NotAble!.RecordedAt);
                    return new DueItem(
                        null,
                        SafetyConcerns.Row(s.Concern).Title,
                        since,
                        person.Today.DayNumber - since.DayNumber,
                        "safety question, not asked yet",
                        $"/patients/{person.Head.Id}/intake"
                    );
                })
    );

    /// <summary>One row a person: the most alarming answer leads, the others stand after it.</summary>
    private static IEnumerable<WorkRow> NeedsSomeone(PersonInView person)
    {
        var steps = person.Entries.Of(OpenSteps).OrderByDescending(s => s.NeedsAction).ThenBy(s => s.OpenedAt).ToList();
        var open = States(person, steps)
            .Where(s => s.IsOpen && SafetyConcerns.Row(s.Concern).IsRed)
            .OrderByDescending(s => s.WaitsForStep)
            .ThenByDescending(s => s.Leads!.Told.Grade)
            .ThenByDescending(s => s.Leads!.SaidAt)
            .ToList();
        if (open is not [var first, .. var others])
            yield break;
        var step = steps.FirstOrDefault();
        string?[] evidence =
        [
            T["FromWord", SafetyFirst.Source(first.Leads!, person.Now)],
            step is null ? null
            : step.NeedsAction ? Terms.Of("The safety step is open and nobody has acted.")
            : Terms.Of("The safety step waits to be closed."),
            step is null ? null : T["OpenedStep", person.Now.Zone.Moment(step.OpenedAt), Terms.Of(step.State.Words())],
            others.Count == 0 ? null : T["AlsoWord", string.Join("; ", others.Select(SafetyFirst.Title))],
        ];
        yield return new WorkRow(
            Sign.Call,
            person.Head,
            SafetyFirst.Title(first),
            string.Join(" ", evidence.OfType<string>()),
            step is null ? "Review" : "Open safety step",
            step is null ? $"/patients/{person.Head.Id}/safety" : $"/patients/{step.PatientId}/now/{step.Id}",
            step?.OpenedAt ?? open.Min(s => s.Leads!.SaidAt)
        );
    }

    private static IReadOnlyList<ConcernState> States(PersonInView person, IEnumerable<SafetyStep> steps) =>
        SafetyFirst.States(person.Entries.Of(SafetyService.Watched), [], steps, person.Entries.Merged);

    /// <summary>What the schedule of the phase asks for.</summary>
    private static readonly DueRows Scheduled = new([IntakeContributions.Done, Alcohol], Due);

    private static IEnumerable<DueItem> Due(PersonInView person) =>
        person is { Head: { Phase: { } phase, PhaseSince: { } since }, Entries: var entries } && entries.IsOpen(IntakeContributions.Done)
            ? DueList
                .Of(phase, since, entries.Of(IntakeContributions.Done), [], Known(person), person.Today)
                .Select(d => new DueItem(
                    d.InstrumentId,
                    InstrumentTable.Find(d.InstrumentId)?.Title ?? d.InstrumentId,
                    d.DueOn,
                    d.DaysOverdue,
                    d.Why.InWords(),
                    $"/patients/{person.Head.Id}/assessments"
                ))
            : [];

    /// <summary>What brings in an instrument. Unknown brings in none.</summary>
    private static HashSet<DueWhen> Known(PersonInView person) =>
        person.Intakes(Alcohol).Any(i => i.Facts.Is("alcohol.any") is Answer.Yes) ? [DueWhen.DrinksAlcohol] : [];
}
