using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <param name="IsHard">It is a hard moment now.</param>
/// <param name="Place">Null for not said.</param>
/// <param name="With">Null for not said.</param>
public sealed record PromptSaid(bool IsHard, string? Place, string? With);

/// <summary>
/// What a person answered when they were asked at a random time: the share of such moments that were hard is the honest one, since nobody
/// chose them.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class PromptAnswer : OwnWork
{
    private PromptAnswer() { }

    /// <summary>Read <see cref="Said"/>.</summary>
    [Encrypted]
    public string SaidJson { get; private set; } = "";

    /// <summary>Read <see cref="Doses"/>.</summary>
    [Encrypted]
    public string DosesJson { get; private set; } = "";

    /// <summary>UTC. The random time; one answer to each.</summary>
    public DateTime AskedAt { get; private set; }

    public override WorkKind Kind => WorkKind.Prompts;

    public PromptSaid Said => Recorded.Read(SaidJson, new PromptSaid(false, null, null));

    public DosesAround Doses => Recorded.Read(DosesJson, DosesAround.NotKnown);

    /// <param name="askedAt">UTC.</param>
    /// <param name="at">UTC. When it was answered.</param>
    /// <exception cref="RuleViolationException"><c>prompt.late</c>: an answer to a moment that is over.</exception>
    public static PromptAnswer Answer(
        Guid id,
        EpisodeOfCare episode,
        DateTime askedAt,
        PromptSaid said,
        DateTime at,
        DosesAround doses,
        bool isShared,
        DateTime now,
        Guid by
    )
    {
        if (at < askedAt || at > Recorded.Utc(askedAt).AddMinutes(PromptTimes.OpenMinutes))
            throw new RuleViolationException("prompt.late", ("minutes", PromptTimes.OpenMinutes));
        var entry = new PromptAnswer
        {
            AskedAt = askedAt,
            SaidJson = Recorded.Json(
                said with
                {
                    Place = Recorded.Optional(said.Place, "craving.place"),
                    With = Recorded.Optional(said.With, "craving.with"),
                }
            ),
            DosesJson = Recorded.Json(doses),
        };
        entry.Begin(id, episode, at, isShared, now, by);
        return entry;
    }
}
