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
        Add(
            facts.SuicidalThoughts,
            "suicide",
            "Thoughts of suicide: call or text 988 now, or 911 if there is a plan or the means at hand. Do not leave the person alone.",
            Sources.Asam
        );
        Add(
            facts.SeizureHistory,
            "seizure",
            "A seizure in the past: withdrawal can bring one on. Decide where the taper takes place before any dose is changed.",
            Sources.Asam
        );
        Add(
            facts.SevereWithdrawal,
            "severe-withdrawal",
            "Severe withdrawal in the past: inpatient or medically managed care is considered first.",
            Sources.Asam
        );
        Add(
            facts.Pregnant,
            "pregnancy",
            "Pregnancy: obstetric and addiction specialists decide with the patient before any dose is changed.",
            Sources.Asam
        );
        Add(
            facts.AnyAlcohol,
            "alcohol",
            "Alcohol: its own withdrawal can be life-threatening and looks the same. Assess it first.",
            Sources.Asam
        );
        Add(
            facts.AnyOpioid,
            "opioid",
            "An opioid: overdose risk now and when doses change. Naloxone first; the order of the two tapers is never automatic.",
            Sources.Asam
        );
        foreach (var written in facts.Unregulated)
            findings.Add(
                new Finding(
                    "care-first.unregulated",
                    Severity.CareFirst,
                    $"{written.Trim()}: its strength is not known and it has its own withdrawal, which can bring seizures or "
                        + $"confusion. Inpatient care is considered first.",
                    Sources.DesignerDrugs,
                    Confidence.Secondary
                )
            );
        if (facts.Unregulated.Count > 0 && Counterfeit(facts) is { } counterfeit)
            findings.Add(counterfeit);
        if (facts.Supply is Supply.NotPrescribed or Supply.Unknown)
            findings.Add(
                new Finding(
                    "care-first.supply",
                    Severity.CareFirst,
                    "The supply is not prescribed or not known: the real dose may differ. A clinician finds the lowest dose that "
                        + "controls withdrawal, then tapers from there.",
                    Sources.AsamTables
                )
            );
        if (NeedsSpecialist(facts) is { } specialist)
            findings.Add(specialist);
        return findings;

        void Add(Answer answer, string id, string message, Source source)
        {
            if (answer is Answer.Yes)
                findings.Add(new Finding($"care-first.{id}", Severity.CareFirst, message, source));
        }
    }

    /// <summary>
    /// What CDC reports of pills sold as alprazolam that held bromazolam; null where the supply is prescribed and nothing unregulated is
    /// taken.
    /// </summary>
    public static Finding? Counterfeit(PatientFacts facts) =>
        facts.Supply is Supply.NotPrescribed or Supply.Unknown || facts.Unregulated.Count > 0
            ? new Finding(
                "care-first.counterfeit",
                Severity.CareFirst,
                "Pills sold as alprazolam may hold bromazolam, a designer benzodiazepine never approved as a medicine. CDC reports "
                    + "seizures, fever and heart-muscle injury in three young adults who took such pills.",
                Sources.Bromazolam
            )
            : null;

    /// <summary>The questions still open; null when all were asked.</summary>
    public static Finding? Unasked(PatientFacts facts) =>
        Open(facts).ToList() is { Count: > 0 } open
            ? new Finding(
                "care-first.unasked",
                Note,
                $"Not known yet, ask before any dose is changed: {string.Join(", ", open)}.",
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
            return new Finding(
                "asam.adults-only",
                Severity.CareFirst,
                "Under 18: no plan is made. The guideline is for adults only; a pediatric specialist decides.",
                Sources.Asam
            );
        if (facts.EndOfLifeCare is Answer.Yes)
            return new Finding(
                "asam.end-of-life",
                Severity.CareFirst,
                "End-of-life care: no plan is made. The guideline does not apply; comfort comes first.",
                Sources.Asam
            );
        return null;
    }

    /// <summary>Why a plan to zero needs the specialist who treats the condition; null where it does not.</summary>
    public static Finding? NeedsSpecialist(PatientFacts facts) =>
        facts.SpecialistIndication
            ? new Finding(
                "care-first.specialist",
                Severity.CareFirst,
                $"Taken for {facts.Indication.Text()}: this may be a long-term treatment, and stopping can bring the condition "
                    + $"back. It needs the specialist who treats it.",
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
            return Instead(
                "When the pills are not prescribed, or nobody knows what is in them, the real dose is not known.",
                Sources.AsamTables,
                Confidence.Primary
            );
        if (facts.Unregulated.Count > 0)
            return Instead(
                $"{string.Join(" and ", facts.Unregulated.Select(m => m.Trim()))}: the real dose is not known.",
                Sources.DesignerDrugs,
                Confidence.Secondary
            );
        return facts is { AnyOpioid: Answer.Yes, AnyAlcohol: Answer.Yes }
            ? Instead("An opioid and alcohol together with this medicine can stop breathing.", Sources.OwnRule, Confidence.Derived)
            : null;

        static Finding Instead(string why, Source source, Confidence confidence) =>
            new(
                "care-first.no-dated-schedule",
                Severity.CareFirst,
                $"{why} Call a place with medical withdrawal care: they find a safe dose with you first. Do not stop suddenly.",
                source,
                confidence
            );
    }

    private static IEnumerable<string> Open(PatientFacts facts)
    {
        if (facts.SeizureHistory is Answer.Unknown)
            yield return "past seizures";
        if (facts.SevereWithdrawal is Answer.Unknown)
            yield return "past severe withdrawal";
        if (facts.Pregnant is Answer.Unknown)
            yield return "pregnancy";
        if (facts.AnyAlcohol is Answer.Unknown)
            yield return "alcohol";
        if (facts.AnyOpioid is Answer.Unknown)
            yield return "opioids";
        if (facts.SuicidalThoughts is Answer.Unknown)
            yield return "thoughts of suicide";
        if (facts.Indication is Indication.NotAsked)
            yield return "what it is taken for";
        if (facts.Supply is Supply.NotAsked)
            yield return "where the supply comes from";
        if (facts.Age is null)
            yield return "age";
    }
}
