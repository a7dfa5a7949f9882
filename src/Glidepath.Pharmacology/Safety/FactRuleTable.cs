using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.Severity;

namespace Glidepath.Pharmacology.Safety;

/// <summary>
/// What the guidelines say of this person. A fact that was not asked for triggers nothing here; <see cref="CareFirst"/> names it.
/// </summary>
public static partial class FactRuleTable
{
    /// <summary>All findings of one rule set and of the rules that hold under every policy, care first on top.</summary>
    public static IReadOnlyList<Finding> Findings(Benzodiazepine drug, Dose dailyDose, PatientFacts facts, RuleSet ruleSet)
    {
        var asked = new FactCase(drug, dailyDose, facts);
        Finding[] findings =
        [
            WithdrawalRisk.Of(asked).ToFinding(),
            .. All.Where(r => (r.RuleSetId is null || r.RuleSetId == ruleSet.Id) && r.Applies(asked)).Select(r => r.ToFinding()),
            .. OfMedicines(asked),
        ];
        return [.. findings.OrderByDescending(f => f.Severity is Severity.CareFirst)];
    }

    /// <summary>What is said of the other medicines, under every policy: a second sedative, interactions, and what no table knows.</summary>
    public static IEnumerable<Finding> OfMedicines(FactCase asked) => asked.Facts.Medicines.SelectMany(m => OfMedicine(asked, m.Trim()));

    public static IReadOnlyList<FactRule> All { get; } = [.. AsamRules(), .. OtherRules()];

    private static IEnumerable<Finding> OfMedicine(FactCase asked, string medicine)
    {
        var seconds = SecondSedative.Read(medicine).ToList();
        foreach (var second in seconds)
            yield return second.ToFinding(asked);
        var known = InteractionTable.For(asked.Drug, medicine).ToList();
        foreach (var interaction in known)
            yield return new Finding(
                interaction.Says(medicine, asked.Drug),
                interaction.Severity,
                interaction.Source,
                interaction.Confidence
            );
        if (InteractionTable.IsOneOf(medicine, InteractionTable.ActsLikeOpioid))
            yield return new Finding(
                Sentence.Of("interaction.acts-like-opioid", ("medicine", medicine)),
                Severity.Finding,
                Sources.OpioidLike,
                Secondary
            );
        if (
            seconds.Count > 0
            || known.Any(i => i.Kind is InteractionKind.Inducer or InteractionKind.Inhibitor)
            || InteractionTable.IsAFact(medicine)
        )
            yield break;
        if (
            InteractionTable.WithoutEffect.FirstOrDefault(n => n.Drug == asked.Drug && InteractionTable.IsOneOf(medicine, n.Medicines)) is
            { } none
        )
            yield return new Finding(
                Sentence.Of("interaction.none", ("medicine", medicine), ("drug", asked.Drug)),
                Note,
                none.Source,
                none.Confidence
            );
        else if (known.Count == 0)
            yield return new Finding(Sentence.Of("interaction.unknown", ("medicine", medicine)), Note, Sources.OwnRule, Derived);
    }

    private static decimal HighestDiazepamMg(FactCase asked) => SedativeTotal.Of(asked)?.High ?? 0;
}
