using static Glidepath.Treatment.Monitoring.SignalInput;

namespace Glidepath.Treatment.Monitoring;

/// <summary>Which form asks for an input.</summary>
public enum CollectedBy
{
    /// <summary>A property of <see cref="CheckInAnswers"/>, on the form of a check-in.</summary>
    CheckIn,

    /// <summary>A word of <see cref="SinceLast"/>, under "Since last time?".</summary>
    SinceLastTime,

    /// <summary>A question of the intake.</summary>
    Intake,

    /// <summary>An instrument.</summary>
    Scale,

    /// <summary>A property of the record that another form fills.</summary>
    Record,

    /// <summary>A property of <see cref="CourseSoFar"/>, which the course hands over.</summary>
    Course,
}

/// <param name="Name">Of the property, the word, the question or the instrument: a test finds it there.</param>
public sealed record SignalSource(SignalInput Input, CollectedBy By, string Name);

/// <summary>Where each input comes from. A rule whose input no form collects fails a test.</summary>
public static class SignalInputs
{
    public static IReadOnlyList<SignalSource> All { get; } =
    [
        new(Symptoms, CollectedBy.CheckIn, nameof(CheckInAnswers.Symptoms)),
        new(SleepHours, CollectedBy.CheckIn, nameof(CheckInAnswers.SleepHours)),
        new(SleepQuality, CollectedBy.CheckIn, nameof(CheckInAnswers.SleepQuality)),
        new(DoseTaken, CollectedBy.CheckIn, nameof(CheckInAnswers.Dose)),
        new(IllnessOrStrain, CollectedBy.SinceLastTime, nameof(SinceLast.IllnessOrStrain)),
        new(MedicineTold, CollectedBy.SinceLastTime, nameof(SinceLast.MedicineChange)),
        new(CallsToday, CollectedBy.SinceLastTime, nameof(SinceLast.Fall)),
        new(CallsToday, CollectedBy.SinceLastTime, nameof(SinceLast.EmergencyVisit)),
        new(CallsToday, CollectedBy.SinceLastTime, nameof(SinceLast.Alcohol)),
        new(CallsToday, CollectedBy.SinceLastTime, nameof(SinceLast.Opioid)),
        new(CallsToday, CollectedBy.SinceLastTime, nameof(SinceLast.ExtraDose)),
        new(RedFlags, CollectedBy.CheckIn, nameof(CheckInAnswers.Flags)),
        new(SuicideAnswers, CollectedBy.CheckIn, nameof(CheckInAnswers.Flags)),
        new(SuicideAnswers, CollectedBy.Scale, "phq-9"),
        new(SuicideAnswers, CollectedBy.Intake, "mental.suicide"),
        new(MedicationList, CollectedBy.Record, "MedicationStatement.DetailsJson"),
        new(BipolarOrPsychosis, CollectedBy.Intake, "mental.bipolar"),
        new(BipolarOrPsychosis, CollectedBy.Intake, "mental.psychosis"),
        new(AnxietyScale, CollectedBy.Scale, "gad-7"),
        new(DepressionScale, CollectedBy.Scale, "phq-9"),
        new(CheckInDays, CollectedBy.Record, "CheckIn.On"),
        new(Rhythm, CollectedBy.Record, "CheckInRhythm.HowOften"),
        new(CallsToThePerson, CollectedBy.Record, "CheckInCall.WasReached"),
        new(Cuts, CollectedBy.Course, nameof(CourseSoFar.Cuts)),
        new(Drug, CollectedBy.Course, nameof(CourseSoFar.Pace)),
        new(Interval, CollectedBy.Course, nameof(CourseSoFar.IntervalEnds)),
        new(Holds, CollectedBy.Course, nameof(CourseSoFar.HoldsInARow)),
        new(Holds, CollectedBy.Course, nameof(CourseSoFar.OnHoldSince)),
        new(StepsBack, CollectedBy.Course, nameof(CourseSoFar.StepsBackInARow)),
        new(AskedToStay, CollectedBy.Course, nameof(CourseSoFar.AskedToStay)),
        new(CheckInDays, CollectedBy.Course, nameof(CourseSoFar.Since)),
    ];
}
