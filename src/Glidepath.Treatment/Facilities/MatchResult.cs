namespace Glidepath.Treatment.Facilities;

/// <summary>"Fit with what you told us", never "best outcome": no study shows that any order of places gives one.</summary>
public sealed record MatchResult
{
    /// <summary>Comes alone: there is no list with it.</summary>
    public EmergencyAnswer? Emergency { get; init; }

    /// <summary>Stands above the list.</summary>
    public IReadOnlyList<string> CareFirst { get; init; } = [];

    /// <summary>Places that hold to everything that filters.</summary>
    public int Count { get; init; }

    /// <summary>
    /// Of these, places where nothing the caller told is missing or not known. They come first, the nearer before the farther.
    /// </summary>
    public int EverythingCount { get; init; }

    /// <summary>
    /// Places against which nothing is known, and of which something that filters is not listed: they stand below, to be asked.
    /// </summary>
    public int AskCount { get; init; }

    /// <summary>Places that would count but of which nobody knows where they are; they are in no ring.</summary>
    public int WithoutPosition { get; init; }

    /// <summary>Miles of the ring that was searched; null is anywhere.</summary>
    public double? WithinMiles { get; init; }

    /// <summary>The ring grew beyond the first one. Never so where the caller named the miles.</summary>
    public bool Widened { get; init; }

    /// <summary>The best first, as many as were asked for.</summary>
    public IReadOnlyList<MatchItem> Items { get; init; } = [];

    public IReadOnlyList<Relaxation> Relaxations { get; init; } = [];

    /// <summary>None where fewer than two places count.</summary>
    public Stability? Stability { get; init; }

    public FacetCounts Facets { get; init; } = FacetCounts.None;

    /// <summary>What the caller told, line by line: what the items' reasons are made of.</summary>
    public IReadOnlyList<NeedLine> Lines { get; init; } = [];

    /// <summary>Draws the order of equals: the same seed, directory and needs give the same list.</summary>
    public int Seed { get; init; }

    public string MethodVersion { get; init; } = MatchMethod.Version;

    /// <summary>Positions of the programme's own places among the items, for its log and report.</summary>
    public IReadOnlyList<int> OwnPositions => [.. Items.Where(i => i.Place.IsOwn).Select(i => i.Position)];
}

public enum Standing
{
    /// <summary>Holds to everything that filters.</summary>
    Fits,

    /// <summary>Something that filters is not listed: ask first.</summary>
    AskFirst,
}

/// <param name="Position">From 1.</param>
/// <param name="Score">0 to 100 points. Differences under <see cref="MatchMethod.BandPoints"/> mean nothing.</param>
/// <param name="Band">Places of one band count as equal; 0 is the highest.</param>
/// <param name="Miles">None without a place to count from.</param>
/// <param name="MilesAreAbout">One of the two ends is the middle of a ZIP area.</param>
/// <param name="Fits">Reasons for it.</param>
/// <param name="Misses">Reasons against it.</param>
/// <param name="NotListed">To be asked.</param>
/// <param name="MoveUp">The one answer that would lift it most.</param>
public sealed record MatchItem(
    int Position,
    Place Place,
    Standing Standing,
    double Score,
    int Band,
    double? Miles,
    bool MilesAreAbout,
    IReadOnlyList<NeedLine> Fits,
    IReadOnlyList<NeedLine> Misses,
    IReadOnlyList<NeedLine> NotListed,
    MoveUp? MoveUp
)
{
    /// <summary>Nothing the caller told is missing or not known; such places come first, the nearer before the farther.</summary>
    public bool FitsEverything => Misses.All(l => l.Kind is NeedKind.Distance) && NotListed.Count == 0;
}

/// <param name="Now">Not listed: ask. Listed as not: it would have to change.</param>
/// <param name="Position">Where the place would then stand, all others as they are.</param>
public sealed record MoveUp(NeedLine Line, Listing Now, double Score, int Position);

/// <summary>What would have to give: how many more places there were without one rule.</summary>
/// <param name="Drop">Id of the line; "within" for the caller's miles.</param>
/// <param name="Gain">More places that hold to all the rest.</param>
/// <param name="WithinMiles">Miles in which they were counted; null is anywhere.</param>
/// <param name="Caution">Why not to drop it lightly; empty where there is nothing to say.</param>
public sealed record Relaxation(string Drop, string Label, int Gain, double? WithinMiles, string Caution = "");

/// <summary>How often the first place stays first when each weight alone is halved and made half as large again.</summary>
public sealed record Stability(Guid PlaceId, int Held, int Variations)
{
    public override string ToString() => $"first in {Held} of {Variations} variations";
}

/// <summary>How many of the places that count list each code, in the ring and in the next wider one: "0 here, 4 within 50 miles".</summary>
/// <param name="here">By code, then by criterion.</param>
/// <param name="widerMiles">Miles; null is anywhere.</param>
public sealed class FacetCounts(IReadOnlyList<string> codes, IReadOnlyList<Criterion> criteria, int[] here, int[] wider, double? widerMiles)
{
    public static FacetCounts None { get; } = new([], [], [], [], null);

    public double? WiderMiles => widerMiles;

    public IEnumerable<(string Code, int Here, int Wider)> Codes => codes.Select((code, i) => (code, here[i], wider[i]));

    /// <summary>Of every row of <see cref="CriterionTable"/> that a caller can ask for.</summary>
    public IEnumerable<(Criterion Criterion, int Here, int Wider)> Criteria =>
        criteria.Select((c, i) => (c, here[codes.Count + i], wider[codes.Count + i]));

    public (int Here, int Wider) Of(string code) => Codes.Where(c => c.Code == code).Select(c => (c.Here, c.Wider)).FirstOrDefault();

    public (int Here, int Wider) Of(Criterion criterion) =>
        Criteria.Where(c => c.Criterion.Id == criterion.Id).Select(c => (c.Here, c.Wider)).FirstOrDefault();
}
