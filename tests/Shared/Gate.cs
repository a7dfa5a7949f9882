using System.Globalization;

namespace Glidepath.Tests.Shared;

/// <summary>
/// How much of what is checked many times over is checked now: all of it in <c>eng/check --all</c>, which sets GLIDEPATH_ALL; else a part,
/// another one for each commit. A test that has no such part runs the same in both.
/// </summary>
internal static class Gate
{
    public const int Quarters = 4;

    public static readonly bool IsAll = Environment.GetEnvironmentVariable("GLIDEPATH_ALL") is "1";

    /// <summary>0 to 3, from the hash of the commit by eng/check (GLIDEPATH_QUARTER); 0 where nobody says.</summary>
    public static readonly int Quarter =
        int.Parse(
            Environment.GetEnvironmentVariable("GLIDEPATH_QUARTER") is { Length: > 0 } said ? said : "0",
            CultureInfo.InvariantCulture
        ) % Quarters;

    /// <summary>Every one, or a quarter of them; the output of the test says how many.</summary>
    public static IReadOnlyList<T> Part<T>(IReadOnlyList<T> all)
    {
        List<T> part = [.. all.Where((_, i) => IsAll || Of(i) == Quarter)];
        TestContext.Current.TestOutputHelper?.WriteLine($"{part.Count} of {all.Count}, {(IsAll ? "all" : $"quarter {Quarter}")}");
        return part;
    }

    /// <summary>How many random cases to try: all that many, or a quarter; they are others each time.</summary>
    public static int Cases(int all)
    {
        var some = IsAll ? all : (all + Quarters - 1) / Quarters;
        TestContext.Current.TestOutputHelper?.WriteLine($"{some} of {all} random cases");
        return some;
    }

    /// <summary>
    /// The quarter of the item at this place. Items are made by loops in loops, and a plain remainder would leave out whole values of the
    /// innermost; the top bits of Knuth's multiplicative hash do not.
    /// </summary>
    internal static int Of(int place) => (int)(unchecked((uint)place * 2654435769u) >> 30);
}
