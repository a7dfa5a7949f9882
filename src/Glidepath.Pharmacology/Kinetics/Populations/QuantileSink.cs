using System.Runtime.CompilerServices;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Quantiles of the level over all people at each output hour, without keeping the levels: counted into bins a 128th of an octave wide (0.5
/// %) and read off by log-linear interpolation within a bin. Counts are whole numbers, so the number of threads changes nothing.
/// </summary>
internal sealed class QuantileSink : RowSink
{
    private const int BinsPerOctave = 128,
        LowestOctave = -20,
        Octaves = 44,
        Bins = BinsPerOctave * Octaves;

    private readonly int _people;
    private readonly int _analytes;
    private readonly int[][] _counts;
    private readonly double[] _parts;

    /// <param name="parts">The quantiles wanted, 0 to 1.</param>
    public QuantileSink(int people, int analytes, int rows, int threads, params double[] parts)
    {
        (_people, _analytes, _parts) = (people, analytes, parts);
        _counts = new int[threads][];
        Values = [.. Enumerable.Range(0, analytes).Select(_ => parts.Select(_ => new double[rows]).ToArray())];
    }

    /// <summary>By analyte, quantile and row, in ng/mL.</summary>
    public double[][][] Values { get; }

    public override void Take(in RowBlock block)
    {
        var counts = _counts[block.Worker] ??= new int[_analytes * MostRows * Bins];
        for (var row = 0; row < block.Rows; row++)
        {
            ref var bins = ref counts[Place(block.Analyte, block.FirstRow + row)];
            foreach (var level in block.Row(row))
                unchecked
                {
                    // A bin is always one of this row's (BinOf), so no bound is asked for: half of the time goes here.
                    Unsafe.Add(ref bins, BinOf(level))++;
                }
        }
    }

    public override void EndRows(int firstRow, int rows)
    {
        var counts = _counts.FirstOrDefault(c => c is not null)!;
        for (var analyte = 0; analyte < _analytes; analyte++)
        for (var row = 0; row < rows; row++)
        {
            var at = Place(analyte, firstRow + row);
            var bins = counts.AsSpan(at, Bins);
            foreach (var other in _counts.Where(c => c is not null && c != counts))
            {
                var more = other.AsSpan(at, Bins);
                for (var bin = 0; bin < Bins; bin++)
                    bins[bin] += more[bin];
                more.Clear();
            }
            Read(bins, analyte, firstRow + row);
            bins.Clear();
        }
    }

    /// <summary>As many as a run hands over together.</summary>
    private const int MostRows = LevelRun.RowsTogether;

    private static int Place(int analyte, int row) => (analyte * MostRows + row % MostRows) * Bins;

    /// <summary>The bits of a double just above its sign are its octave, those below them its place within.</summary>
    private static int BinOf(double level)
    {
        unchecked
        {
            var bin = (int)(BitConverter.DoubleToInt64Bits(level) >> 45) - ((1023 + LowestOctave) << 7);
            return (uint)bin < Bins ? bin : Math.Clamp(bin, 0, Bins - 1);
        }
    }

    private void Read(ReadOnlySpan<int> bins, int analyte, int row)
    {
        var (bin, below) = (0, 0L);
        for (var i = 0; i < _parts.Length; i++)
        {
            var rank = _parts[i] * (_people - 1) + 0.5;
            while (bin < Bins - 1 && below + bins[bin] < rank)
                below += bins[bin++];
            var within = bins[bin] == 0 ? 0 : (rank - below) / bins[bin];
            // The lowest bin holds what is too small to be told from nothing.
            Values[analyte][i][row] = bin == 0 ? 0 : Edge(bin) * Math.Pow(Edge(bin + 1) / Edge(bin), within);
        }
    }

    private static double Edge(int bin) => BitConverter.Int64BitsToDouble(((long)bin + ((1023 + LowestOctave) << 7)) << 45);
}
