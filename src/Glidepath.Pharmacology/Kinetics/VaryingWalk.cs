using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// The same for constants that change: between two changes the closed form holds, and at a change what is in the body stays and goes on
/// with the new constants. One person at a time, since everybody's factor may differ.
/// </summary>
internal sealed class VaryingWalk
{
    private readonly Cohort _cohort;
    private readonly HistoryGrid _timeline;
    private readonly double[] _rates;
    private readonly double[] _amplitudes;

    // Everybody's factor on clearance as it is now.
    private readonly double[] _factor;

    public VaryingWalk(Cohort cohort, HistoryGrid timeline)
    {
        _cohort = cohort;
        _timeline = timeline;
        var n = cohort.Shape.States;
        _rates = new double[cohort.Count * n];
        _amplitudes = new double[cohort.Count * n * n];
        _factor = new double[cohort.Count];
    }

    /// <summary>Before the first step: what daily doses up to hour 0 have left in the body, with clearances as they then were.</summary>
    public void Begin(int person, DoseHistory doses)
    {
        var n = _cohort.Shape.States;
        var row = _cohort.Row(person);
        Span<double> amounts = stackalloc double[ModelShape.MostStates];
        Span<double> amplitudes = stackalloc double[ModelShape.MostStates * ModelShape.MostStates];
        Span<double> rates = stackalloc double[ModelShape.MostStates];
        var factor = _cohort.ClearanceFactor(person, _timeline.Before);
        Modes.Rates(_cohort.Shape, row, factor, rates);
        amounts.Clear();
        amounts[ModelShape.Gut] = row[ModelShape.F];
        Modes.Amplitudes(_cohort.Shape, row, factor, rates, amounts, amplitudes);
        amounts.Clear();
        for (var state = 0; state < n; state++)
        for (var mode = 0; mode < n; mode++)
            amounts[state] += amplitudes[state * n + mode] * SteadyState.Of(doses.Before, rates[mode]);
        Restart(person, 0, amounts);
    }

    /// <summary>Takes one person through some steps and writes the rows of every analyte.</summary>
    /// <param name="rows">Analyte after analyte of <paramref name="analyteStride"/>, row after row of <paramref name="stride"/>; the
    /// person's column is <paramref name="lane"/>.</param>
    public void Advance(int person, ReadOnlySpan<TimeStep> steps, Span<double> rows, int lane, int stride, int analyteStride, int firstRow)
    {
        var shape = _cohort.Shape;
        var n = shape.States;
        var row = _cohort.Row(person);
        var rates = _rates.AsSpan(person * n, n);
        var amplitudes = _amplitudes.AsSpan(person * n * n, n * n);
        Span<double> amounts = stackalloc double[ModelShape.MostStates];
        Span<double> dosed = stackalloc double[ModelShape.MostStates * ModelShape.MostStates];
        var knowsDose = false;
        foreach (ref readonly var step in steps)
        {
            if (step.Interval >= 0)
                Fall(_timeline.Intervals[step.Interval], n, rates, amplitudes);
            // A new start costs digits where rates are alike, so a factor that stays starts nothing.
            if (step.Change >= 0 && _cohort.ClearanceFactor(person, _timeline.Parts[step.Change]) != _factor[person])
            {
                Sum(n, amplitudes, amounts);
                Restart(person, step.Change, amounts);
                knowsDose = false;
            }
            if (step.Milligrams != 0)
            {
                if (!knowsDose)
                    FirstDose(person, rates, dosed);
                knowsDose = true;
                for (var i = 0; i < n * n; i++)
                    amplitudes[i] += dosed[i] * step.Milligrams;
            }
            if (step.Row < 0)
                continue;
            for (var analyte = 0; analyte < shape.Analytes; analyte++)
            {
                var level = 0d;
                foreach (var amplitude in amplitudes.Slice(shape.StateOf(analyte) * n, n))
                    level += amplitude;
                rows[analyte * analyteStride + (step.Row - firstRow) * stride + lane] =
                    Math.Max(0, level) * Concentration.PerMilligramPerLiter / ModelShape.VolumeOf(analyte, row);
            }
        }
    }

    private void Restart(int person, int change, ReadOnlySpan<double> amounts)
    {
        var n = _cohort.Shape.States;
        var row = _cohort.Row(person);
        var rates = _rates.AsSpan(person * n, n);
        var factor = _cohort.ClearanceFactor(person, _timeline.Parts[change]);
        _factor[person] = factor;
        Modes.Rates(_cohort.Shape, row, factor, rates);
        Modes.Amplitudes(_cohort.Shape, row, factor, rates, amounts, _amplitudes.AsSpan(person * n * n, n * n));
    }

    private void FirstDose(int person, ReadOnlySpan<double> rates, Span<double> dosed)
    {
        Span<double> amounts = stackalloc double[ModelShape.MostStates];
        amounts.Clear();
        amounts[ModelShape.Gut] = _cohort.Row(person)[ModelShape.F];
        Modes.Amplitudes(_cohort.Shape, _cohort.Row(person), _factor[person], rates, amounts, dosed);
    }

    private static void Fall(double hours, int n, ReadOnlySpan<double> rates, Span<double> amplitudes)
    {
        for (var mode = 0; mode < n; mode++)
        {
            var factor = Math.Exp(-rates[mode] * hours);
            for (var state = 0; state < n; state++)
                amplitudes[state * n + mode] *= factor;
        }
    }

    private static void Sum(int n, ReadOnlySpan<double> amplitudes, Span<double> amounts)
    {
        for (var state = 0; state < n; state++)
        {
            amounts[state] = 0;
            foreach (var amplitude in amplitudes.Slice(state * n, n))
                amounts[state] += amplitude;
        }
    }
}
