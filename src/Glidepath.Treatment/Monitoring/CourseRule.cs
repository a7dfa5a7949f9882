using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Monitoring;

/// <summary>What is suggested before a step. The order is that of weight: the highest that fires is the suggestion.</summary>
public enum SuggestionKind
{
    /// <summary>Not enough to say. Somebody decides.</summary>
    NotEnough,
    Proceed,
    Hold,
    Call,
    RedFlag,
}

/// <summary>What a rule reads. Each is collected by a form: <see cref="SignalInputs"/>.</summary>
public enum SignalInput
{
    Symptoms,
    SleepHours,
    SleepQuality,
    DoseTaken,
    IllnessOrStrain,
    MedicineTold,
    CallsToday,
    RedFlags,
    SuicideAnswers,
    MedicationList,
    BipolarOrPsychosis,
    AnxietyScale,
    DepressionScale,
    CheckInDays,
    Rhythm,
    CallsToThePerson,
    Cuts,
    Drug,
    Interval,
    Holds,
    StepsBack,
    AskedToStay,
}

/// <param name="Id">Stable; never on a screen.</param>
/// <param name="Title">What fired, in a few words.</param>
/// <param name="Says">What follows from it.</param>
/// <param name="Place">Where in the source.</param>
/// <param name="IsOwn">A number in it is the program's own: shown as "Program rule".</param>
/// <param name="Reads">Its inputs.</param>
public sealed record CourseRule(
    string Id,
    SuggestionKind Gives,
    string Title,
    string Says,
    Source Source,
    string Place,
    bool IsOwn,
    params IReadOnlyList<SignalInput> Reads
);
