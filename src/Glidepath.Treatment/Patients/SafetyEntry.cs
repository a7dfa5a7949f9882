using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

public enum SafetyEntryKind
{
    /// <summary>An answer, with its source.</summary>
    Told,

    /// <summary>Staff could not ask. The question stays due.</summary>
    NotAbleToAsk,

    /// <summary>A clinician looked, and says why what was told needs nothing more.</summary>
    Closed,
}

/// <summary>One line in the history of a safety concern. Nothing in it is ever replaced: a later "no" stands beside an earlier
/// "yes".</summary>
[RecordOf(DataClass.Assessments)]
public sealed class SafetyEntry : IPatientRecord, IAppendOnly
{
    private SafetyEntry() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public SafetyEntryKind Kind { get; private set; }

    /// <summary>Read <see cref="Told"/>.</summary>
    [Encrypted]
    public string ToldJson { get; private set; } = "";

    /// <summary>The concern is, or has been, one that the page of today reads. Which one it is stays sealed.</summary>
    public bool IsWatched { get; private set; }

    /// <summary>The safety step that the answer opened, or whose end closes it.</summary>
    public Guid? SafetyStepId { get; private set; }

    /// <summary>When it was told. UTC.</summary>
    public DateTime SaidAt { get; private set; }

    /// <summary>Of a closing: what was recorded later was not looked at, and stays open. UTC.</summary>
    public DateTime? SeenUntil { get; private set; }

    /// <summary>Of a closing, or why nobody could ask.</summary>
    [Encrypted]
    public string? Reason { get; private set; }

    /// <summary>Always null: what was told is answered by a later entry.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public SafetyTold Told => field ??= Recorded.Read(ToldJson, Of(SafetyConcern.Suicide));

    public SafetyConcern Concern => Told.Concern;

    /// <param name="earlier">Of this person; they decide whether the concern is watched.</param>
    /// <param name="saidAt">Null for now.</param>
    public static SafetyEntry Tell(
        EpisodeOfCare episode,
        SafetyTold told,
        IEnumerable<SafetyEntry> earlier,
        Entry entry,
        Guid? safetyStepId = null,
        DateTime? saidAt = null
    ) =>
        new(episode.PatientId, episode.Id, SafetyEntryKind.Told, told, earlier, entry)
        {
            SafetyStepId = safetyStepId,
            SaidAt = Recorded.Utc(saidAt ?? entry.RecordedAt),
        };

    /// <summary>Nobody could ask about this concern, and why. It stays due until somebody does.</summary>
    public static SafetyEntry CouldNotAsk(
        EpisodeOfCare episode,
        SafetyConcern concern,
        string reason,
        IEnumerable<SafetyEntry> earlier,
        Entry entry
    ) =>
        new(episode.PatientId, episode.Id, SafetyEntryKind.NotAbleToAsk, Of(concern), earlier, entry)
        {
            Reason = Recorded.Required(reason, "safety.not-able.reason", 2_000),
        };

    /// <summary>A clinician looked at what is open, and says why it needs nothing more.</summary>
    /// <param name="seenUntil">When the newest answer that was looked at was recorded.</param>
    /// <exception cref="RuleViolationException">Nothing is open, a safety step is, or no reason is given.</exception>
    public static SafetyEntry Close(
        EpisodeOfCare episode,
        ConcernState state,
        DateTime seenUntil,
        string reason,
        IEnumerable<SafetyEntry> earlier,
        Entry entry
    )
    {
        if (state.Open.Count == 0)
            throw new RuleViolationException("safety.look.nothing-open");
        if (state.WaitsForStep)
            throw new RuleViolationException("safety.look.step-open");
        return new(episode.PatientId, episode.Id, SafetyEntryKind.Closed, Of(state.Concern), earlier, entry)
        {
            SeenUntil = Recorded.Utc(seenUntil),
            Reason = Recorded.Required(reason, "safety.look.reason", 2_000),
        };
    }

    /// <summary>A clinician closed the safety step: with it the answers that opened it, and no others.</summary>
    public static SafetyEntry CloseWithStep(Guid patientId, Guid episodeId, Guid safetyStepId, string outcome, Entry entry) =>
        new(patientId, episodeId, SafetyEntryKind.Closed, Of(SafetyConcern.Suicide), [], entry)
        {
            SafetyStepId = safetyStepId,
            Reason = Recorded.Required(outcome, "safety.outcome", Recorded.LongText),
        };

    // What another record of the person holds was looked at only once the two were merged and their care teams joined.
    internal bool Closes(SafetyWord word, IReadOnlyCollection<MergedRecord> merged) =>
        Kind is SafetyEntryKind.Closed
        && (
            SafetyStepId is { } step
                ? word.SafetyStepId == step
                : SeenUntil is { } until
                    && word.RecordedAt <= until
                    && MergedRecord.JoinedSince(merged, word.PatientId, PatientId) is { } joined
                    && RecordedAt >= joined
        );

    private static SafetyTold Of(SafetyConcern concern) => new(concern, "", Answer.Unknown, SafetyGrade.None);

    private SafetyEntry(
        Guid patientId,
        Guid episodeId,
        SafetyEntryKind kind,
        SafetyTold told,
        IEnumerable<SafetyEntry> earlier,
        Entry entry
    )
    {
        entry = entry.Checked();
        (Id, PatientId, EpisodeId, Kind) = (entry.Id, patientId, episodeId, kind);
        ToldJson = Recorded.Json(told);
        IsWatched =
            kind is SafetyEntryKind.NotAbleToAsk or SafetyEntryKind.Closed
            || told.Concern is SafetyConcern.WorseScore or SafetyConcern.CallToday
            || told.Answer is Answer.Yes && SafetyConcerns.Row(told.Concern).IsRed
            || earlier.Any(e => e.IsWatched && e.Concern == told.Concern);
        (SaidAt, RecordedAt, RecordedBy) = (entry.RecordedAt, entry.RecordedAt, entry.RecordedBy);
    }
}
