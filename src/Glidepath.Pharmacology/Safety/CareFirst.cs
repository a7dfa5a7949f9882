using Glidepath.Pharmacology.Drugs;
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
        Add(facts.SeizureHistory, "seizure", "A seizure in the past: withdrawal can bring one on. Decide the setting before any dose is changed.", Sources.Asam);
        Add(facts.SevereWithdrawal, "severe-withdrawal", "Severe withdrawal in the past: inpatient or medically managed care is considered first.", Sources.Asam);
        Add(facts.Pregnant, "pregnancy", "Pregnancy: obstetric and addiction specialists decide with the patient before any dose is changed.", Sources.Asam);
        Add(facts.Alcohol, "alcohol", "Alcohol: its own withdrawal can be life-threatening and looks the same. Assess it first.", Sources.Asam);
        Add(facts.AnyOpioid, "opioid", "An opioid: overdose risk now and when doses change. Naloxone first; the order of the two tapers is never automatic.", Sources.Asam);
        if (facts.Supply is Supply.NotPrescribed or Supply.Unknown)
            findings.Add(new Finding("care-first.supply", Severity.CareFirst, "The supply is not prescribed or not known: the real dose may differ. A clinician finds the lowest dose that controls withdrawal, then tapers from there.", Sources.AsamTables));
        return findings;

        void Add(Answer answer, string id, string message, Source source)
        {
            if (answer is Answer.Yes)
                findings.Add(new Finding($"care-first.{id}", Severity.CareFirst, message, source));
        }
    }

    /// <summary>The questions still open; null when all were asked.</summary>
    public static Finding? Unasked(PatientFacts facts) => Open(facts).ToList() is { Count: > 0 } open
        ? new Finding("care-first.unasked", Note, $"Not known yet, ask before any dose is changed: {string.Join(", ", open)}.", Sources.OwnRule, Confidence.Derived)
        : null;

    /// <summary>All that is said of a person before any schedule: care first, what is still to be asked, and the guidelines' own findings.</summary>
    public static IReadOnlyList<Finding> AllOf(FactCase person, RuleSet policy) =>
    [
        .. Reasons(person.Facts), .. Unasked(person.Facts) is { } unasked ? [unasked] : Array.Empty<Finding>(),
        .. FactRuleTable.Findings(person.Drug, person.DailyDose, person.Facts, policy),
    ];

    /// <summary>Why there is no plan at all for this person; null when there may be one.</summary>
    public static Finding? Excludes(PatientFacts facts)
    {
        if (facts.Age < 18)
            return new Finding("asam.adults-only", Severity.CareFirst, "Under 18: no plan is made. The guideline is for adults only; a paediatric specialist decides.", Sources.Asam);
        if (facts.EndOfLifeCare is Answer.Yes)
            return new Finding("asam.end-of-life", Severity.CareFirst, "End-of-life care: no plan is made. The guideline does not apply; comfort comes first.", Sources.Asam);
        return null;
    }

    private static IEnumerable<string> Open(PatientFacts facts)
    {
        if (facts.SeizureHistory is Answer.Unknown) yield return "past seizures";
        if (facts.SevereWithdrawal is Answer.Unknown) yield return "past severe withdrawal";
        if (facts.Pregnant is Answer.Unknown) yield return "pregnancy";
        if (facts.Alcohol is Answer.Unknown) yield return "alcohol";
        if (facts.AnyOpioid is Answer.Unknown) yield return "opioids";
        if (facts.Supply is Supply.NotAsked) yield return "where the supply comes from";
        if (facts.Age is null) yield return "age";
    }
}
