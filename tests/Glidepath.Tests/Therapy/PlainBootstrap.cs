namespace Glidepath.Tests.Therapy;

/// <summary>The percentile bootstrap of two means' difference, which the product does not use: it covers too seldom where there are few.</summary>
internal static class PlainBootstrap
{
    public const int Resamples = 999;

    /// <param name="values">The first group, then the other.</param>
    /// <param name="first">How many are of the first group.</param>
    /// <param name="indices">For each resample the places that were drawn, those of the first group first.</param>
    public static (double Low, double High) Middle95(double[] values, int first, IReadOnlyList<int[]> indices)
    {
        var gaps = indices.Select(drawn => drawn.Take(first).Average(i => values[i]) - drawn.Skip(first).Average(i => values[i])).ToArray();
        Array.Sort(gaps);
        // Of 999 the 25th from either end is at 2.5 % (Davison and Hinkley 1997).
        return (gaps[24], gaps[^25]);
    }
}
