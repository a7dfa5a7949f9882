using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Keeps every level of one analyte, 64 people after 64 people; for those, hour after hour, person beside person: what is made together
/// lies together, and the memory is written from front to back.
/// </summary>
/// <param name="levels">Room for <paramref name="rows"/> times <paramref name="people"/>.</param>
internal sealed class StoredSink(int analyte, double[] levels, int rows, int people) : RowSink
{
    public double this[int row, int person] =>
        levels[Tile(person - person % LevelRun.BlockWidth) + row * Width(person) + person % LevelRun.BlockWidth];

    public override void Take(in RowBlock block)
    {
        if (block.Analyte != analyte)
            return;
        var width = Width(block.FirstPerson);
        var together = block.Together;
        if (together.Length > 0)
            Stream(together, levels.AsSpan(Tile(block.FirstPerson) + block.FirstRow * width, together.Length));
        for (var row = 0; together.Length == 0 && row < block.Rows; row++)
            block.Row(row).CopyTo(levels.AsSpan(Tile(block.FirstPerson) + (block.FirstRow + row) * width, width));
    }

    private int Tile(int firstPerson) => firstPerson * rows;

    /// <summary>People of the tile somebody is in: fewer in the last one.</summary>
    private int Width(int person) => Math.Min(LevelRun.BlockWidth, people - person + person % LevelRun.BlockWidth);

    /// <summary>
    /// A copy past the caches. The whole is gigabytes that nobody reads soon: an ordinary store would first fetch each line it is about to
    /// overwrite and throw out the block being worked on.
    /// </summary>
    private static void Stream(ReadOnlySpan<double> from, Span<double> to)
    {
        var at = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            unsafe
            {
                fixed (double* pointer = to)
                {
                    at = Math.Min(from.Length, (int)(((32 - ((nuint)pointer & 31)) & 31) / sizeof(double)));
                    from[..at].CopyTo(to);
                    for (; at <= from.Length - Vector256<double>.Count; at += Vector256<double>.Count)
                        Vector256.StoreAlignedNonTemporal(Vector256.Create(from[at..]), pointer + at);
                }
            }
        }
        from[at..].CopyTo(to[at..]);
    }
}
