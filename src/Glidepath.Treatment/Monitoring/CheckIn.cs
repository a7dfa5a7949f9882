using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Monitoring;

/// <summary>How a check-in came in.</summary>
public enum CheckInSource
{
    /// <summary>The person, on their own page.</summary>
    Patient,

    /// <summary>Told to staff on the telephone.</summary>
    Telephone,

    /// <summary>From a sheet that the person filled in.</summary>
    Paper,
}

/// <summary>
/// How a person was on one day. Several of a day stand side by side: of each question the latest answer counts, and what happened in any of
/// them happened. Written once; a correction is a new entry that names the one before.
/// </summary>
[RecordOf(DataClass.CheckIns)]
public sealed class CheckIn : IPatientRecord, IAppendOnly
{
    /// <summary>What the safety panel names as the source of what a check-in tells.</summary>
    public const string From = "check-in";

    /// <summary>How far back an entry may be dated. Own: a sheet of a month that comes in late still fits.</summary>
    public const int DaysBack = 35;

    private CheckIn() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>The day that it speaks of, where the person is.</summary>
    public DateOnly On { get; private set; }

    public CheckInSource Source { get; private set; }

    /// <summary>Read <see cref="Answers"/>.</summary>
    [Encrypted]
    public string AnswersJson { get; private set; } = "";

    /// <summary>The safety step that an answer opened; null where none did.</summary>
    public Guid? SafetyStepId { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public CheckInAnswers Answers => field ??= Recorded.Read(AnswersJson, new CheckInAnswers());

    /// <param name="today">Where the person is.</param>
    /// <param name="safetyStepId">That the answers opened.</param>
    /// <exception cref="RuleViolationException"><c>check-in.…</c>: the episode is closed, the day cannot be, nothing was answered, or an
    /// answer is out of range.</exception>
    public static CheckIn Record(
        EpisodeOfCare episode,
        DateOnly on,
        CheckInSource source,
        CheckInAnswers answers,
        DateOnly today,
        Entry entry,
        Guid? safetyStepId = null
    )
    {
        entry = entry.Checked();
        if (!episode.IsOpen)
            throw new RuleViolationException("check-in.episode-closed");
        var first = today.AddDays(-DaysBack);
        if (on > today || on < first)
            throw new RuleViolationException("check-in.day", ("first", first), ("last", today));
        return new CheckIn
        {
            Id = entry.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            On = on,
            Source = source,
            AnswersJson = Recorded.Json(answers.Checked()),
            SafetyStepId = safetyStepId,
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }
}
