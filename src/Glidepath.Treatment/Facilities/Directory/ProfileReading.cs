using System.Globalization;

namespace Glidepath.Treatment.Facilities;

/// <summary>
/// What a profile says to a criterion. An answer counts once staff have looked at the proof, so that nobody climbs by ticking boxes, and
/// nobody is pushed down by a stranger who ticks them for a rival.
/// </summary>
internal static class ProfileReading
{
    /// <summary>
    /// Percent of the current dose per four weeks. The slower end of what the Joint Guideline calls usual (5 to 10 % every 2 to 4 weeks).
    /// </summary>
    private const decimal Slow = 10;

    /// <summary>
    /// Percent of the current dose per four weeks that two cuts of 25 %, two weeks apart, take away: the Joint Guideline's upper bound.
    /// </summary>
    private const decimal Fast = 43.75m;

    /// <summary>Weeks.</summary>
    private const decimal Long = 26;

    public static Listing Of(BenzodiazepineProfile profile, BenzodiazepineCapability capability)
    {
        if (profile.Of(capability) is not { VerifiedOn: not null } said || said.Answer is Listing.NotListed)
            return Listing.NotListed;
        return said.Answer is Listing.ListedAsNot ? Listing.ListedAsNot : Meaning(capability, said.Value);
    }

    private static Listing Meaning(BenzodiazepineCapability capability, string? value) =>
        capability switch
        {
            BenzodiazepineCapability.SlowestTaper => Number(value, v => v <= Slow),
            BenzodiazepineCapability.FastestTaper => Number(value, v => v <= Fast),
            BenzodiazepineCapability.LongestTaper => Number(value, v => v >= Long),
            BenzodiazepineCapability.DdcatRating => value?.Trim().ToUpperInvariant() switch
            {
                "DDC" or "DDE" => Listing.Listed,
                "AOS" => Listing.ListedAsNot,
                _ => Listing.NotListed,
            },
            _ => Listing.Listed,
        };

    /// <summary>A number that cannot be read is no answer.</summary>
    private static Listing Number(string? value, Func<decimal, bool> holds) =>
        decimal.TryParse(value?.TrimEnd('%', ' '), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? holds(number)
                ? Listing.Listed
                : Listing.ListedAsNot
            : Listing.NotListed;
}
