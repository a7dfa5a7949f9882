namespace Glidepath.Pharmacology.Kinetics;

/// <summary>The typical person's level and the lowest and highest over all members, at every so many output hours.</summary>
internal sealed class EnvelopeSink(int analytes, int rows, int everyRows) : RowSink
{
    /// <summary>By analyte: low, typical, high; in ng/mL.</summary>
    public double[][][] Values { get; } =
    [.. Enumerable.Range(0, analytes).Select(_ => Enumerable.Range(0, 3).Select(_ => new double[(rows - 1) / everyRows + 1]).ToArray())];

    public override void Take(in RowBlock block)
    {
        var values = Values[block.Analyte];
        for (var row = 0; row < block.Rows; row++)
        {
            if ((block.FirstRow + row) % everyRows != 0)
                continue;
            var at = (block.FirstRow + row) / everyRows;
            var band = Band.OfMembers(block.Row(row));
            (values[0][at], values[1][at], values[2][at]) = (band.Low, band.Typical, band.High);
        }
    }
}
