using System.Runtime.Intrinsics;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Many people's constants, one array a quantity: the members of a band, a virtual population or posterior draws. People are padded to
/// whole vectors; what pads is zero and stays zero.
/// </summary>
internal sealed class Cohort
{
    /// <summary>People that one thread takes at a time.</summary>
    public const int ChunkWidth = 512;

    private readonly double[] _rows;
    private readonly double[] _factors;

    private Cohort(ModelShape shape, int count, int changes, double[] rows)
    {
        Shape = shape;
        Count = count;
        _rows = rows;
        Padded = PaddedTo(count);
        Rates = new double[Modes * Padded];
        Doses = new double[shape.Analytes * Modes * Padded];
        _factors = new double[changes * count];
        Array.Fill(_factors, 1);
    }

    public ModelShape Shape { get; }

    public int Count { get; }

    public int Padded { get; }

    public int Modes => Shape.States;

    /// <summary>1/h; mode after mode, person beside person.</summary>
    public double[] Rates { get; }

    /// <summary>ng/mL that 1 mg puts into each mode of each analyte.</summary>
    public double[] Doses { get; }

    public int Chunks => (Padded + ChunkWidth - 1) / ChunkWidth;

    /// <summary>So many people in whole vectors of this machine.</summary>
    public static int PaddedTo(int count) => Vector512.IsHardwareAccelerated ? (count + 7) / 8 * 8 : (count + 3) / 4 * 4;

    /// <summary>The constants of one person, in the order of <see cref="ModelShape"/>.</summary>
    public ReadOnlySpan<double> Row(int person) => _rows.AsSpan(person * Shape.Width, Shape.Width);

    /// <summary>Clearance at the full effect of a change, over without it.</summary>
    public ref double Factor(int change, int person) => ref _factors[change * Count + person];

    public double ClearanceFactor(int person, PartsInForce parts)
    {
        var early = ClearanceFactor(person, parts.Early);
        return early + (1 - parts.Weight) * (ClearanceFactor(person, parts.Late) - early);
    }

    public double ClearanceFactor(int person, ReadOnlySpan<double> parts)
    {
        var factor = 1d;
        for (var change = 0; change < parts.Length; change++)
            factor *= 1 + (Factor(change, person) - 1) * parts[change];
        return factor;
    }

    /// <param name="fill">Writes the constants of one person; called for many at once.</param>
    public static Cohort Of(ModelShape shape, int count, int changes, int threads, RowFill fill)
    {
        var rows = new double[count * shape.Width];
        var cohort = new Cohort(shape, count, changes, rows);
        Workers.Run(
            threads,
            cohort.Chunks,
            (_, first, last) =>
            {
                for (var person = first * ChunkWidth; person < Math.Min(last * ChunkWidth, count); person++)
                {
                    fill(person, rows.AsSpan(person * shape.Width, shape.Width));
                    cohort.Solve(person);
                }
            }
        );
        return cohort;
    }

    private void Solve(int person)
    {
        var n = Shape.States;
        Span<double> rates = stackalloc double[ModelShape.MostStates];
        Span<double> levels = stackalloc double[(1 + ModelShape.MostMetabolites) * ModelShape.MostStates];
        Kinetics.Modes.Rates(Shape, Row(person), 1, rates);
        Kinetics.Modes.UnitDose(Shape, Row(person), rates, levels);
        for (var mode = 0; mode < n; mode++)
        {
            Rates[mode * Padded + person] = rates[mode];
            for (var analyte = 0; analyte < Shape.Analytes; analyte++)
                Doses[(analyte * Modes + mode) * Padded + person] = levels[analyte * n + mode];
        }
    }
}

/// <summary>Writes the constants of one person into a row of <see cref="ModelShape.Width"/>.</summary>
internal delegate void RowFill(int person, Span<double> row);
