using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>
/// The daily mean level of the typical person while the daily dose changes, each dose taken as spread evenly over its day: each mode moves
/// towards the dose of the moment, y → d + (y − d)·e^(−λt), weighted by the area under it, B/λ. Starts at the steady state of the first
/// dose.
/// </summary>
public sealed class MeanLevel
{
    private readonly int _modes;
    private readonly double[] _rates = new double[ModelShape.MostStates];
    private readonly double[] _areas;
    private readonly double[] _towards;

    /// <param name="daily">In mg; above 0.</param>
    public MeanLevel(KineticModel model, double daily)
    {
        var shape = model.Shape;
        var row = new double[shape.Width];
        ParameterBox.Fill(model, ParameterBox.Factors.Typical, row);
        Modes.Rates(shape, row, 1, _rates);
        (_modes, Analytes) = (shape.States, shape.Analytes);
        _areas = new double[Analytes * _modes];
        Modes.UnitDose(shape, row, _rates, _areas);
        for (var i = 0; i < _areas.Length; i++)
            _areas[i] /= _rates[i % _modes] * 24;
        _towards = new double[_modes];
        Array.Fill(_towards, daily);
    }

    private MeanLevel(MeanLevel other)
    {
        (_modes, Analytes, _rates, _areas) = (other._modes, other.Analytes, other._rates, other._areas);
        _towards = [.. other._towards];
    }

    public int Analytes { get; }

    /// <summary>Lets days pass on one daily dose.</summary>
    public void Pass(double daily, double days)
    {
        for (var mode = 0; mode < _modes; mode++)
            _towards[mode] = daily + (_towards[mode] - daily) * Math.Exp(-_rates[mode] * 24 * days);
    }

    /// <summary>In ng/mL, now.</summary>
    public double Of(int analyte)
    {
        var level = 0d;
        for (var mode = 0; mode < _modes; mode++)
            level += _areas[analyte * _modes + mode] * _towards[mode];
        return level;
    }

    public MeanLevel Copy() => new(this);
}
