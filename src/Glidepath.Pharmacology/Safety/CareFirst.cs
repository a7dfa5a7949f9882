using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Safety.Severity;

namespace Glidepath.Pharmacology.Safety;

/// <summary>What stands before any plan: facts that call for care to be arranged first, and the ones nobody asked for.</summary>
public static class CareFirst
{
    /// <summary>Facts that call for care first; empty where there is none.</summary>
    public static IReadOnlyList<Finding> Reasons(PatientFacts facts)
    {
        var findings = new List<Finding>();
        if (Excludes(facts) is { } excluded)
            findings.Add(excluded);
        Add(facts.SuicidalThoughts, "care-first.suicide", Sources.Asam);
        Add(facts.SeizureHistory, "care-first.seizure", Sources.Asam);
        Add(facts.SevereWithdrawal, "care-first.severe-withdrawal", Sources.Asam);
        Add(facts.Pregnant, "care-first.pregnancy", Sources.Asam);
        Add(facts.AnyAlcohol, "care-first.alcohol", Sources.Asam);
        Add(facts.AnyOpioid, "care-first.opioid", Sources.Asam);
        foreach (var written in facts.Unregulated)
            findings.Add(
                new Finding(
                    Sentence.Of("care-first.unregulated", ("taken", written.Trim())),
                    Severity.CareFirst,
                    Sources.DesignerDrugs,
                    Confidence.Secondary
                )
            );
        if (facts.Unregulated.Count > 0 && Counterfeit(facts) is { } counterfeit)
            findings.Add(counterfeit);
        if (facts.Supply is Supply.NotPrescribed or Supply.Unknown)
            findings.Add(new Finding("care-first.supply", Severity.CareFirst, Sources.AsamTables));
        if (NeedsSpecialist(facts) is { } specialist)
            findings.Add(specialist);
        return findings;

        void Add(Answer answer, string id, Source source)
        {
            if (answer is Answer.Yes)
                findings.Add(new Finding(id, Severity.CareFirst, source));
        }
    }

    /// <summary>
    /// What CDC reports of pills sold as alprazolam that held bromazolam; null where the supply is prescribed and nothing unregulated is
    /// taken.
    /// </summary>
    public static Finding? Counterfeit(PatientFacts facts) =>
        facts.Supply is Supply.NotPrescribed or Supply.Unknown || facts.Unregulated.Count > 0
            ? new Finding("care-first.counterfeit", Severity.CareFirst, Sources.Bromazolam)
            : null;

    /// <summary>The questions still open; null when all were asked.</summary>
    public static Finding? Unasked(PatientFacts facts) =>
        Open(facts).ToList() is { Count: > 0 } open
            ? new Finding(
                Sentence.Of("care-first.unasked", ("questions", new SentenceList("list.comma", open))),
                Note,
                Sources.OwnRule,
                Confidence.Derived
            )
            : null;

    /// <summary>
    /// All that is said of a person before any schedule: care first, what is still to be asked, and the guidelines' own findings.
    /// </summary>
    public static IReadOnlyList<Finding> AllOf(FactCase person, RuleSet policy)
    {
        Finding[] findings =
        [
            .. Reasons(person.Facts),
            .. Unasked(person.Facts) is { } unasked ? [unasked] : Array.Empty<Finding>(),
            .. FactRuleTable.Findings(person.Drug, person.DailyDose, person.Facts, policy),
        ];
        return [.. findings.OrderByDescending(f => f.Severity is Severity.CareFirst)];
    }

    /// <summary>Why there is no plan at all for this person; null when there may be one.</summary>
    public static Finding? Excludes(PatientFacts facts)
    {
        if (facts.Age < 18)
            return new Finding("asam.adults-only", Severity.CareFirst, Sources.Asam);
        if (facts.EndOfLifeCare is Answer.Yes)
            return new Finding("asam.end-of-life", Severity.CareFirst, Sources.Asam);
        return null;
    }

    /// <summary>Why a plan to zero needs the specialist who treats the condition; null where it does not.</summary>
    public static Finding? NeedsSpecialist(PatientFacts facts) =>
        facts.SpecialistIndication
            ? new Finding(
                Sentence.Of("care-first.specialist", ("condition", facts.Indication.Words())),
                Severity.CareFirst,
                facts.Indication is Indication.Catatonia ? Sources.OwnRule : Sources.AsamTables,
                facts.Indication is Indication.Catatonia ? Confidence.Derived : Confidence.Primary
            )
            : null;

    /// <summary>
    /// Why no dated schedule is given without a prescriber: the supply is not prescribed or not known, an unregulated benzodiazepine or
    /// phenibut is taken, or an opioid and alcohol together. Null where there may be one.
    /// </summary>
    public static Finding? NoDatedSchedule(PatientFacts facts)
    {
        if (facts.Supply is Supply.NotPrescribed or Supply.Unknown)
            return Instead("care-first.no-dated-schedule.supply", Sources.AsamTables, Confidence.Primary);
        if (facts.Unregulated.Count > 0)
            return Instead(
                Sentence.Of(
                    "care-first.no-dated-schedule.unregulated",
                    ("taken", new SentenceList("list.and", [.. facts.Unregulated.Select(m => m.Trim())]))
                ),
                Sources.DesignerDrugs,
                Confidence.Secondary
            );
        return facts is { AnyOpioid: Answer.Yes, AnyAlcohol: Answer.Yes }
            ? Instead("care-first.no-dated-schedule.opioid-alcohol", Sources.OwnRule, Confidence.Derived)
            : null;

        static Finding Instead(Sentence why, Source source, Confidence confidence) =>
            new(Sentence.Of("care-first.no-dated-schedule", ("why", why)), Severity.CareFirst, source, confidence);
    }

    private static IEnumerable<Sentence> Open(PatientFacts facts)
    {
        if (facts.SeizureHistory is Answer.Unknown)
            yield return "care-first.unasked.seizures";
        if (facts.SevereWithdrawal is Answer.Unknown)
            yield return "care-first.unasked.severe-withdrawal";
        if (facts.Pregnant is Answer.Unknown)
            yield return "care-first.unasked.pregnancy";
        if (facts.AnyAlcohol is Answer.Unknown)
            yield return "care-first.unasked.alcohol";
        if (facts.AnyOpioid is Answer.Unknown)
            yield return "care-first.unasked.opioids";
        if (facts.SuicidalThoughts is Answer.Unknown)
            yield return "care-first.unasked.suicide";
        if (facts.Indication is Indication.NotAsked)
            yield return "care-first.unasked.indication";
        if (facts.Supply is Supply.NotAsked)
            yield return "care-first.unasked.supply";
        if (facts.Age is null)
            yield return "care-first.unasked.age";
    }
}
