using Glidepath.Treatment.Facilities;

namespace Glidepath.Web.Facilities;

/// <summary>A match as other software reads it.</summary>
/// <param name="Emergency">Comes alone: call, and no list.</param>
/// <param name="WithinMiles">Null is anywhere.</param>
/// <param name="Source">To be shown with every result.</param>
/// <param name="Stability">"first in 18 of 22 variations"; null where fewer than two fit.</param>
public sealed record MatchAnswer(
    EmergencyAnswer? Emergency,
    IReadOnlyList<string> CareFirst,
    int Count,
    int AskCount,
    double? WithinMiles,
    bool Widened,
    IReadOnlyList<MatchedPlace> Results,
    IReadOnlyList<Relaxation> Relaxations,
    string? Stability,
    IReadOnlyList<FacetCount> Facets,
    string Source,
    string MethodVersion,
    int Seed
)
{
    public static MatchAnswer Of(MatchResult result, string source) =>
        new(
            result.Emergency,
            result.CareFirst,
            result.Count,
            result.AskCount,
            result.WithinMiles,
            result.Widened,
            [.. result.Items.Select(MatchedPlace.Of)],
            result.Relaxations,
            result.Stability?.ToString(),
            [.. result.Facets.Criteria.Where(f => f.Here > 0 || f.Wider > 0).Select(f => new FacetCount(f.Criterion.Id, f.Here, f.Wider))],
            source,
            result.MethodVersion,
            result.Seed
        );
}

/// <param name="Here">Places of the list that have it.</param>
/// <param name="Wider">The same in the next wider ring.</param>
public sealed record FacetCount(string Id, int Here, int Wider);

/// <param name="Miles">None without a place to count from.</param>
/// <param name="Score">0 to 100; places of one band count as equal.</param>
/// <param name="Fits">Ids of what the caller told.</param>
public sealed record MatchedPlace(
    Guid Id,
    int Position,
    string Name,
    string City,
    string State,
    string Zip,
    string? Phone,
    double? Miles,
    bool MilesAreAbout,
    double Score,
    int Band,
    Standing Standing,
    bool IsOwn,
    IReadOnlyList<string> Fits,
    IReadOnlyList<string> Misses,
    IReadOnlyList<string> NotListed,
    string? MoveUp
)
{
    public static MatchedPlace Of(MatchItem item) =>
        new(
            item.Place.Id,
            item.Position,
            item.Place.Name,
            item.Place.City,
            item.Place.State,
            item.Place.Zip,
            FinderWords.Number(item.Place),
            item.Miles is { } m ? Math.Round(m, 1) : null,
            item.MilesAreAbout,
            item.Score,
            item.Band,
            item.Standing,
            item.Place.IsOwn,
            Ids(item.Fits),
            Ids(item.Misses),
            Ids(item.NotListed),
            item.MoveUp?.Line.Id
        );

    private static IReadOnlyList<string> Ids(IReadOnlyList<NeedLine> lines) => [.. lines.Select(l => l.Id)];
}
