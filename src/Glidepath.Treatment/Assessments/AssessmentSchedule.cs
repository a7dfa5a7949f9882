using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Assessments;

/// <summary>When an instrument is due in a phase.</summary>
/// <param name="EveryDays">Null: once in the phase.</param>
/// <param name="AfterStepDays">Also due so many days after each dose step; null where steps do not matter.</param>
/// <param name="OnlyWhen">A fact that must be known for it to be due; null for everyone.</param>
public sealed record ScheduledInstrument(
    EpisodePhase Phase,
    string InstrumentId,
    int? EveryDays,
    int? AfterStepDays = null,
    DueWhen? OnlyWhen = null
);

/// <summary>Facts that bring in an instrument.</summary>
public enum DueWhen
{
    DrinksAlcohol,
    AlcoholWithdrawalIsWatched,
    OpioidWithdrawalIsWatched,
}

/// <summary>
/// The programme's default rhythm. Our own: the guideline asks for signs and symptoms with each reduction and for a review every 3 months.
/// </summary>
public static class AssessmentSchedule
{
    public static IReadOnlyList<ScheduledInstrument> Default { get; } =
    [
        new(EpisodePhase.Intake, "gad-7", null),
        new(EpisodePhase.Intake, "phq-9", null),
        new(EpisodePhase.Intake, "pcl-5", null),
        new(EpisodePhase.Intake, "audit-c", null),
        new(EpisodePhase.Intake, "sds", null),
        new(EpisodePhase.Intake, "core-10", null),
        new(EpisodePhase.Intake, "glidepath-withdrawal", null),
        new(EpisodePhase.WithdrawalManagement, "glidepath-withdrawal", 7, 7),
        new(EpisodePhase.WithdrawalManagement, "gad-7", 28),
        new(EpisodePhase.WithdrawalManagement, "phq-9", 28),
        new(EpisodePhase.WithdrawalManagement, "ciwa-ar", 1, OnlyWhen: DueWhen.AlcoholWithdrawalIsWatched),
        new(EpisodePhase.WithdrawalManagement, "cows", 1, OnlyWhen: DueWhen.OpioidWithdrawalIsWatched),
        new(EpisodePhase.Treatment, "glidepath-withdrawal", 14, 7),
        new(EpisodePhase.Treatment, "gad-7", 28),
        new(EpisodePhase.Treatment, "phq-9", 28),
        new(EpisodePhase.Treatment, "core-10", 90),
        new(EpisodePhase.Treatment, "pcl-5", 90),
        new(EpisodePhase.Treatment, "audit-c", 90, OnlyWhen: DueWhen.DrinksAlcohol),
        new(EpisodePhase.Treatment, "sds", 90),
        new(EpisodePhase.ContinuingCare, "gad-7", 90),
        new(EpisodePhase.ContinuingCare, "phq-9", 90),
        new(EpisodePhase.ContinuingCare, "core-10", 90),
        new(EpisodePhase.ContinuingCare, "sds", 180),
    ];
}
