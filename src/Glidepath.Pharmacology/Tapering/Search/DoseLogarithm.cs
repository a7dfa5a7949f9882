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

    /// <summary>
    /// Of a part, such as the 0.9 that a cut of 10 % leaves: it adds up with those of doses where it has four decimals at most, so that
    /// a cut of just the asked size weighs the same whether it is asked for or made.
    /// </summary>
    /// <param name="part">Above 0, at most 1.</param>
    public static long OfPart(decimal part) =>
        decimal.IsInteger(part * Whole) ? Of((int)(part * Whole)) - Of(Whole) : (long)Math.Round(Math.Log((double)part) * Parts);

    private const int Whole = 10_000;

    private static long OfPrime(int prime) => (long)Math.Round(Math.Log(prime) * Parts);
}
