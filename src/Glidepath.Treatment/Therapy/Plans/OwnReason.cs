using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>Why a person wants to take less, in their own words; shown to them in a hard moment.</summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class OwnReason : OwnWork
{
    private OwnReason() { }

    [Encrypted]
    public string Words { get; private set; } = "";

    /// <summary>UTC. When the person put it away; null while it is shown.</summary>
    public DateTime? PutAwayAt { get; private set; }

    public override WorkKind Kind => WorkKind.Reasons;

    /// <exception cref="RuleViolationException"><c>reason.missing</c>, <c>reason.too-long</c></exception>
    public static OwnReason Say(Guid id, EpisodeOfCare episode, string? words, bool isShared, DateTime now, Guid by)
    {
        var entry = new OwnReason { Words = Recorded.Required(words, "reason", Recorded.ShortText) };
        entry.Begin(id, episode, now, isShared, now, by);
        return entry;
    }

    public void PutAway(DateTime at) => PutAwayAt ??= Recorded.Utc(at);
}
