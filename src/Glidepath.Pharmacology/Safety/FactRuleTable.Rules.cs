using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.Severity;

namespace Glidepath.Pharmacology.Safety;

public static partial class FactRuleTable
{
    private static IEnumerable<FactRule> AsamRules() =>
        [
            Person(
                "naloxone",
                Severity.Finding,
                "Opioid and benzodiazepine together: offer naloxone or another overdose-reversal medicine (recommendation 17).",
                c => c.Facts.AnyOpioid is Answer.Yes
            ),
            Person(
                "opioid-review",
                Severity.Finding,
                "Opioid and benzodiazepine together: review at least every 3 months, lowest effective dose of both; the order of "
                    + "the two tapers is the clinicians' and patient's decision (recommendations 16, 18).",
                c => c.Facts.AnyOpioid is Answer.Yes
            ),
            Person(
                "keep-opioid-treatment",
                Severity.Finding,
                "Buprenorphine or methadone: the taper is never a reason to interrupt it (recommendations 19 to 23).",
                c => c.Facts.HasOpioidTreatment
            ),
            Person(
                "age-65",
                Severity.Finding,
                "Aged 65 or over: tapering is generally advised unless there is a compelling reason not to (recommendation 27).",
                c => c.Facts.Age >= 65
            ),
            Person(
                "inpatient",
                Severity.Finding,
                "Consider inpatient or medically managed residential care: severe or complicated withdrawal present or likely, "
                    + "imminent harm, or conditions that cannot be managed at home (recommendations 5 and 12).",
                c => c.Facts.SeizureHistory is Answer.Yes || c.Facts.SevereWithdrawal is Answer.Yes
            ),
            Person(
                "sleep-watch",
                Severity.Finding,
                "Bipolar disorder or psychosis: watch sleep; if it is significantly disturbed, pause until it resolves "
                    + "(recommendation 26).",
                c => c.Facts.BipolarOrPsychosis is Answer.Yes
            ),
            Person("ptsd", Severity.Finding, "PTSD: strongly consider tapering (recommendation 25).", c => c.Facts.Ptsd is Answer.Yes),
            Person(
                "pregnancy",
                Severity.Finding,
                "Pregnancy: weigh the risks for both; involve obstetric care; tell the infant's clinician (recommendations 28 and 29).",
                c => c.Facts.Pregnant is Answer.Yes
            ),
            Person(
                "falls",
                Severity.Finding,
                "Falls or confusion: a reason to taper. Consider inpatient care if harm is likely before the first cut helps "
                    + "(recommendation 5).",
                c => c.Facts.FallsOrConfusion is Answer.Yes
            ),
            Person(
                "suicide",
                Severity.Finding,
                "Thoughts of suicide: consider inpatient or medically managed care (recommendation 5), and treat the mood before "
                    + "or with the taper (recommendation 24).",
                c => c.Facts.SuicidalThoughts is Answer.Yes
            ),
            Person(
                "breastfeeding",
                Severity.Finding,
                "Breastfeeding: it is encouraged; tell the infant's clinician about this medicine (recommendation 29).",
                c => c.Facts.Breastfeeding is Answer.Yes
            ),
            Person(
                "cbt-i",
                Severity.Finding,
                "Taken for sleep: offer CBT-I, a course of behavioral treatment for insomnia, before or with the taper "
                    + "(recommendation 10).",
                c => c.Facts.Indication is Indication.Sleep
            ),
            Person(
                "cbt",
                Severity.Finding,
                "Taken for anxiety or panic: offer CBT before or with the taper (recommendation 10).",
                c => c.Facts.Indication is Indication.Anxiety or Indication.Panic
            ),
            Asam(
                "short-use",
                Note,
                "Taken for under 3 months: at a low dose a faster taper may be possible (key takeaways).",
                c => c.Facts.DurationDays < 90
            ),
            Person(
                "no-flumazenil",
                Note,
                "Flumazenil is not used for tapering: refractory seizures and dysrhythmia (recommendation 14).",
                c => c.Facts.SeizureHistory is Answer.Yes || c.Facts.SevereWithdrawal is Answer.Yes
            ),
            Asam(
                "pause-first",
                Note,
                "If symptoms trouble: first pause or slow, then add other help (recommendation 11). Symptoms may take up to a "
                    + "week to show.",
                _ => true
            ),
            Asam(
                "behavioral",
                Note,
                "Offer behavioral treatment of the underlying condition, such as CBT or CBT-I (recommendation 10).",
                _ => true
            ),
            Asam(
                "review",
                Note,
                "Review with each reduction, and the need for the medicine at least every 3 months (recommendations 1 and 9).",
                _ => true
            ),
        ];

