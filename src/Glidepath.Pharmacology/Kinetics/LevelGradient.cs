using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// The level of the drug at measured hours and its derivative by the logarithm of clearance, volume, absorption rate and bioavailability,
/// all in closed form and in one pass over the doses. docs/pharmacology.md has the derivation.
/// </summary>
internal sealed class LevelGradient
{
    public const int Clearance = 0,
        Volume = 1,
        Absorption = 2,
        Bioavailability = 3,
        Count = 4;

    private const int MostModes = 3,
        Remembered = 4;

    private readonly ModelShape _shape;
    private readonly double[] _typical;
    private readonly DoseHistory _doses;
    private readonly double[] _hours;

    // Intakes and measurements in the order of time: hour, mg (0 for a measurement).
    private readonly (double Hours, double Milligrams)[] _events;

    /// <param name="hours">Ascending, each 0 or more.</param>
    public LevelGradient(KineticModel model, DoseHistory doses, double[] hours)
    {
        _shape = model.Shape;
        _typical = new double[_shape.Width];
        ParameterBox.Fill(model, ParameterBox.Factors.Typical, _typical);
        (_doses, _hours) = (doses, hours);
        var last = hours.Length > 0 ? hours[^1] : 0;
        _events =
        [
            .. doses
                .Intakes.Where(i => i.Hour <= last)
                .Select(i => (i.Hour, i.Milligrams))
                .Concat(hours.Select(h => (h, 0d)))
                .OrderBy(e => e.Item1)
                .ThenBy(e => e.Item2),
        ];
    }

    public int Points => _hours.Length;

    /// <summary>Writes the constants of the person who deviates so from the typical one.</summary>
    /// <param name="deviations">Logarithms; <see cref="Count"/> of them.</param>
    public void Row(ReadOnlySpan<double> deviations, Span<double> row)
    {
        _typical.CopyTo(row);
        var volume = Math.Exp(deviations[Volume]);
        row[ModelShape.CL] *= Math.Exp(deviations[Clearance]);
        row[ModelShape.Vc] *= volume;
        row[ModelShape.Q] *= volume;
        row[ModelShape.Vp] *= volume;
        row[ModelShape.Ka] *= Math.Exp(deviations[Absorption]);
        row[ModelShape.F] *= Math.Exp(deviations[Bioavailability]);
    }

    /// <param name="levels">ng/mL, one a measured hour.</param>
    /// <param name="slopes">Derivatives, <see cref="Count"/> for each measured hour; empty where they are not wanted.</param>
    public void Evaluate(ReadOnlySpan<double> deviations, Span<double> levels, Span<double> slopes)
    {
        Span<double> row = stackalloc double[_shape.Width];
        Row(deviations, row);
        var modes = _shape.TwoCompartments ? 3 : 2;
        Span<double> rates = stackalloc double[MostModes];
        Span<double> amplitudes = stackalloc double[MostModes];
        Span<double> rateSlopes = stackalloc double[MostModes * Count];
        Span<double> amplitudeSlopes = stackalloc double[MostModes * Count];
        Modes(row, modes, rates, amplitudes, rateSlopes, amplitudeSlopes);

        // s = Σ d·e^(−λτ) and t = Σ d·τ·e^(−λτ) over the doses so far, for each mode.
        Span<double> s = stackalloc double[MostModes];
        Span<double> t = stackalloc double[MostModes];
        for (var mode = 0; mode < modes; mode++)
            (s[mode], t[mode]) = Before(rates[mode]);
        Span<double> lengths = stackalloc double[Remembered];
        Span<double> falls = stackalloc double[Remembered * MostModes];
        lengths.Fill(-1);
        var (now, point, next) = (0d, 0, 0);
        foreach (var (hour, milligrams) in _events)
        {
            var passed = hour - now;
            now = hour;
            if (passed > 0)
            {
                var known = lengths.IndexOf(passed);
                if (known < 0)
                {
                    known = next;
                    next = (next + 1) % Remembered;
                    lengths[known] = passed;
                    for (var mode = 0; mode < modes; mode++)
                        falls[known * MostModes + mode] = Math.Exp(-rates[mode] * passed);
                }
                for (var mode = 0; mode < modes; mode++)
                {
                    var fall = falls[known * MostModes + mode];
                    t[mode] = fall * (t[mode] + passed * s[mode]);
                    s[mode] *= fall;
                }
            }
            if (milligrams > 0)
            {
                for (var mode = 0; mode < modes; mode++)
                    s[mode] += milligrams;
                continue;
            }
            var level = 0d;
            for (var mode = 0; mode < modes; mode++)
                level += amplitudes[mode] * s[mode];
            levels[point] = level;
            for (var by = 0; by < Count && slopes.Length > 0; by++)
            {
                var slope = 0d;
                for (var mode = 0; mode < modes; mode++)
                    slope += amplitudeSlopes[mode * Count + by] * s[mode] - amplitudes[mode] * rateSlopes[mode * Count + by] * t[mode];
                slopes[point * Count + by] = slope;
            }
            point++;
        }
    }

