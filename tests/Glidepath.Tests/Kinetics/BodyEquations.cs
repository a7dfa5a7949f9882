using Glidepath.Pharmacology.Kinetics;
using MathNet.Numerics.LinearAlgebra;

namespace Glidepath.Tests.Kinetics;

/// <summary>
/// The differential equations of one body, written from the physiology and from nothing in the engine: gut → central ⇄ peripheral,
/// metabolites each from their source. Amounts in mg, rates in 1/h. What depends on the drug's clearance stands apart, since a factor on it
/// may change with time.
/// </summary>
internal sealed class BodyEquations
{
    private readonly Matrix<double> _fixed;
    private readonly Matrix<double> _cleared;
    private readonly double[] _volumes;
    private readonly int[] _measured;
    private readonly double _bioavailability;
    private readonly int _states;

    public BodyEquations(Body body)
    {
        var first = body.TwoCompartments ? 3 : 2;
        _states = first + body.Metabolites.Count;
        _fixed = Matrix<double>.Build.Dense(_states, _states);
        _cleared = Matrix<double>.Build.Dense(_states, _states);
        _bioavailability = body.F;
        Flow(_fixed, 0, 1, body.Ka, 1);
        _cleared[1, 1] = -body.CL / body.Vc;
        if (body.TwoCompartments)
        {
            Flow(_fixed, 1, 2, body.Q / body.Vc, 1);
            Flow(_fixed, 2, 1, body.Q / body.Vp, 1);
        }
        for (var m = 0; m < body.Metabolites.Count; m++)
        {
            var metabolite = body.Metabolites[m];
            if (metabolite.From < 0)
                _cleared[first + m, 1] += metabolite.Part * body.CL / body.Vc;
            else
                _fixed[first + m, first + metabolite.From] +=
                    metabolite.Part * body.Metabolites[metabolite.From].CL / body.Metabolites[metabolite.From].V;
            _fixed[first + m, first + m] -= metabolite.CL / metabolite.V;
        }
        _volumes = [body.Vc, .. body.Metabolites.Select(m => m.V)];
        _measured = [1, .. Enumerable.Range(first, body.Metabolites.Count)];
    }

    /// <summary>Levels in ng/mL by analyte and hour.</summary>
    public double[][] Levels(DoseHistory doses, IReadOnlyList<Effect> effects, double[] hours)
    {
        var levels = _measured.Select(_ => new double[hours.Length]).ToArray();
        var state = Steady(doses.Before, effects.Aggregate(1d, (f, e) => f * (e.Before ? e.Factor : 1)));
        var stops = hours
            .Concat(doses.Intakes.Select(i => i.Hour))
            .Concat(effects.SelectMany(e => e.Corners))
            .Where(h => h >= 0 && h <= hours[^1])
            .Distinct()
            .Order()
            .ToArray();
        var now = 0d;
        foreach (var stop in stops)
        {
            state = Go(state, now, stop, effects);
            now = stop;
            foreach (var intake in doses.Intakes.Where(i => i.Hour == stop))
                state[0] += intake.Milligrams * _bioavailability;
            if (Array.IndexOf(hours, stop) is >= 0 and var row)
                for (var analyte = 0; analyte < levels.Length; analyte++)
                    levels[analyte][row] = state[_measured[analyte]] * 1000 / _volumes[analyte];
        }
        return levels;
    }

    private double[] Go(double[] state, double from, double to, IReadOnlyList<Effect> effects)
    {
        if (to == from)
            return state;
        var middle = (from + to) / 2;
        if (effects.All(e => e.IsSteadyAt(middle)))
            return (
                Exponential((_fixed + effects.Aggregate(1d, (f, e) => f * e.At(middle, middle)) * _cleared) * (to - from))
                * Vector<double>.Build.Dense(state)
            ).ToArray();
        var (always, cleared) = (_fixed.ToRowMajorArray(), _cleared.ToRowMajorArray());
        return Extrapolation.Solve(
            state,
            from,
            to,
            (hour, x, slope) =>
            {
                var factor = 1d;
                foreach (var effect in effects)
                    factor *= effect.At(hour, middle);
                for (var i = 0; i < x.Length; i++)
                {
                    slope[i] = 0;
                    for (var j = 0; j < x.Length; j++)
                        slope[i] += (always[i * x.Length + j] + factor * cleared[i * x.Length + j]) * x[j];
                }
            }
        );
    }

    /// <summary>x = e^(24A)·x + what one day of doses leaves.</summary>
    private double[] Steady(IReadOnlyList<DoseTaken> day, double factor)
    {
        var rates = _fixed + factor * _cleared;
        var left = Vector<double>.Build.Dense(_states);
        foreach (var intake in day)
            left += Exponential(rates * (24 - intake.Hour)).Column(0) * intake.Milligrams * _bioavailability;
        return (Matrix<double>.Build.DenseIdentity(_states) - Exponential(rates * 24)).Solve(left).ToArray();
    }

    /// <summary>e to a matrix: halved until small, the diagonal Padé approximant of order 8, squared back.</summary>
    private static Matrix<double> Exponential(Matrix<double> power)
    {
        var halvings = Math.Max(0, (int)Math.Ceiling(Math.Log2(power.InfinityNorm())) + 1);
        var small = power / Math.Pow(2, halvings);
        var (term, top, bottom) = (
            Matrix<double>.Build.DenseIdentity(power.RowCount),
            Matrix<double>.Build.DenseIdentity(power.RowCount),
            Matrix<double>.Build.DenseIdentity(power.RowCount)
        );
        var coefficient = 1d;
        for (var k = 1; k <= 8; k++)
        {
            coefficient *= (8d - k + 1) / (k * (16 - k + 1));
            term *= small;
            top += coefficient * term;
            bottom += (k % 2 == 0 ? coefficient : -coefficient) * term;
        }
        var result = bottom.Solve(top);
        for (var i = 0; i < halvings; i++)
            result *= result;
        return result;
    }

    private static void Flow(Matrix<double> rates, int from, int to, double rate, double part)
    {
        rates[from, from] -= rate;
        rates[to, from] += rate * part;
    }
}
