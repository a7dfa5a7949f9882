using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Privacy;
using Stage = Glidepath.Treatment.Patients.EpisodePhase;

namespace Glidepath.Treatment.Patients;

/// <summary>From the first call to the end of continuing care. Every change of phase leaves an <see cref="EpisodeMove"/>.</summary>
[RecordOf(DataClass.PresenceInTreatment)]
public sealed class EpisodeOfCare : IPatientRecord, IVersioned
{
    private EpisodeOfCare() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid Version { get; private set; }

    public DateOnly OpenedOn { get; private set; }

    /// <summary>Null until asked.</summary>
    [StoredAs("Door")]
    public Pathway? Pathway { get; private set; }

    public EpisodePhase Phase { get; private set; }

    public DateOnly PhaseSince { get; private set; }

    /// <summary>The last move that was not reversed.</summary>
    public Guid LastMoveId { get; private set; }

    public DischargeReason? DischargeReason { get; private set; }

    public bool IsOpen => Phase is not Stage.Discharged;

    public static (EpisodeOfCare Episode, EpisodeMove Move) Open(Guid id, Guid patientId, DateOnly on, MoveEntry entry)
    {
        var episode = new EpisodeOfCare
        {
            Id = id,
            PatientId = patientId,
            OpenedOn = on,
            Phase = Stage.Enquiry,
            PhaseSince = on,
        };
        episode.CheckDay(on, entry);
        return (episode, episode.Log(EpisodeMoveKind.Opening, null, Stage.Enquiry, on, null, entry));
    }

    public void ComeInBy(Pathway pathway) => Pathway = IsOpen ? pathway : throw Closed("episode.pathway.closed");

    /// <param name="discharge">Required for, and only for, a discharge.</param>
    /// <param name="readiness">What must be there before care begins; needed from the enquiry to the intake, and from there on.</param>
    /// <exception cref="RuleViolationException">The phase does not follow, the day is before the last move or ahead, a reason is
    /// missing, nobody treats the person, or a safety question was not asked.</exception>
    public EpisodeMove Move(
        EpisodePhase to,
        DateOnly on,
        MoveEntry entry,
        DischargeReason? discharge = null,
        CareReadiness? readiness = null
    )
    {
        var kind = (Phase, to) switch
        {

            (Stage.Enquiry, Stage.Intake)
            or
            (Stage.Intake, Stage.WithdrawalManagement or Stage.Treatment)
            or
            (Stage.WithdrawalManagement, Stage.Treatment)
            or (Stage.Treatment, Stage.ContinuingCare) => EpisodeMoveKind.Forward,
            (Stage.Treatment, Stage.WithdrawalManagement) or (Stage.ContinuingCare, Stage.Treatment or Stage.WithdrawalManagement) =>
                EpisodeMoveKind.Return,
            (Stage.Enquiry or Stage.Intake or Stage.WithdrawalManagement or Stage.Treatment or Stage.ContinuingCare, Stage.Discharged) =>
                EpisodeMoveKind.Forward,
            (Stage.Discharged, _) => throw Closed("episode.move.closed"),
            var (from, other) => throw new RuleViolationException(
                "episode.move.does-not-follow",
                ("to", other),
                ("from", from),
                ("next", new SentenceList("list.comma", [.. Next(from)]))
            ),
        };
        CheckDay(on, entry);
        if (on < PhaseSince)
            throw new RuleViolationException("episode.move.before-last", ("last", PhaseSince));
        if (to is Stage.Discharged != discharge is not null)
            throw new RuleViolationException("episode.move.discharge-reason");
        if (kind is EpisodeMoveKind.Return && entry.Reason is null)
            throw new RuleViolationException("episode.move.reason-missing");
        if (kind is EpisodeMoveKind.Forward && to is not Stage.Discharged)
            (readiness ?? CareReadiness.Unknown).MustLetGoOn(Phase);
        return Log(kind, null, to, on, discharge, entry);
    }

    /// <summary>Takes back the last move as recorded in error. The move stays in the log.</summary>
    /// <param name="last">The move with the id <see cref="LastMoveId"/>.</param>
    public EpisodeMove Reverse(EpisodeMove last, DateOnly on, MoveEntry entry)
    {
        if (last.EpisodeId != Id || last.Id != LastMoveId)
            throw new RuleViolationException("episode.reverse.not-last");
        if (last is not { From: { } from, FromSince: { } since, PreviousMoveId: { } previous })
            throw new RuleViolationException("episode.reverse.opening");
        if (entry.Reason is null)
            throw new RuleViolationException("episode.reverse.reason-missing");
        CheckDay(on, entry);
        var reversal = Log(EpisodeMoveKind.Reversal, last.Id, from, on, null, entry);
        (PhaseSince, LastMoveId) = (since, previous);
        return reversal;
    }

    /// <summary>Phases that a move may lead to.</summary>
    public static IReadOnlyList<EpisodePhase> Next(EpisodePhase from) =>
        from switch
        {
            Stage.Enquiry => [Stage.Intake, Stage.Discharged],
            Stage.Intake => [Stage.WithdrawalManagement, Stage.Treatment, Stage.Discharged],
            Stage.WithdrawalManagement => [Stage.Treatment, Stage.Discharged],
            Stage.Treatment => [Stage.ContinuingCare, Stage.WithdrawalManagement, Stage.Discharged],
            Stage.ContinuingCare => [Stage.Treatment, Stage.WithdrawalManagement, Stage.Discharged],
            Stage.Discharged => [],
        };

    private EpisodeMove Log(EpisodeMoveKind kind, Guid? reverses, EpisodePhase to, DateOnly on, DischargeReason? discharge, MoveEntry entry)
    {
        var move = new EpisodeMove(this, kind, reverses, to, on, discharge, entry);
        (Phase, PhaseSince, LastMoveId, DischargeReason) = (to, on, move.Id, discharge);
        return move;
    }

    private void CheckDay(DateOnly on, MoveEntry entry)
    {
        if (on > entry.Day)
            throw new RuleViolationException("episode.move.ahead");
        if (on < OpenedOn)
            throw new RuleViolationException("episode.move.before-opening", ("opened", OpenedOn));
    }

    private static RuleViolationException Closed(string rule) => RuleViolationException.Of(rule, "episode.closed");
}