    private (double S, double T) Before(double rate)
    {
        if (_doses.Before.Count == 0)
            return (0, 0);
        var (sum, weighted) = (0d, 0d);
        foreach (var intake in _doses.Before)
        {
            var left = intake.Milligrams * Math.Exp(-rate * (24 - intake.Hour));
            sum += left;
            weighted += left * (24 - intake.Hour);
        }
        var day = Math.Exp(-24 * rate);
        return (sum / (1 - day), weighted / (1 - day) + sum * 24 * day / ((1 - day) * (1 - day)));
    }

    /// <summary>
    /// λ and B with their derivatives. B(i) = 1000·F·ka/Vc·n(i)/Π(λ(j) − λ(i)) with n = k21 − λ(i), or 1 for one compartment.
    /// </summary>
    private void Modes(
        ReadOnlySpan<double> row,
        int modes,
        Span<double> rates,
        Span<double> amplitudes,
        Span<double> rateSlopes,
        Span<double> amplitudeSlopes
    )
    {
        Span<double> all = stackalloc double[ModelShape.MostStates];
        Kinetics.Modes.Rates(_shape, row, 1, all);
        all[..modes].CopyTo(rates);
        rateSlopes.Clear();
        var k10 = row[ModelShape.CL] / row[ModelShape.Vc];
        var k21 = modes == 3 ? row[ModelShape.Q] / row[ModelShape.Vp] : 0;
        rateSlopes[Absorption] = rates[0];
        for (var mode = 1; mode < modes; mode++)
        {
            // From λ² − (k10 + k12 + k21)λ + k10·k21 = 0; the two roots add up to the sum.
            var byK10 = modes == 3 ? (rates[mode] - k21) / (2 * rates[mode] - rates[1] - rates[2]) : 1;
            rateSlopes[mode * Count + Clearance] = byK10 * k10;
            rateSlopes[mode * Count + Volume] = -byK10 * k10;
        }
        var scale = Concentration.PerMilligramPerLiter * row[ModelShape.F] * rates[0] / row[ModelShape.Vc];
        for (var i = 0; i < modes; i++)
        {
            var apart = scale;
            for (var j = 0; j < modes; j++)
                apart /= j == i ? 1 : rates[j] - rates[i];
            var numerator = modes == 3 ? k21 - rates[i] : 1;
            amplitudes[i] = apart * numerator;
            for (var by = 0; by < Count; by++)
            {
                var relative = by switch
                {
                    Absorption or Bioavailability => 1d,
                    Volume => -1d,
                    _ => 0d,
                };
                for (var j = 0; j < modes; j++)
                    relative -= j == i ? 0 : (rateSlopes[j * Count + by] - rateSlopes[i * Count + by]) / (rates[j] - rates[i]);
                amplitudeSlopes[i * Count + by] = apart * (relative * numerator - (modes == 3 ? rateSlopes[i * Count + by] : 0));
            }
        }
    }
}
