using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>
/// What a person writes for themselves. Each entry is the person's alone (<see cref="DataClass.OwnWork"/>) until they share it, and again
/// once they take it back: the store gives an entry that is not shared to nobody else, whoever asks and by whatever page.
/// </summary>
public abstract class OwnWork : IPatientRecord, IVersioned, IPersonsOwn
{
    /// <summary>How far back an entry may be dated. Older ones are remembered badly; own.</summary>
    public const int DaysBack = 7;

    /// <summary>What a phone's clock may be ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private protected OwnWork() { }

    public Guid Id { get; private protected set; }

    public Guid PatientId { get; private protected set; }

    public Guid EpisodeId { get; private protected set; }

    public Guid Version { get; private protected set; }

    /// <inheritdoc/>
    public DataClass Holds { get; private protected set; } = DataClass.OwnWork;

    /// <summary>UTC. When it was, as the person says.</summary>
    public DateTime At { get; private protected set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private protected set; }

    public Guid RecordedBy { get; private protected set; }

    public abstract WorkKind Kind { get; }

    public bool IsShared => Holds is DataClass.TherapyWork;

    /// <summary>At any time, and as often as they like. What was read stays read.</summary>
    public void Share(bool isShared) => Holds = isShared ? DataClass.TherapyWork : DataClass.OwnWork;

    /// <param name="id">Chosen by the phone, so that what follows can name it before it arrived.</param>
    /// <param name="at">UTC.</param>
    /// <param name="daysBack">How far back it may be.</param>
    /// <exception cref="RuleViolationException"><c>own-work.at</c>: in the future or further back;
    /// <c>own-work.episode-closed</c>.</exception>
    private protected void Begin(Guid id, EpisodeOfCare episode, DateTime at, bool isShared, DateTime now, Guid by, int daysBack = DaysBack)
    {
        if (!episode.IsOpen)
            throw new RuleViolationException("own-work.episode-closed");
        if (Recorded.Utc(at) > Recorded.Utc(now) + Ahead || at < now.AddDays(-daysBack))
            throw new RuleViolationException("own-work.at", ("days", daysBack));
        (Id, PatientId, EpisodeId, At, RecordedAt, RecordedBy) = (id, episode.PatientId, episode.Id, at > now ? now : at, now, by);
        Share(isShared);
    }
}
