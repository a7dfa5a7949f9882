using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.Severity;

namespace Glidepath.Pharmacology.Safety;

public static partial class FactRuleTable
{
    private static IEnumerable<FactRule> AsamRules() =>
        [
            Person("asam.naloxone", Severity.Finding, c => c.Facts.AnyOpioid is Answer.Yes),
            Person("asam.opioid-review", Severity.Finding, c => c.Facts.AnyOpioid is Answer.Yes),
            Person("asam.keep-opioid-treatment", Severity.Finding, c => c.Facts.HasOpioidTreatment),
            Person("asam.age-65", Severity.Finding, c => c.Facts.Age >= 65),
            Person("asam.inpatient", Severity.Finding, c => c.Facts.SeizureHistory is Answer.Yes || c.Facts.SevereWithdrawal is Answer.Yes),
            Person("asam.sleep-watch", Severity.Finding, c => c.Facts.BipolarOrPsychosis is Answer.Yes),
            Person("asam.ptsd", Severity.Finding, c => c.Facts.Ptsd is Answer.Yes),
            Person("asam.pregnancy", Severity.Finding, c => c.Facts.Pregnant is Answer.Yes),
            Person("asam.falls", Severity.Finding, c => c.Facts.FallsOrConfusion is Answer.Yes),
            Person("asam.suicide", Severity.Finding, c => c.Facts.SuicidalThoughts is Answer.Yes),
            Person("asam.breastfeeding", Severity.Finding, c => c.Facts.Breastfeeding is Answer.Yes),
            Person("asam.cbt-i", Severity.Finding, c => c.Facts.Indication is Indication.Sleep),
            Person("asam.cbt", Severity.Finding, c => c.Facts.Indication is Indication.Anxiety or Indication.Panic),
            Asam("asam.short-use", Note, c => c.Facts.DurationDays < 90),
            Person("asam.no-flumazenil", Note, c => c.Facts.SeizureHistory is Answer.Yes || c.Facts.SevereWithdrawal is Answer.Yes),
            Asam("asam.pause-first", Note, _ => true),
            Asam("asam.behavioral", Note, _ => true),
            Asam("asam.review", Note, _ => true),
        ];

    private static IEnumerable<FactRule> OtherRules() =>
        [
            new("fda.opioid", null, Severity.Finding, Sources.FdaBoxed, Primary, c => c.Facts.AnyOpioid is Answer.Yes),
            new(
                "label.breastfeeding",
                null,
                Severity.Finding,
                Sources.ClonazepamLabel,
                Primary,
                c => c.Drug == BenzodiazepineTable.Clonazepam && c.Facts.Breastfeeding is Answer.Yes
            ),
            new(
                "nsw.switch",
                "nsw",
                Severity.Finding,
                Sources.NswHealth,
                Secondary,
                c => c.Drug != BenzodiazepineTable.Diazepam && HighestDiazepamMg(c) > 10
            ),
            new("nsw.admission", "nsw", Note, Sources.NswHealth, Secondary, c => HighestDiazepamMg(c) > 40),
            new("nsw.liver", "nsw", Severity.Finding, Sources.NswHealth, Secondary, c => c.Facts.LiverDisease is Answer.Yes),
            new("nsw.dispensing", "nsw", Note, Sources.NswHealth, Secondary, _ => true),
            new(
                "sa-health.inpatient",
                "sa-health",
                Severity.Finding,
                Sources.SaHealth,
                Secondary,
                c =>
                    HighestDiazepamMg(c) > 50
                    || c.Facts.SeizureHistory is Answer.Yes
                    || c.Facts.AnyOpioid is Answer.Yes
                    || c.Facts.AnyAlcohol is Answer.Yes
            ),
            new("deprescribing.age-65", "deprescribing", Severity.Finding, Sources.Deprescribing, Secondary, c => c.Facts.Age >= 65),
            new("casn.visits", "casn", Note, Sources.Casn, Secondary, _ => true),
            Own("glidepath.breathing", c => c.Facts.SleepApneaOrLungDisease is Answer.Yes),
            Own("glidepath.driving", c => c.Facts.SafetyCriticalDriving is Answer.Yes),
            Own("glidepath.alcohol-withdrawal", c => c.Facts.Indication is Indication.AlcoholWithdrawal),
            Own("glidepath.outside-model", c => c.Drug == BenzodiazepineTable.Diazepam && c.DailyDose.Milligrams > 100),
            new(
                "glidepath.liver",
                null,
                Severity.Finding,
                Sources.OwnRule,
                Derived,
                c => c.Facts.LiverDisease is Answer.Yes && !c.Drug.Route.Contains("UGT", StringComparison.Ordinal)
            ),
        ];

    /// <summary>What the Joint Guideline says of a person holds whichever guideline sets the pace.</summary>
    private static FactRule Person(string id, Severity severity, Func<FactCase, bool> applies) =>
        Asam(id, severity, applies) with
        {
            RuleSetId = null,
        };

    private static FactRule Own(string id, Func<FactCase, bool> applies) =>
        new(id, null, Severity.Finding, Sources.OwnRule, Derived, applies);

    private static FactRule Asam(string id, Severity severity, Func<FactCase, bool> applies) =>
        new(id, "asam", severity, Sources.Asam, Primary, applies);
}
