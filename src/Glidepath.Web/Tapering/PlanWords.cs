using System.Globalization;
using System.Text.RegularExpressions;
using Glidepath.Application.Shared;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering;

/// <summary>Figures of a plan as a person reads them.</summary>
internal static partial class PlanWords
{
    public static string WeekdayAndDay(this DateOnly day) => day.ToString("dddd, MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Percent(decimal percent) => SafeNumber.Percent(percent).Replace(" %", "%", StringComparison.Ordinal);

    public static string Weeks(int days) => days < 14 ? T.Count("Days", days) : T.Count("Weeks", (int)Math.Round(days / 7m, 0));

    public static string Steps(int steps) => T.Count("Steps", steps);

    public static string Every(int days) => days % 7 == 0 ? T.Count("Weeks", days / 7) : T.Count("Days", days);

    /// <summary><c>about 10% less every 2 weeks</c>.</summary>
    public static string Pace(decimal step, int days) =>
        days == 7 ? T["AboutLessEveryWeek", Percent(step)] : T["AboutLessEvery", Percent(step), Every(days)];

    public static string Pace(TaperPlan plan) => Pace(plan.Request.Pace.StepPercent, plan.Request.Pace.WholeWeeksDays);

    /// <summary>Days as a person says them: <c>3 weeks</c>, <c>6 years</c>.</summary>
    public static string HowLong(int days) =>
        days switch
        {
            < 14 => T.Count("Days", days),
            < 60 => T.Count("Weeks", days / 7),
            < 730 => T.Count("Months", days / 30),
            _ => T.Count("Years", days / 365),
        };

    /// <summary>The stop is not a step: <c>26 steps, then the stop</c>.</summary>
    public static string Counted(TaperPlan plan) =>
        plan.Last is null ? Steps(plan.StepsDown)
        : plan.StepsDown == 0 ? T["OneCutTheStop"]
        : T["StepsThenTheStop", Steps(plan.StepsDown)];

    /// <summary><c>Ten percent of a small dose</c>, where the number has a short word.</summary>
    public static string PercentInWords(decimal percent) =>
        percent switch
        {
            5 => T["FivePercent"],
            10 => T["TenPercent"],
            15 => T["FifteenPercent"],
            20 => T["TwentyPercent"],
            25 => T["AQuarterOfIt"],
            _ => Percent(percent),
        };

    /// <summary>Days from the first day to the last, a change of medicine before it counted.</summary>
    public static int Days(TaperPlan plan, CrossOver? change) =>
        plan.EndsOn.DayNumber - (change?.Stages[0].Start ?? plan.Steps[0].Start).DayNumber;

    /// <summary><c>1 mg in the morning and 0.5 mg at bedtime</c>.</summary>
    public static string Spoken(this Regimen regimen)
    {
        var doses = regimen.Times.Select(t => T[At(t), regimen[t], t.Clock()]).ToList();
        return doses.Count == 1 ? doses[0] : T["OneAndTheOther", string.Join(", ", doses.Take(doses.Count - 1)), doses[^1]];
    }

    private static string At(TimeOfDay time) =>
        !time.IsNamed ? "DoseAtTheTime"
        : time == TimeOfDay.Morning ? "DoseInTheMorning"
        : time == TimeOfDay.Midday ? "DoseAtMidday"
        : time == TimeOfDay.Evening ? "DoseInTheEvening"
        : "DoseAtBedtime";

    /// <summary>A message of the engine without the command line's options, and a percent as a page writes it.</summary>
    public static string OnPage(string message) => Option().Replace(message, "").Replace(" %", "%", StringComparison.Ordinal);

    /// <summary>
    /// How a dose is made, a liquid by its volume and the syringe for it: <c>one 0.5 mg tablet and 1.2 mL with a 3 mL oral syringe</c>.
    /// </summary>
    public static string MakeIt(MakeableDose dose)
    {
        var solids = dose.Makeup.Where(m => !m.Product.IsLiquid).ToList();
        var liquids = dose
            .Makeup.Where(m => m.Product.IsLiquid)
            .Select(m => T["VolumeWithSyringe", SafeNumber.Write(m.Count), SafeNumber.Write(m.Syringe!.CapacityMl)]);
        return (solids.Count > 0 ? [Sig.For(dose with { Makeup = solids }, toPerson: true).InWords()] : Array.Empty<string>())
            .Concat(liquids)
            .Aggregate((one, other) => T["OneAndTheOther", one, other]);
    }

    /// <summary>The first sentence, and what follows it.</summary>
    public static (string First, string? Others) Parted(string message) =>
        OnPage(message).Split(". ", 2) is [var first, var rest] ? (first + ".", rest) : (OnPage(message), null);

    [GeneratedRegex(@"; --[a-z-]+( [a-z0-9]+)?| \(--[a-z-]+( [a-z0-9]+)?\)")]
    private static partial Regex Option();

    /// <summary>How a finding looks and what stands before it, for the person whom it is about.</summary>
    public static (Sign Sign, string Lead) ToPerson(this Severity severity) =>
        severity switch
        {
            Severity.Note => (Sign.Know, T["LeadGoodToKnow"]),
            Severity.Finding => (Sign.Look, T["LeadAskYourPrescriber"]),
            Severity.Breach => (Sign.Look, T["ExceedsLimit"]),
            Severity.CareFirst => (Sign.Hold, T["LeadFirst"]),
        };

    /// <summary>A way down in a few words of ours.</summary>
    public static string Name(TaperChoice choice) =>
        choice.Id switch
        {
            "usual" when UsesLiquid(choice) => T["WayWithALiquid"],
            "usual" => T["OnlyTablets"],
            "no-liquid" => T["ICantGetALiquid"],
            "tablets" => T["PlainTabletsOnly"],
            "cross-over" => T["SwitchTo", choice.CrossOver!.To],
            _ => T["AsYouAsked"],
        };

    public static bool UsesLiquid(TaperChoice choice) =>
        choice.Result.Plan is { } plan && plan.Steps.Any(s => s.Phase is TaperPhase.Liquid);

    /// <summary>What stands in the hand of a phase, as its heading.</summary>
    public static string Hands(IReadOnlyList<TaperStep> steps)
    {
        var products = steps.SelectMany(s => s.Products).Distinct().ToList();
        if (steps.Any(s => s.Phase is TaperPhase.Liquid))
            return products.Exists(p => !p.IsLiquid) ? T["ALiquidMeasuredWithASyringeBesideTablets"] : T["ALiquidMeasuredWithASyringe"];
        var kinds = new[]
        {
            products.Exists(p => p.Form is ProductForm.Tablet or ProductForm.SublingualTablet or ProductForm.ExtendedReleaseTablet)
                ? T["TabletsWord"]
                : null,
            products.Exists(p => p.Form is ProductForm.Capsule or ProductForm.ExtendedReleaseCapsule) ? T["CapsulesWord"] : null,
            products.Exists(p => p.Form is ProductForm.OrallyDisintegratingTablet) ? T["MeltingTablets"] : null,
        };
        return Letters.Capital(kinds.OfType<string>().Aggregate((one, other) => T["OneAndTheOther", one, other]));
    }

    /// <summary><c>weeks 1 to 19</c> of the plan.</summary>
    public static string WeeksOf(TaperPlan plan, IReadOnlyList<TaperStep> steps)
    {
        var (first, last) = (Week(steps[0].Start), steps[^1].End is { } end ? Week(end) : Week(steps[^1].Start));
        return first == last ? T["WeekNumber", first] : T["WeeksFromTo", first, last];

        int Week(DateOnly day) => (day.DayNumber - plan.Steps[0].Start.DayNumber) / 7 + 1;
    }

    public static string Numbers(IReadOnlyList<int> steps) =>
        steps.Count == 1 ? T["StepNumber", steps[0]]
        : steps[^1] - steps[0] == steps.Count - 1 ? T["StepsFromTo", steps[0], steps[^1]]
        : T["StepsInAList", string.Join(", ", steps)];

    /// <summary><c>7.4 to 10%</c>.</summary>
    public static string Span(IEnumerable<decimal> percents)
    {
        var all = percents.ToList();
        var (low, high) = (Percent(all.Min()), Percent(all.Max()));
        return low == high ? low : T["FromTo", low[..^1], high];
    }
}