    private static IEnumerable<FactRule> OtherRules() =>
        [
            new(
                "fda.opioid",
                null,
                Severity.Finding,
                "Boxed warning: an opioid with a benzodiazepine can cause deep sedation, slowed breathing, coma and death.",
                Sources.FdaBoxed,
                Primary,
                c => c.Facts.AnyOpioid is Answer.Yes
            ),
            new(
                "label.breastfeeding",
                null,
                Severity.Finding,
                "Breastfeeding: the clonazepam label advises against it, the guideline does not. Decide with the infant's clinician.",
                Sources.ClonazepamLabel,
                Primary,
                c => c.Drug == BenzodiazepineTable.Clonazepam && c.Facts.Breastfeeding is Answer.Yes
            ),
            new(
                "nsw.switch",
                "nsw",
                Severity.Finding,
                "Above 10 mg diazepam-equivalent: a switch to diazepam is advised for most.",
                Sources.NswHealth,
                Secondary,
                c => c.Drug != BenzodiazepineTable.Diazepam && HighestDiazepamMg(c) > 10
            ),
            new(
                "nsw.admission",
                "nsw",
                Note,
                "Unplanned admission: never stop abruptly; stabilize at 40 % of the usual dose or 40 mg diazepam a day, "
                    + "whichever is lower.",
                Sources.NswHealth,
                Secondary,
                c => HighestDiazepamMg(c) > 40
            ),
            new(
                "nsw.liver",
                "nsw",
                Severity.Finding,
                "Severe liver disease: oxazepam is preferred.",
                Sources.NswHealth,
                Secondary,
                c => c.Facts.LiverDisease is Answer.Yes
            ),
            new(
                "nsw.dispensing",
                "nsw",
                Note,
                "Outpatients: staged dispensing and a review every 2 weeks.",
                Sources.NswHealth,
                Secondary,
                _ => true
            ),
            new(
                "sa-health.inpatient",
                "sa-health",
                Severity.Finding,
                "Inpatient care is advised: above 50 mg diazepam-equivalent a day, past seizures, other sedatives or opioid "
                    + "treatment being stabilized.",
                Sources.SaHealth,
                Secondary,
                c =>
                    HighestDiazepamMg(c) > 50
                    || c.Facts.SeizureHistory is Answer.Yes
                    || c.Facts.AnyOpioid is Answer.Yes
                    || c.Facts.AnyAlcohol is Answer.Yes
            ),
            new(
                "deprescribing.age-65",
                "deprescribing",
                Severity.Finding,
                "Aged 65 or over: offer a taper to everyone.",
                Sources.Deprescribing,
                Secondary,
                c => c.Facts.Age >= 65
            ),
            new(
                "casn.visits",
                "casn",
                Note,
                "Visits every 1 to 4 weeks; stop the taper in severe anxiety or depression.",
                Sources.Casn,
                Secondary,
                _ => true
            ),
            Own(
                "breathing",
                "Sleep apnea or lung disease: this medicine can slow breathing, most of all during sleep or with an opioid or "
                    + "alcohol. Tell the clinician who treats it.",
                c => c.Facts.SleepApneaOrLungDisease is Answer.Yes
            ),
            Own(
                "driving",
                "Driving or work with machines: no driving while drowsy, and extra care for the first days after any change of dose.",
                c => c.Facts.SafetyCriticalDriving is Answer.Yes
            ),
            Own(
                "alcohol-withdrawal",
                "Taken for alcohol withdrawal: that treatment lasts days and has its own protocol. Assess the alcohol withdrawal first.",
                c => c.Facts.Indication is Indication.AlcoholWithdrawal
            ),
            Own(
                "outside-model",
                "Above 100 mg of diazepam a day the level model does not hold: do not rely on levels shown with this plan.",
                c => c.Drug == BenzodiazepineTable.Diazepam && c.DailyDose.Milligrams > 100
            ),
            new(
                "glidepath.liver",
                null,
                Severity.Finding,
                "Liver disease: drugs cleared by oxidation last longer; levels fall more slowly after a cut.",
                Sources.OwnRule,
                Derived,
                c => c.Facts.LiverDisease is Answer.Yes && !c.Drug.Route.Contains("UGT", StringComparison.Ordinal)
            ),
        ];

    /// <summary>What the Joint Guideline says of a person holds whichever guideline sets the pace.</summary>
    private static FactRule Person(string id, Severity severity, string message, Func<FactCase, bool> applies) =>
        Asam(id, severity, message, applies) with
        {
            RuleSetId = null,
        };

    private static FactRule Own(string id, string message, Func<FactCase, bool> applies) =>
        new($"glidepath.{id}", null, Severity.Finding, message, Sources.OwnRule, Derived, applies);

    private static FactRule Asam(string id, Severity severity, string message, Func<FactCase, bool> applies) =>
        new($"asam.{id}", "asam", severity, message, Sources.Asam, Primary, applies);
}
