namespace Glidepath.Pharmacology.Kinetics;

/// <summary>Keeps every level of one analyte: hour after hour, person beside person.</summary>
internal sealed class StoredSink(int analyte, double[] levels, int people) : RowSink
{
    public override void Take(in RowBlock block)
    {
        if (block.Analyte != analyte)
            return;
        for (var row = 0; row < block.Rows; row++)
            block.Row(row).CopyTo(levels.AsSpan((block.FirstRow + row) * people + block.FirstPerson));
    }
}
