namespace Glidepath.Treatment.Therapy;

/// <summary>
/// When a person is asked on a day: at random, one time in each equal part of the waking hours, and the same times whoever asks for them.
/// </summary>
public static class PromptTimes
{
    /// <summary>Minutes after midnight, where the person is. Own.</summary>
    public const int FirstMinute = 9 * 60,
        LastMinute = 21 * 60;

    /// <summary>An answer that comes later is of another moment. Own.</summary>
    public const int OpenMinutes = 60;

    /// <param name="seed">Of the person; it tells nobody their times.</param>
    /// <param name="perDay">At most <see cref="PromptChoice.MostADay"/>.</param>
    /// <returns>Minutes after midnight, rising.</returns>
    public static IReadOnlyList<int> On(Guid seed, DateOnly day, int perDay)
    {
        if (perDay == 0)
            return [];
        var bytes = seed.ToByteArray();
        var state =
            BitConverter.ToUInt64(bytes, 0) ^ BitConverter.ToUInt64(bytes, 8) ^ unchecked((ulong)day.DayNumber * 0x9E3779B97F4A7C15);
        var part = (LastMinute - FirstMinute) / perDay;
        // Open for an hour: two never overlap.
        return
        [
            .. Enumerable.Range(0, perDay).Select(n => FirstMinute + (n * part) + (int)(Next(ref state) % (ulong)(part - OpenMinutes))),
        ];
    }

    /// <summary>SplitMix64 (Steele, Lea, Flood 2014).</summary>
    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            var mixed = state += 0x9E3779B97F4A7C15;
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
