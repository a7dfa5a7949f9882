using System.Globalization;
using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Web.Tapering;

/// <summary>Figures of a plan as a person reads them.</summary>
internal static partial class PlanWords
{
    public static string Day(this DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string Percent(decimal percent) => SafeNumber.Percent(percent).Replace(" %", "%", StringComparison.Ordinal);

    public static string Weeks(int days) => days < 14 ? $"{days} days" : $"{SafeNumber.Write(Math.Round(days / 7m, 0))} weeks";

    public static string Steps(int steps) => steps == 1 ? "1 step" : $"{steps} steps";

    public static string Every(int days) => days % 7 == 0 ? days == 7 ? "1 week" : $"{days / 7} weeks" : $"{days} days";

    /// <summary><c>1 mg in the morning and 0.5 mg at bedtime</c>.</summary>
    public static string Spoken(this Regimen regimen)
    {
        var doses = regimen.Times.Select(t => $"{regimen[t]} {t.Phrase()}").ToList();
        return doses.Count == 1 ? doses[0] : $"{string.Join(", ", doses.Take(doses.Count - 1))} and {doses[^1]}";
    }

    /// <summary>A message of the engine without the command line's options, which mean nothing on a page.</summary>
    public static string OnPage(string message) => Option().Replace(message, "");

    /// <summary>The first sentence, and what follows it.</summary>
    public static (string First, string? Others) Parted(string message) =>
        OnPage(message).Split(". ", 2) is [var first, var rest] ? (first + ".", rest) : (OnPage(message), null);

    [GeneratedRegex(@"; --[a-z-]+( [a-z0-9]+)?| \(--[a-z-]+( [a-z0-9]+)?\)")]
    private static partial Regex Option();

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    /// <summary>A stock in a few words of ours; the engine's own name where we have none.</summary>
    public static string Name(TaperChoice choice) => choice.Id switch
    {
        "tablets" when choice.Name.StartsWith("capsules", StringComparison.Ordinal) => "Capsules or tablets only",
        "tablets" => "Tablets only",
        "odt" => "+ melting tablets (ODT)",
        "liquid" => "+ liquid from the maker",
        "compounded" => "+ liquid made by a pharmacy",
        "cross-over" => $"Switch to {choice.CrossOver!.To} first",
        _ => Capital(choice.Name),
    };

    public static string GoodToKnow(TaperChoice choice) => choice.Id switch
    {
        "tablets" => "Easy to fill. Largest steps.",
        "odt" => "Small steps with no liquid. Ask if your pharmacy can order them.",
        "liquid" => "Measured with an oral syringe.",
        "compounded" when choice.Result.Plan?.Stock.FirstOrDefault(p => p.IsCompounded)?.BeyondUseDays is { } days => $"A compounding pharmacy makes it. Keeps {days} days.",
        "compounded" => "A compounding pharmacy makes it.",
        "cross-over" => $"What you take now is about {choice.CrossOver!.TargetMg.ToString("mg")} of {choice.CrossOver.To} a day. Sources disagree, so only a prescriber can set it.",
        _ => "",
    };

    /// <summary>The products a plan uses.</summary>
    public static IReadOnlyList<Product> Handled(TaperPlan plan) => [.. plan.Steps.SelectMany(s => s.Products).Distinct().Order(Comparer<Product>.Create(Product.Compare))];

    /// <summary>Cuts above a quarter of the dose at that time, as the guideline's upper mark; from which dose on.</summary>
    public static string LargeCuts(TaperPlan plan)
    {
        var first = plan.Steps.Skip(1).FirstOrDefault(s => s.ReductionPercentOfCurrent > Paper.Tapering.ChartedDose.FlaggedAbovePercent);
        return first is null ? "none" : first.DailyDose.IsZero ? $"only the last one, {plan.Steps[first.Number - 1].DailyDose} to zero" : $"from {plan.Steps[first.Number - 1].DailyDose} a day down";
    }

    public static string Numbers(IReadOnlyList<int> steps) => steps.Count == 1
        ? $"step {steps[0]}"
        : steps[^1] - steps[0] == steps.Count - 1 ? $"steps {steps[0]} to {steps[^1]}" : $"steps {string.Join(", ", steps)}";
}
