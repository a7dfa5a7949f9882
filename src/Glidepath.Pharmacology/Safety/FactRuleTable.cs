using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.Severity;

namespace Glidepath.Pharmacology.Safety;

/// <summary>What the guidelines say of this person. A fact that was not asked for triggers nothing here; <see cref="CareFirst"/> names it.</summary>
public static partial class FactRuleTable
{
    /// <summary>All findings of one rule set and of the rules that hold under every policy.</summary>
    public static IReadOnlyList<Finding> Findings(Benzodiazepine drug, Dose dailyDose, PatientFacts facts, RuleSet ruleSet)
    {
        var asked = new FactCase(drug, dailyDose, facts);
        return
        [
            WithdrawalRisk.Of(drug, dailyDose, facts.DurationDays, facts.DaysPerWeek).ToFinding(),
            .. All.Where(r => (r.RuleSetId is null || r.RuleSetId == ruleSet.Id) && r.Applies(asked)).Select(r => r.ToFinding()),
            .. Interactions(asked),
        ];
    }

    public static IReadOnlyList<FactRule> All { get; } = [.. AsamRules(), .. OtherRules()];

    private static IEnumerable<Finding> Interactions(FactCase asked)
    {
        foreach (var medicine in asked.Facts.Medicines)
        {
            var known = InteractionTable.All
                .Where(i => i.Concerns(asked.Drug) && i.Medicines.Any(m => InteractionTable.Names(medicine, m))).ToList();
            foreach (var interaction in known)
                yield return new Finding($"interaction.{interaction.Kind.ToString().ToLowerInvariant()}", Severity.Finding, Text(medicine.Trim(), asked.Drug, interaction), interaction.Source, interaction.Confidence);
            if (known.Count > 0 || InteractionTable.Opioids.Any(m => InteractionTable.Names(medicine, m)))
                continue;
            yield return asked.Drug == BenzodiazepineTable.Clonazepam && InteractionTable.NoEffectOnClonazepam.Any(m => InteractionTable.Names(medicine, m))
                ? new Finding("interaction.none", Note, $"{medicine.Trim()}: no effect on the level of clonazepam is described.", Sources.SwissLabel, Secondary)
                : new Finding("interaction.unknown", Note, $"{medicine.Trim()}: not in the interaction table. Not listed is not safe: check it.", Sources.OwnRule, Derived);
        }
    }

    private static string Text(string medicine, Benzodiazepine drug, Interaction interaction)
    {
        var size = interaction.Effect.Length > 0 ? $" ({interaction.Effect})" : "";
        return interaction.Kind switch
        {
            InteractionKind.Inducer => $"{medicine} lowers the level of {drug}{size}. Starting it is a hidden dose cut, stopping it a hidden rise: hold the taper around either.",
            InteractionKind.Inhibitor => $"{medicine} raises the level of {drug}{size}. Starting it is a hidden rise, stopping it a hidden dose cut: hold the taper around either.",
            InteractionKind.SeizureThreshold => $"{medicine} lowers the seizure threshold{size}.",
            InteractionKind.Sedative => $"{medicine} adds to sedation{size}.",
        };
    }

    private static decimal HighestDiazepamMg(FactCase asked) => DiazepamEquivalent.Of(asked.Drug, asked.DailyDose)?.DiazepamMg.High ?? 0;
}
