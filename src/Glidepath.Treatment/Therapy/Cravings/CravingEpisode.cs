using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Therapy;

/// <summary>How strong it was so long after it began.</summary>
/// <param name="Minutes">From the beginning.</param>
/// <param name="Strength">0 to <see cref="CravingEpisode.Strongest"/>.</param>
public sealed record CravingRating(decimal Minutes, int Strength);

/// <summary>What a person says as a hard moment begins.</summary>
/// <param name="Strength">0 to <see cref="CravingEpisode.Strongest"/>.</param>
/// <param name="Place">In their words, or of their own list; null for not said.</param>
/// <param name="With">With whom; null for not said.</param>
/// <param name="SetOff">What set it off; null for not said.</param>
public sealed record CravingStart(int Strength, string? Place, string? With, string? SetOff, NearDose NearDose);

/// <summary>What a person says as it goes on.</summary>
/// <param name="Minutes">Since it began.</param>
/// <param name="Strength">Null where it was not rated again.</param>
/// <param name="Did">What they did, in their words; null for nothing new.</param>
public sealed record CravingStep(decimal Minutes, int? Strength, CravingEnd End, CravingWay Way, string? Did);

/// <summary>
/// A hard moment: how strong, where and with whom, how it went on. Ratings are added as it goes on; nothing that was said is taken away.
/// </summary>
[RecordOf(DataClass.TherapyWork)]
public sealed class CravingEpisode : OwnWork
{
    public const int Strongest = 10;

    /// <summary>As long as a phone keeps one that was written down at the time: it is not remembered, it only comes late.</summary>
    public const int DaysKept = 28;

    /// <summary>After this it is another one. Own: urges that are watched are over sooner.</summary>
    public const int LongestMinutes = 240;

    /// <summary>Of the dose to come: a moment this near before it may be withdrawal between doses. Own.</summary>
    public const decimal BeforeDoseHours = 3;

    private const int MostRatings = 60;

    private CravingEpisode() { }

    /// <summary>Read <see cref="Start"/>.</summary>
    [Encrypted]
    public string StartJson { get; private set; } = "";

    /// <summary>Read <see cref="Ratings"/>.</summary>
    [Encrypted]
    public string RatingsJson { get; private set; } = "";

    /// <summary>Read <see cref="End"/>, <see cref="Way"/> and <see cref="Did"/>.</summary>
    [Encrypted]
    public string OutcomeJson { get; private set; } = "";

    /// <summary>Read <see cref="Doses"/>.</summary>
    [Encrypted]
    public string DosesJson { get; private set; } = "";

    public override WorkKind Kind => WorkKind.HardMoments;

    public CravingStart Start => Recorded.Read(StartJson, new CravingStart(0, null, null, null, NearDose.NotSaid));

    /// <summary>By the plan that was in force. Nobody says by it that a dose was taken.</summary>
    public DosesAround Doses => Recorded.Read(DosesJson, DosesAround.NotKnown);

    /// <summary>The first at minute 0.</summary>
    public IReadOnlyList<CravingRating> Ratings => Recorded.Read<CravingRating[]>(RatingsJson, []);

    public CravingEnd End => Outcome.End;

    /// <summary>From the beginning to the end; null while it is not known.</summary>
    public decimal? EndedAfter => Outcome.EndedAfter;

    public CravingWay Way => Outcome.Way;

    public string? Did => Outcome.Did;

    /// <summary>Up to which minute anything was said.</summary>
    public decimal LastHeardOf => Math.Max(EndedAfter ?? 0, Ratings.Select(r => r.Minutes).DefaultIfEmpty(0).Max());

    /// <summary>Shortly before a dose, by the plan or, where none is known, as the person said: it may be withdrawal and no
    /// craving.</summary>
    public bool IsBeforeDose => Doses.ToNext is { } hours ? hours <= BeforeDoseHours : Start.NearDose is NearDose.Before;

    private CravingOutcome Outcome => Recorded.Read(OutcomeJson, CravingOutcome.Open);

    /// <param name="at">UTC.</param>
    /// <exception cref="RuleViolationException"><c>craving.…</c>, <c>own-work.…</c>: a value that cannot be.</exception>
    public static CravingEpisode Record(
        Guid id,
        EpisodeOfCare episode,
        CravingStart start,
        DateTime at,
        DosesAround doses,
        bool isShared,
        DateTime now,
        Guid by
    )
    {
        var entry = new CravingEpisode
        {
            StartJson = Recorded.Json(
                start with
                {
                    Strength = Rated(start.Strength),
                    Place = Recorded.Optional(start.Place, "craving.place"),
                    With = Recorded.Optional(start.With, "craving.with"),
                    SetOff = Recorded.Optional(start.SetOff, "craving.set-off"),
                }
            ),
            RatingsJson = Recorded.Json(new[] { new CravingRating(0, start.Strength) }),
            DosesJson = Recorded.Json(doses),
        };
        entry.Begin(id, episode, at, isShared, now, by, DaysKept);
        return entry;
    }

    /// <summary>Said twice, as a phone may that got no answer, it is there once.</summary>
    /// <exception cref="RuleViolationException"><c>craving.…</c>: a value that cannot be, or another end than was said.</exception>
    public void Continue(CravingStep step)
    {
        if (step.Minutes < 0 || step.Minutes > LongestMinutes)
            throw new RuleViolationException("craving.minutes", ("most", LongestMinutes));
        if (step.End is not CravingEnd.NotKnown && End is not CravingEnd.NotKnown && step.End != End)
            throw new RuleViolationException("craving.ended");
        if (step.Strength is { } strength && new CravingRating(step.Minutes, Rated(strength)) is var rating && !Ratings.Contains(rating))
            RatingsJson =
                Ratings.Count < MostRatings
                    ? Recorded.Json(Ratings.Append(rating).OrderBy(r => r.Minutes))
                    : throw new RuleViolationException("craving.ratings", ("most", MostRatings));
        OutcomeJson = Recorded.Json(
            Outcome with
            {
                End = step.End is CravingEnd.NotKnown ? End : step.End,
                EndedAfter = EndedAfter ?? (step.End is CravingEnd.NotKnown ? null : step.Minutes),
                Way = step.Way is CravingWay.NotSaid ? Way : step.Way,
                Did = Recorded.Optional(step.Did, "craving.did") ?? Did,
            }
        );
    }

    private static int Rated(int strength) =>
        strength is >= 0 and <= Strongest ? strength : throw new RuleViolationException("craving.strength", ("most", Strongest));

    private sealed record CravingOutcome(CravingEnd End, decimal? EndedAfter, CravingWay Way, string? Did)
    {
        public static readonly CravingOutcome Open = new(CravingEnd.NotKnown, null, CravingWay.NotSaid, null);
    }
}
