using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Treatment.Assessments.InstrumentSources;

namespace Glidepath.Treatment.Assessments;

public static partial class InstrumentTable
{
    private const string TwoWeeks = "Over the last 2 weeks, how often have you been bothered by any of the following problems?";

    private static IReadOnlyList<Anchor> HowOften { get; } =
        Anchors("Not at all", "Several days", "More than half the days", "Nearly every day");

    public static Instrument Gad7 { get; } =
        new("gad-7", 1, "GAD-7", "en", AnsweredBy.Patient)
        {
            Lead = TwoWeeks,
            Items = Items(
                HowOften,
                "Feeling nervous, anxious, or on edge",
                "Not being able to stop or control worrying",
                "Worrying too much about different things",
                "Trouble relaxing",
                "Being so restless that it is hard to sit still",
                "Becoming easily annoyed or irritable",
                "Feeling afraid, as if something awful might happen"
            ),
            Bands =
            [
                new(0, 4, "minimal", PhqForm, Secondary),
                new(5, 9, "mild", PhqForm, Secondary),
                new(10, 14, "moderate", PhqForm, Secondary),
                new(15, 21, "severe", PhqForm, Secondary),
            ],
            CutOffs = [new(10, "positive screen for an anxiety disorder; a clinician looks further", PhqForm, Unverified)],
            Licence = "Public domain.",
            Citation = "Spitzer RL, Kroenke K, Williams JBW, Löwe B. Arch Intern Med 2006;166:1092.",
            Wording = Wording.Official,
            VerifiedAgainst =
                "Items, anchors and bands: two printed forms. First anchor is \"Not at all\"; \"not at all sure\" is a known "
                + "error of copying.",
            Confidence = Secondary,
            Purposes = [Purpose.Anxiety],
            LooksBackDays = 14,
        };

    public static Instrument Phq9 { get; } =
        new("phq-9", 1, "PHQ-9", "en", AnsweredBy.Patient)
        {
            Lead = TwoWeeks,
            Items = Items(
                    HowOften,
                    "Little interest or pleasure in doing things",
                    "Feeling down, depressed, or hopeless",
                    "Trouble falling or staying asleep, or sleeping too much",
                    "Feeling tired or having little energy",
                    "Poor appetite or overeating",
                    "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
                    "Trouble concentrating on things, such as reading the newspaper or watching television",
                    "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or "
                        + "restless that you have been moving around a lot more than usual",
                    "Thoughts that you would be better off dead or of hurting yourself in some way"
                )
                .Opening("9"),
            Bands =
            [
                new(0, 4, "minimal", PhqBands, Secondary),
                new(5, 9, "mild", PhqBands, Secondary),
                new(10, 14, "moderate", PhqBands, Secondary),
                new(15, 19, "moderately severe", PhqBands, Secondary),
                new(20, 27, "severe", PhqBands, Secondary),
            ],
            CutOffs = [new(10, "positive screen for depression; a clinician looks further", PhqBands, Unverified)],
            Licence = "Public domain.",
            Citation = "Kroenke K, Spitzer RL, Williams JBW. J Gen Intern Med 2001;16:606.",
            Wording = Wording.Official,
            VerifiedAgainst = "Items, anchors and bands: a printed form and a calculator page.",
            Confidence = Secondary,
            Purposes = [Purpose.Depression, Purpose.SuicideRisk],
            LooksBackDays = 14,
        };

    private static IReadOnlyList<Anchor> Core { get; } =
        Anchors("Not at all", "Only occasionally", "Sometimes", "Often", "Most or all of the time");

    private static IReadOnlyList<Anchor> CoreReversed { get; } = [.. Core.Select(a => a with { Score = 4 - a.Score })];

    public static Instrument Core10 { get; } =
        new("core-10", 1, "CORE-10", "en", AnsweredBy.Patient)
        {
            Lead = "Over the last week",
            Items =
            [
                new("1", "I have felt tense, anxious or nervous", Core),
                new("2", "I have felt I have someone to turn to for support when needed", CoreReversed),
                new("3", "I have felt able to cope when things go wrong", CoreReversed),
                new("4", "Talking to people has felt too much for me", Core),
                new("5", "I have felt panic or terror", Core),
                new("6", "I made plans to end my life", Core, OpensSafetyStep: true),
                new("7", "I have had difficulty getting to sleep or staying asleep", Core),
                new("8", "I have felt despairing or hopeless", Core),
                new("9", "I have felt unhappy", Core),
                new("10", "Unwanted images or memories have been distressing me", Core),
            ],
            Bands =
            [
                new(0, 10, "healthy or low level", CoreBands, Secondary),
                new(11, 14, "mild", CoreBands, Secondary),
                new(15, 19, "moderate", CoreBands, Secondary),
                new(20, 24, "moderate to severe", CoreBands, Secondary),
                new(25, 40, "severe", CoreBands, Secondary),
            ],
            CutOffs = [new(11, "in the clinical range", CoreBands, Secondary)],
            Partial = new PartialRule(1, true, CoreTrust, Secondary),
            Licence =
                "© CORE System Trust, CC BY-ND 4.0, use in software allowed (CamCOPS). The text may not be changed. One other "
                + "page says: not for commercial use; ask the Trust.",
            Citation = "Barkham M, et al. Couns Psychother Res 2013;13:3. coresystemtrust.org.uk",
            Wording = Wording.Official,
            VerifiedAgainst =
                "Items and anchors: three public copies that agree; items 2 and 3 run the other way. Prorating of one item: CORE "
                + "System Trust. Bands: SOCAS; another page prints others.",
            Confidence = Secondary,
            Purposes = [Purpose.Distress, Purpose.SuicideRisk],
            LooksBackDays = 7,
        };
}
