using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Assessments;

/// <summary>Whose words the items are.</summary>
public enum Wording
{
    /// <summary>Word for word, where the licence allows it.</summary>
    Official,

    /// <summary>Our own short labels; the instrument's form is needed beside them.</summary>
    Own,

    /// <summary>No text here: read from a file that the programme supplies.</summary>
    FromFile,
}

public enum AnsweredBy
{
    Patient,
    Staff,
    Both,
}

/// <summary>One answer that may be chosen.</summary>
public sealed record Anchor(int Score, string Text);

/// <summary>One item.</summary>
/// <param name="Id">Stable, unique in its instrument.</param>
/// <param name="IsScored">False for what is only recorded, such as hours of sleep.</param>
/// <param name="OpensSafetyStep">Any answer above its lowest opens the safety step.</param>
public sealed record Item(string Id, string Text, IReadOnlyList<Anchor> Anchors, bool IsScored = true, bool OpensSafetyStep = false)
{
    /// <summary>Seen by staff rather than told by the person.</summary>
    public bool IsObserved { get; init; }

    public int Least => Anchors.Min(a => a.Score);

    public int Most => Anchors.Max(a => a.Score);

    public bool Accepts(int score) => Anchors.Any(a => a.Score == score);
}

/// <summary>Scores from <paramref name="From"/> to <paramref name="To"/>, both included.</summary>
public sealed record ScoreBand(int From, int To, string Name, Source Source, Confidence Confidence);

/// <summary>A score at or above which the source speaks of a positive screen or a case.</summary>
/// <param name="For">Whom it holds for; null for everyone.</param>
public sealed record CutOff(int AtLeast, string Means, Source Source, Confidence Confidence, string? For = null);

/// <summary>How unanswered items are dealt with. An unanswered item is never counted as zero.</summary>
/// <param name="MostMissing">With more unanswered than this there is no score.</param>
/// <param name="Prorates">A score with items missing is the mean of the answered ones times all, rounded to the nearest whole.</param>
public sealed record PartialRule(int MostMissing, bool Prorates, Source Source, Confidence Confidence)
{
    /// <summary>Every item is needed.</summary>
    public static readonly PartialRule None = new(0, false, Sources.OwnRule, Confidence.Derived);
}

/// <summary>A questionnaire or rating scale as data.</summary>
/// <param name="Id">Stable: <c>gad-7</c>.</param>
/// <param name="Version">Goes up when a text, an anchor or the scoring changes; kept with every score.</param>
public sealed record Instrument(string Id, int Version, string Title, string Language, AnsweredBy AnsweredBy)
{
    /// <summary>Read out or shown before the items.</summary>
    public required string Lead { get; init; }

    public required IReadOnlyList<Item> Items { get; init; }

    public IReadOnlyList<ScoreBand> Bands { get; init; } = [];

    public IReadOnlyList<CutOff> CutOffs { get; init; } = [];

    public PartialRule Partial { get; init; } = PartialRule.None;

    public required string Licence { get; init; }

    public required string Citation { get; init; }

    public required Wording Wording { get; init; }

    /// <summary>Against what the wording, anchors and scoring were compared, and what was not.</summary>
    public required string VerifiedAgainst { get; init; }

    /// <summary>How sure it is that items, anchors and scoring are those of the published instrument.</summary>
    public required Confidence Confidence { get; init; }

    /// <summary>What it may be used for. CIWA-Ar is for alcohol alone.</summary>
    public IReadOnlyList<Purpose> Purposes { get; init; } = [];

    /// <summary>Days the items look back on.</summary>
    public int? LooksBackDays { get; init; }

    public IEnumerable<Item> Scored => Items.Where(i => i.IsScored);

    public int Least => Scored.Sum(i => i.Least);

    public int Most => Scored.Sum(i => i.Most);

    public ScoreBand? BandOf(int score) => Bands.FirstOrDefault(b => b.From <= score && score <= b.To);

    public Item? Find(string itemId) => Items.FirstOrDefault(i => i.Id == itemId);
}

public enum Purpose
{
    Anxiety,
    Depression,
    Trauma,
    Alcohol,
    AlcoholWithdrawal,
    OpioidWithdrawal,
    BenzodiazepineWithdrawal,
    BenzodiazepineDependence,
    Distress,
    SecondProblem,
    SuicideRisk,
}
