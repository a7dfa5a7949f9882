using Glidepath.Pharmacology.Drugs;
using static Glidepath.Treatment.Monitoring.SignalInput;
using static Glidepath.Treatment.Monitoring.SuggestionKind;

namespace Glidepath.Treatment.Monitoring;

/// <summary>
/// The rules of a supervised course after a cut, with their thresholds beside their sources. Their pages: docs/clinical/course-proceed.md,
/// course-hold.md, course-call.md and check-in-red-flags.md.
/// </summary>
public static class CourseRules
{
    /// <summary>P1, H1: points of 4 above the own usual. Program rule.</summary>
    public const decimal NearUsual = 1,
        FarAboveUsual = 2;

    /// <summary>P1: hours of sleep, and hours below the own usual. Program rule.</summary>
    public const decimal LeastSleep = 5,
        LessSleep = 1;

    /// <summary>H4: sleep quality of 4 at which a night counts as much disturbed. Program rule.</summary>
    public const int BadNight = 1;

    /// <summary>H1, H4, H6: so many days of the last seven. Program rule.</summary>
    public const int Week = 7,
        DaysOfWeek = 3;

    /// <summary>P1: check-ins since the day of the first look, and days since the last of them. Program rule.</summary>
    public const int LeastLooks = 2,
        FreshDays = 3;

    /// <summary>H3: days until what changed counts as stable. Program rule.</summary>
    public const int StableAfter = 14;

    /// <summary>H2: holds in a row.</summary>
    public const int HoldsToRethink = 2;

    /// <summary>H8: steps back in a row. Program rule.</summary>
    public const int StepsBackToConfer = 2;

    /// <summary>H5: days for which a score speaks: both scales ask for two weeks, and are due every four.</summary>
    public const int ScoreDays = 28;

    /// <summary>H6: days that a hold has lasted. Program rule.</summary>
    public const int HoldHasLasted = 7;

    /// <summary>C2: missed doses of the last seven days at which every drug asks for a call. Program rule.</summary>
    public const int MissedTwice = 2;

    private static readonly Source Program = new(
        "program",
        "Program rule",
        "No published number was found: a setting that the medical director reads and signs"
    );

    public static CourseRule P1 { get; } =
        new(
            "P1",
            Proceed,
            "Near the own usual",
            "Symptoms and sleep are near the own usual, the interval has passed, and nothing is open. "
                + "Next step as planned or smaller, if the patient and the prescriber agree.",
            Sources.Asam,
            "recommendations 6 and 8",
            true,
            Symptoms,
            SleepHours,
            RedFlags,
            CallsToday,
            SuicideAnswers,
            Cuts,
            Drug,
            Interval,
            AskedToStay
        );

    public static CourseRule P2 { get; } =
        new(
            "P2",
            Proceed,
            "Well after two cuts in a row",
            "Keep the same pace. It never gets faster by itself.",
            Program,
            "",
            true,
            Symptoms,
            SleepHours,
            Cuts,
            Interval,
            AskedToStay
        );

    public static CourseRule H1 { get; } =
        new(
            "H1",
            Hold,
            "Symptoms are up",
            "Hold 1 to 2 weeks, review, then half the step.",
            Sources.Asam,
            "recommendation 11; patient guide, page 19",
            true,
            Symptoms,
            Cuts,
            Interval
        );

    public static CourseRule H2 { get; } =
        new(
            "H2",
            Hold,
            "Two holds in a row",
            "Add CBT, CBT-I or another help, change to a longer-acting drug, or stay on a lower dose.",
            Sources.Asam,
            "flowchart, page 28",
            false,
            Holds
        );

    public static CourseRule H3 { get; } =
        new(
            "H3",
            Hold,
            "Illness, strain, or a change in the drug level",
            "Hold until two weeks are stable. Ask which medicine, where it is not known.",
            Program,
            "hidden dose change",
            true,
            IllnessOrStrain,
            MedicineTold,
            MedicationList
        );

    public static CourseRule H3Call { get; } =
        new(
            "H3.call",
            Call,
            "A medicine that adds sedation or raises the level",
            "Call today: an inhibitor, an opioid or another sedative was started.",
            Program,
            "hidden dose change",
            true,
            MedicationList
        );

    public static CourseRule H4 { get; } =
        new(
            "H4",
            Hold,
            "Sleep is much disturbed, with bipolar disorder or psychosis",
            "Hold until it resolves, and tell the psychiatrist.",
            Sources.Asam,
            "recommendation 26",
            true,
            SleepHours,
            SleepQuality,
            BipolarOrPsychosis
        );

    public static CourseRule H5 { get; } =
        new(
            "H5",
            Hold,
            "Severe anxiety or depression",
            "Hold, and treat it first.",
            Sources.Casn,
            "with NICE CKS",
            false,
            AnxietyScale,
            DepressionScale
        );

    public static CourseRule H6 { get; } =
        new(
            "H6",
            Hold,
            "Severe symptoms in spite of a hold",
            "A step back may be considered: rare, dated and recorded. Symptoms before a hold never raise the dose.",
            Sources.Asam,
            "patient guide, page 19",
            true,
            Symptoms,
            Cuts,
            Holds
        );

    public static CourseRule H7 { get; } =
        new(
            "H7",
            Hold,
            "They asked to stay on this step",
            "Hold. No step is taken against their own wish.",
            Program,
            "the person's own wish",
            true,
            AskedToStay
        );

    public static CourseRule H8 { get; } =
        new(
            "H8",
            Hold,
            "Two steps back in a row",
            "Hold. Talk about it in a case conference before the next step.",
            Sources.Asam,
            "patient guide, page 19: a step back is rare",
            true,
            StepsBack
        );

    public static CourseRule C1 { get; } =
        new("C1", Call, "Something happened", "Call today and ask how they are.", Program, "", true, CallsToday, DoseTaken);

    public static CourseRule C2 { get; } =
        new(
            "C2",
            Call,
            "Missed doses",
            "Call today. Never double a dose. Where nobody is reached: emergency room.",
            Program,
            "",
            true,
            DoseTaken,
            Drug
        );

    public static CourseRule C3 { get; } =
        new(
            "C3",
            RedFlag,
            "Thoughts of suicide",
            "The safety step comes first: someone asks, and 988 is given. A plan or means in hand: 911.",
            Sources.Asam,
            "pocket guide, table 3",
            true,
            SuicideAnswers
        );

    public static CourseRule C4 { get; } =
        new(
            "C4",
            Call,
            "Not heard from by the day of the first look",
            "Call today and ask how they are.",
            Program,
            "tried on made-up check-ins",
            true,
            CheckInDays,
            Rhythm,
            CallsToThePerson,
            Cuts,
            Drug
        );

    public static CourseRule C4List { get; } =
        new(
            "C4.list",
            NotEnough,
            "Not heard from",
            "No check-in is not good news or bad. Ask how they are.",
            Program,
            "tried on made-up check-ins",
            true,
            CheckInDays,
            Rhythm,
            CallsToThePerson
        );

    public static CourseRule Red { get; } =
        new(
            "red",
            RedFlag,
            "Danger sign",
            "Emergency care or the specialist today. The course is on hold; the daily dose continues, except after an overdose.",
            Sources.Asam,
            "pocket guide, table 3; recommendation 12; NSW Health; FDA boxed warning",
            false,
            RedFlags
        );

    public static IReadOnlyList<CourseRule> All { get; } = [Red, C3, C1, C2, C4, H3Call, H1, H2, H3, H4, H5, H6, H7, H8, P1, P2, C4List];
}
