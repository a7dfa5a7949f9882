using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>Who records a move, when, and why.</summary>
/// <param name="Id">Of the move.</param>
/// <param name="RecordedAt">UTC.</param>
/// <param name="Zone">Of the program: what lies ahead is held against the day there.</param>
/// <param name="Reason">Required for a return and a reversal.</param>
public sealed record MoveEntry(Guid Id, DateTime RecordedAt, Guid RecordedBy, TimeZoneInfo Zone, string? Reason = null)
{
    /// <summary>The day on which it is written down, where the program is.</summary>
    public DateOnly Day => LocalDay.Of(RecordedAt, Zone);
}

/// <summary>One change of phase. Written once; a mistake is answered by a reversal, never by a change.</summary>
[RecordOf(DataClass.PresenceInTreatment)]
public sealed class EpisodeMove : IPatientRecord, IAppendOnly
{
    private EpisodeMove() { }

    internal EpisodeMove(
        EpisodeOfCare episode,
        EpisodeMoveKind kind,
        Guid? reverses,
        EpisodePhase to,
        DateOnly on,
        DischargeReason? discharge,
        MoveEntry entry
    )
    {
        var opening = kind is EpisodeMoveKind.Opening;
        (Id, PatientId, EpisodeId, Kind, ReversesId) = (entry.Id, episode.PatientId, episode.Id, kind, reverses);
        if (!opening)
            (From, FromSince, PreviousMoveId) = (episode.Phase, episode.PhaseSince, episode.LastMoveId);
        (To, On, DischargeReason) = (to, on, discharge);
        (RecordedAt, RecordedBy, Reason) = (
            Recorded.Utc(entry.RecordedAt),
            entry.RecordedBy,
            Recorded.Optional(entry.Reason, "episode.move.reason", 2_000)
        );
    }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public EpisodeMoveKind Kind { get; private set; }

    /// <summary>Null for an opening.</summary>
    public EpisodePhase? From { get; private set; }

    /// <summary>Since when it had been in <see cref="From"/>.</summary>
    public DateOnly? FromSince { get; private set; }

    public EpisodePhase To { get; private set; }

    public DateOnly On { get; private set; }

    public DischargeReason? DischargeReason { get; private set; }

    [Encrypted]
    public string? Reason { get; private set; }

    public Guid? PreviousMoveId { get; private set; }

    public Guid? ReversesId { get; private set; }

    /// <summary>Always null: a move is reversed, not amended.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }
}
