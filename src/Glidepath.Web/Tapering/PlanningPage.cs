using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Tapering;

/// <summary>How far the planner came: with nothing in it, the questions are shown.</summary>
/// <param name="NumberIn">The field of a daily dose above every label, which is asked back.</param>
public sealed record PlannerState(Drafted? Drafted = null, Refusal? Refusal = null, string? NumberIn = null);

/// <summary>A page that the planner stands on.</summary>
public abstract class PlanningPage : FormPage
{
    [Inject]
    private protected PlannerService Planner { get; set; } = null!;

    [Inject]
    private ProgramTime Time { get; set; } = null!;

    [Inject]
    private IOptionsSnapshot<CrisisNumbers> Numbers { get; set; } = null!;

    protected PlannerForm Form { get; set; } = PlannerForm.Empty;

    protected PlannerState State { get; set; } = new();

    /// <summary>The first day of a plan that names none.</summary>
    protected virtual DateOnly Today => Time.Today;

    /// <summary>The answer, or the questions where something is to mend or was asked for again.</summary>
    protected async Task<PlannerState> ReachAsync(string? asked)
    {
        if (asked is not ("plan" or "override" or "keep"))
            return new();
        var read = Form.Asked(Today, Errors);
        string? numberIn = null;
        Refusal? refusal = null;
        if (Form.OutOfRange is { } number && read?.Refusal is null or { Limit: BindingLimit.CheckNumber })
            AskNumber(number.Usual, number.Daily, numberIn = number.Field);
        else if (read is { } plain)
        {
            refusal = plain.Refusal;
            if (refusal is null)
            {
                var drafted = await Planner.DraftAsync(plain.Request, Form["choice"], Cancel);
                if (drafted.Plan is not null || drafted.Advice is not null)
                    return new(drafted);
                refusal = drafted.Refusal;
            }
        }
        else
            return new();
        if (asked is "override" && Form["reason"] is null)
            Errors.Add("reason", TaperingText.T["EnterYourReasonItStandsOnEveryPageOfThe"]);
        return numberIn is null ? new(Refusal: refusal) : new(NumberIn: numberIn);
    }

    /// <summary>A daily dose above every label may be a slip of the pen: asked back where it was written.</summary>
    private void AskNumber(UsualDose usual, Dose daily, string field) =>
        Errors.Add(
            field,
            TaperingText.T[
                "CheckThisNumberUsualDailyDosesOfAreAnd",
                usual.Drug.Name,
                usual.Usual.ToString("mg"),
                daily,
                Numbers.Value.Helpline
            ]
        );
}
