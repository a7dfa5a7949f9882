using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Treatment.Assessments.InstrumentSources;

namespace Glidepath.Treatment.Assessments;

public static partial class InstrumentTable
{
    public static Instrument AuditC { get; } =
        new("audit-c", 1, "AUDIT-C", "en", AnsweredBy.Patient)
        {
            Lead = "About alcohol in the last year.",
            Items =
            [
                new(
                    "1",
                    "How often do you drink alcohol?",
                    Anchors("Never", "Monthly or less", "2 to 4 times a month", "2 to 3 times a week", "4 or more times a week")
                ),
                new("2", "On a day when you drink, how many drinks?", Anchors("None, 1 or 2", "3 or 4", "5 or 6", "7 to 9", "10 or more")),
                new(
                    "3",
                    "How often do you have 6 or more drinks at one time?",
                    Anchors("Never", "Less than monthly", "Monthly", "Weekly", "Daily or almost daily")
                ),
            ],
            CutOffs =
            [
                new(3, "positive screen", AuditCCutOffs, Secondary, "women"),
                new(4, "positive screen", AuditCCutOffs, Secondary, "men"),
            ],
            Licence = "Public domain (CamCOPS). The 10-item AUDIT is © WHO and is not shipped.",
            Citation = "Bush K, et al. Arch Intern Med 1998;158:1789.",
            Wording = Wording.Own,
            VerifiedAgainst =
                "Items and points: a page of the US Department of Veterans Affairs. Cut-offs: a scoring key that cites the first "
                + "studies. The VA itself asks for counseling from 5; copies differ in items 2 and 3, so the labels are our own.",
            Confidence = Secondary,
            Purposes = [Purpose.Alcohol, Purpose.SecondProblem],
            LooksBackDays = 365,
        };

    private static IReadOnlyList<Anchor> HowMuch { get; } =
        Anchors("Never or almost never", "Sometimes", "Often", "Always or nearly always");

    public static Instrument Sds { get; } =
        new("sds", 1, "Severity of Dependence Scale", "en", AnsweredBy.Patient)
        {
            Lead = "About your benzodiazepine in the last 3 months. A high score can come with a prescription taken just as directed.",
            Items =
            [
                new("1", "It felt out of your control", HowMuch),
                new("2", "The thought of missing a dose made you anxious", HowMuch),
                new("3", "You worried about taking it", HowMuch),
                new("4", "You wished you could stop", HowMuch),
                new("5", "How hard it would be to stop or go without", Anchors("Not hard", "Quite hard", "Very hard", "Impossible")),
            ],
            CutOffs =
            [
                new(7, "dependence on a benzodiazepine is likely; it does not say use disorder", Sds2000, Secondary),
                new(6, "the same, at a lower cut-off (5.5)", Sds2019, Secondary, "people of 65 or over in hospital"),
            ],
            Licence = "Free with citation (from memory); official items not shipped until that is confirmed.",
            Citation = "Gossop M, et al. Addiction 1995;90:607.",
            Wording = Wording.Own,
            VerifiedAgainst = "Five items of 0 to 3 and the cut-off above 6: the project's reference. The labels are our own.",
            Confidence = Secondary,
            Purposes = [Purpose.BenzodiazepineDependence],
            LooksBackDays = 90,
        };

    private static IReadOnlyList<Anchor> HowStrong { get; } =
        Anchors("Not at all", "A little bit", "Moderately", "Quite a bit", "Extremely");

    public static Instrument Pcl5 { get; } =
        new("pcl-5", 1, "PCL-5", "en", AnsweredBy.Patient)
        {
            Lead =
                "After something very stressful, people can have these problems. In the past month, how much has each bothered "
                + "you? You may skip any.",
            Items = Items(
                HowStrong,
                "Memories of it that come back unwanted",
                "Bad dreams about it",
                "Feeling or acting as if it were happening again",
                "Being very upset by reminders",
                "A strong reaction of your body to reminders",
                "Staying away from memories, thoughts or feelings about it",
                "Staying away from people, places or things that remind you",
                "Not remembering important parts of it",
                "Strong dark beliefs about yourself, others or the world",
                "Blaming yourself or someone else for it",
                "Strong fear, horror, anger, guilt or shame",
                "Less interest in what you used to enjoy",
                "Feeling distant from others",
                "Hardly any good feelings, such as love or joy",
                "Being irritable or angry",
                "Taking risks that could harm you",
                "Being on guard all the time",
                "Being easily startled",
                "Trouble keeping your mind on things",
                "Trouble falling or staying asleep"
            ),
            CutOffs =
            [
                new(
                    31,
                    "31 to 33 and above: probable PTSD in the first studies; the best cut-off differs between groups",
                    InstrumentSources.Pcl5,
                    Secondary
                ),
            ],
            Licence = "Work of the US government.",
            Citation = "Weathers FW, et al. The PTSD Checklist for DSM-5 (PCL-5). National Center for PTSD, 2013.",
            Wording = Wording.Own,
            VerifiedAgainst =
                "20 items of 0 to 4, range and cut-off: Comorbidity Guidelines. The official items were not read whole, so the "
                + "labels are our own.",
            Confidence = Secondary,
            Purposes = [Purpose.Trauma],
            LooksBackDays = 30,
        };
}
