namespace Glidepath.Pharmacology.Tapering.Search;

/// <summary>
/// The logarithm of a dose, in billionths, as the sum over the prime factors of its whole number of units. So it is whole and still adds
/// up: cuts of one ratio weigh the same from whatever dose, and two ways between two doses have one sum. Rounded dose by dose, a last digit
/// decided between ways that are equal.
/// </summary>
internal static class DoseLogarithm
{
    public const double Parts = 1_000_000_000;

    /// <param name="units">1 or more.</param>
    public static long Of(int units)
    {
        var sum = 0L;
        for (var prime = 2; prime <= units / prime; prime++)
        for (; units % prime == 0; units /= prime)
            sum += OfPrime(prime);
        return units > 1 ? sum + OfPrime(units) : sum;
    }

    private static long OfPrime(int prime) => (long)Math.Round(Math.Log(prime) * Parts);
}
