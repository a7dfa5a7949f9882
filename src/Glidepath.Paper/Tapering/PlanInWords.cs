using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>A plan said to the person whom it is about.</summary>
internal static class PlanInWords
{
    private const int MostNamed = 4;

    /// <summary><c>Mon, Jan 18</c>.</summary>
    public static string Weekday(this DateOnly day) => Typography.Joined(day.ToString("ddd, MMM d", CultureInfo.InvariantCulture));

    /// <summary><c>Jan 18</c>.</summary>
    public static string Day(this DateOnly day) => Typography.Joined(day.ToString("MMM d", CultureInfo.InvariantCulture));

    /// <summary><c>half of a 0.5 mg tablet and one 0.125 mg melting tablet</c>; <c>0.22 mg, in a 3 mL oral syringe</c>.</summary>
    public static string Make(MakeableDose dose)
    {
        var pieces = new MakeableDose(dose.Dose, [.. dose.Makeup.Where(m => !m.Product.IsLiquid)], dose.SplitPieces, dose.Pieces);
        var words = Sig.For(pieces, toPerson: true).InWords();
        foreach (var item in dose.Makeup.Where(m => m.Product.IsLiquid))
        {
            var syringe = item.Syringe!;
            var mg = new Dose(item.Count * item.Product.Strength);
            var fillings = syringe.Fillings(item.Count) is > 1 and var times ? $", filled {times} times" : "";
            words +=
                $"{(words.Length > 0 ? $" and {SafeNumber.Write(item.Count)} mL of liquid: " : "")}{mg}, in a {syringe.Name}{fillings}";
        }
        return words;
    }

    /// <summary>What each time of day goes to: <c>Morning 0.5 to 0.375 mg. Bedtime stays 0.5 mg.</c></summary>
    public static string Change(TaperPlan plan, TaperStep step)
    {
        var before = plan.Steps[step.Number - 1];
        if (step.Doses.Count == 0)
            return $"Stop. {before.DailyDose} a day to none.";
        var liquid = step.IsLiquid() && !before.IsLiquid() ? " The liquid starts." : "";
        if (before.Regimen.Equals(step.Regimen))
            return $"The same dose, made in a new way.{liquid}";
        return string.Join(
                ' ',
                plan.Times()
                    .Where(t => !before.Regimen[t].IsZero || !step.Regimen[t].IsZero)
                    .Select(t => Time(t, before.Regimen[t], step.Regimen[t]))
            ) + liquid;
    }

    /// <summary>
    /// Where the products end above zero: <c>Stay on this dose, or choose with your prescriber: a liquid, or a change to diazepam.</c>
    /// </summary>
    public static string WaysOn(TaperPlan plan)
    {
        var ways = Pharmacology.Tapering.WaysOn.Of(plan).Select(way => way is WayOn.Liquid ? "a liquid" : "a change to diazepam").ToList();
        return ways.Count == 0
            ? "Stay on this dose. Ask your prescriber what else there is."
            : $"Stay on this dose, or choose with your prescriber: {string.Join(", or ", ways)}.";
    }

    private static string Time(TimeOfDay time, Dose before, Dose after)
    {
        var word = Letters.Capital(time.Name());
        return before == after ? $"{word} stays {after}."
            : after.IsZero ? $"{word} {before} to none."
            : before.IsZero ? $"{word} none to {after}."
            : $"{word} {SafeNumber.Write(before.Milligrams)} to {after}.";
    }

    /// <summary>
    /// What the person can use of the findings, in their words; the rest speaks to clinicians and stands on the order sheet. "Ask" is for
    /// the prescriber.
    /// </summary>
    public static IReadOnlyList<(bool Ask, string Text)> Findings(TaperPlan plan)
    {
        var said = new List<(bool, string)>();
        if (
            plan.Steps.Where(s => !s.DailyDose.IsZero && s.Findings.Any(f => f.Severity is Severity.Breach)).ToList() is
            { Count: > 0 } large
        )
            said.Add(
                (
                    true,
                    $"These cuts are larger than the guideline's limit: "
                        + $"{string.Join("; ", large.Take(MostNamed).Select(s => $"step {s.Number}, {s.Cut()}"))}{(large.Count > MostNamed ? $"; and {large.Count - MostNamed} more" : "")}. "
                        + $"What would make them smaller?"
                )
            );
        var all = plan.Findings.Concat(plan.Steps.SelectMany(s => s.Findings)).Select(f => f.Rule).ToHashSet(StringComparer.Ordinal);
        foreach (var (rule, ask, text) in Rules)
            if (all.Contains(rule))
                said.Add((ask, text));
        if (plan.Findings.Any(f => f is { Rule: "asam.withdrawal-risk", Severity: Severity.Finding }))
            said.Add((false, "Stopping too fast can make you sick."));
        return said;
    }

    private static readonly (string Rule, bool Ask, string Text)[] Rules =
    [
        ("asam.behavioural", false, "Talk therapy helps with sleep and worry. Ask about CBT or CBT-I."),
        ("plan.scoring", true, "Not every maker's tablet has a line. Which of mine may I split?"),
        ("plan.unverified-product", true, "One product here was not checked against a label. Can my pharmacy get it?"),
        ("plan.concentrate", true, "This liquid is very strong. Can we go through mg and mL together?"),
        ("plan.long", true, "This plan takes years. Is there a better way for me?"),
        ("asam.naloxone", true, "I take an opioid too. Can I have naloxone at home?"),
        ("asam.keep-opioid-treatment", false, "Keep taking your opioid treatment. Going down on this medicine is no reason to stop it."),
    ];
}
