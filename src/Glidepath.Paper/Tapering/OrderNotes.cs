using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>What an order sheet says beside its lines, in a clinician's words: no rule ids, no words of the command line.</summary>
internal static class OrderNotes
{
    /// <summary>What the planner itself says that the order needs beside its lines.</summary>
    private static readonly string[] OfThePlan = ["plan.scoring", "plan.unverified-product", "plan.concentrate", "plan.stays"];

    /// <summary>Under the lines of pieces.</summary>
    public static IEnumerable<string> OfPieces(TaperPlan plan)
    {
        var items = plan.Steps.SelectMany(s => s.Doses).SelectMany(d => d.Dose.Makeup).Where(m => !m.Product.IsLiquid).ToList();
        var kinds = items
            .Where(m => !decimal.IsInteger(m.Count))
            .Select(m => m.Product)
            .Distinct()
            .Select(p => $"{ProductNames.Short(p)}: scored, may be {(p.Scoring is Scoring.Quarters ? "halved and quartered" : "halved")}.");
        if (items.Any(m => m.Product.Form is ProductForm.OrallyDisintegratingTablet))
            kinds = kinds.Append("ODT: orally disintegrating tablet, not halved.");
        if (string.Join(' ', kinds) is { Length: > 0 } said)
            yield return said;
        yield return "Early fills: none before the date shown, unless the prescriber agrees. A hold repeats its line."
            + (plan.Fills.Any(f => f.Surplus > 0 && !f.Product.IsLiquid) ? " Quantities are whole pieces." : "");
    }

    /// <summary>Under the lines of a liquid.</summary>
    public const string OfLiquid =
        "Quantity: the doses, to the next whole mL; add for loss in the bottle. Another concentration changes every volume: call first.";

    /// <summary>How a liquid is made up, kept and measured.</summary>
    public static string Liquid(TaperPlan plan, Product liquid)
    {
        var syringes = plan
            .Steps.SelectMany(s => s.Doses)
            .SelectMany(d => d.Dose.Makeup)
            .Select(m => m.Syringe)
            .OfType<OralSyringe>()
            .DistinctBy(s => s.CapacityMl)
            .OrderBy(s => s.CapacityMl)
            .Select(s => Typography.Joined($"{SafeNumber.Write(s.CapacityMl)} mL ({SafeNumber.Write(s.MarkMl)} mL marks)"));
        var keeps = liquid.BeyondUseDays is { } days ? $" Beyond-use date {PaperWords.Days(days)} after it is made." : "";
        return $"{Letters.Capital(liquid.Drug.Name)} {Typography.Joined(liquid.StrengthText)} "
            + $"{liquid.FormText}.{keeps} Shake well. Dispense the oral syringe named on the line: {string.Join(" or ", syringes)}, no "
            + $"needle.";
    }

    public static IEnumerable<string> BeforeTheFirstFill(TaperPlan plan)
    {
        var facts = plan.Request.Facts;
        var opioid = facts.AnyOpioid switch
        {
            Answer.Yes => " Offer naloxone: an opioid is taken.",
            Answer.No => "",
            Answer.Unknown => " Ask about opioids; offer naloxone if one is taken.",
        };
        var medicines = facts.Medicines.Count > 0 ? $" Other medicine reported: {string.Join(", ", facts.Medicines)}." : "";
        yield return $"Check the state PDMP.{opioid}{medicines}";
        if (plan.Request.OnHand.Where(h => plan.Fills.Any(f => f.Product == h.Product && f.FromHand > 0)).ToList() is { Count: > 0 } home)
            yield return $"At home, as reported: "
                + $"{string.Join("; ", home.Select(h => $"{OrderTable.Amount(h.Count, h.Product)} × {ProductNames.Short(h.Product)}"))}. "
                + $"It is taken off the quantities: confirm it before the first fill.";
        if (plan.Fills.OrderBy(f => f.From).FirstOrDefault(f => f.Product.IsCompounded && f.ToDispense > 0) is { } first)
            yield return $"Ask the compounding pharmacy now about lead time and price for {first.From.Short()}.";
        yield return "The patient has the calendar and the call list. Check in about a week after each cut.";
        if (
            plan.Steps.Where(s => s.Number > 0 && s.Findings.Any(f => f.Severity is Severity.Breach)).Select(s => s.Number).ToList() is
            { Count: > 0 } beyond
        )
            yield return $"Exceeds the limit of {plan.Request.Policy.Name}: {(beyond.Count == 1 ? "step" : "steps")} "
                + $"{string.Join(", ", beyond)}, in bold.";
        if (plan.Steps.SelectMany(s => s.Products).Any(p => p.IsTold()))
            yield return $"{ProductNames.ToldMark} As told by the user, not in the catalog: check strength and scoring before "
                + $"dispensing.";
        foreach (
            var finding in plan.Findings.Where(f =>
                f.Severity is Severity.Finding && (!f.Rule.StartsWith("plan.", StringComparison.Ordinal) || OfThePlan.Contains(f.Rule))
            )
        )
            yield return $"Review: {Said(finding)}";
    }

    public static string Said(Finding finding) =>
        finding.Confidence is Confidence.Unverified ? $"{finding.Message} Source not confirmed." : finding.Message;
}
