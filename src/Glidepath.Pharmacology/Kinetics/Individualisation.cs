using System.Globalization;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>How one person seems to differ from the typical one.</summary>
/// <param name="Clearance">Factor on the model's clearance; as are the others.</param>
/// <param name="Predicted">ng/mL at each measured hour with these factors.</param>
/// <param name="PredictedTypical">The same for the typical person.</param>
/// <param name="Iterations">Steps the fit took.</param>
public sealed record MapEstimate(
    double Clearance,
    double Volume,
    double Absorption,
    double Bioavailability,
    IReadOnlyList<double> Predicted,
    IReadOnlyList<double> PredictedTypical,
    int Iterations
);

/// <summary>
/// The most probable constants of a person given measured levels (maximum a posteriori): log-normal deviations from the model's typical
/// constants, log-normal error of a level. With no level it is the typical person.
/// </summary>
public sealed partial class Individualisation
{
    /// <summary>Standard deviation of the logarithm of a measured level about the model: 18.6 % in routine care, Yukawa 2002.</summary>
    public const double ResidualError = 0.186;

    public const int MostLevels = 200;

    /// <summary>
    /// A level this many times outside of what people have, two standard deviations out, is in another unit or of another history.
    /// </summary>
    public const double MostTimesOutside = 10;

    private const int MostIterations = 60;

    private readonly LevelGradient _gradient;
    private readonly KineticModel _model;
    private readonly double[] _logLevels;
    private readonly double[] _weights = new double[LevelGradient.Count];
    private readonly double[] _best = new double[LevelGradient.Count];
    private readonly double[] _information = new double[LevelGradient.Count * LevelGradient.Count];
    private readonly double[] _levels;
    private readonly double[] _slopes;
    private int _iterations;

    private Individualisation(LevelRequest request, IReadOnlyList<MeasuredLevel> levels)
    {
        Require(request, levels);
        (_model, _) = Adjustments.Apply(request.Model, request.Person);
        var ordered = levels.OrderBy(l => l.Hour).ToList();
        _gradient = new LevelGradient(_model, request.Doses, [.. ordered.Select(l => l.Hour)]);
        _logLevels = [.. ordered.Select(l => Math.Log(l.Level.NanogramsPerMilliliter))];
        _levels = new double[ordered.Count];
        _slopes = new double[ordered.Count * LevelGradient.Count];
        Weigh(LevelGradient.Clearance, _model.Clearance.Omega);
        Weigh(LevelGradient.Volume, _model.CentralVolume.Omega);
        Weigh(LevelGradient.Absorption, _model.AbsorptionRate.Omega);
        Weigh(LevelGradient.Bioavailability, _model.Bioavailability?.Omega ?? 0);
        RequirePlausible(ordered);
    }

    /// <exception cref="ArgumentException">A level is not above 0, comes before any dose, is far from anybody's on these doses, or
    /// constants change over time.</exception>
    public static Individualisation Of(LevelRequest request, IReadOnlyList<MeasuredLevel> levels)
    {
        var fit = new Individualisation(request, levels);
        fit.Search();
        return fit;
    }

    public MapEstimate Estimate()
    {
        var (predicted, typical) = (new double[_gradient.Points], new double[_gradient.Points]);
        _gradient.Evaluate(_best, predicted, []);
        _gradient.Evaluate(new double[LevelGradient.Count], typical, []);
        return new MapEstimate(
            Math.Exp(_best[LevelGradient.Clearance]),
            Math.Exp(_best[LevelGradient.Volume]),
            Math.Exp(_best[LevelGradient.Absorption]),
            Math.Exp(_best[LevelGradient.Bioavailability]),
            predicted,
            typical,
            _iterations
        );
    }

    private static void Require(LevelRequest request, IReadOnlyList<MeasuredLevel> levels)
    {
        if (levels.Count > MostLevels)
            throw new ArgumentException($"{levels.Count} levels; accepted: at most {MostLevels}.", nameof(levels));
        if (request.Changes.Count > 0 && levels.Count > 0)
            throw new ArgumentException(
                "Levels beside a change of clearance; accepted: levels taken while nothing changed.",
                nameof(levels)
            );
        foreach (var level in levels)
        {
            if (!(level.Level.NanogramsPerMilliliter is > 0 and < 1e6))
                throw new ArgumentException(
                    $"A level of {level.Level.NanogramsPerMilliliter} ng/mL; accepted: above 0 and under 1,000,000.",
                    nameof(levels)
                );
            if (!(level.Hour is >= 0 and <= DoseHistory.LongestHours))
                throw new ArgumentException($"A level at hour {level.Hour}; accepted: 0 to {DoseHistory.LongestHours:0}.", nameof(levels));
            if (request.Doses.Before.Count == 0 && !request.Doses.Intakes.Any(i => i.Hour < level.Hour))
                throw new ArgumentException(
                    $"A level at hour {level.Hour}, before any dose; accepted: after the first dose.",
                    nameof(levels)
                );
        }
    }

    /// <summary>
    /// Where nothing of the drug can be left, or the level is a thousand times too high, no person fits and the draws would mean nothing.
    /// </summary>
    private void RequirePlausible(List<MeasuredLevel> ordered)
    {
        var (typical, lowest, highest) = (new double[ordered.Count], new double[ordered.Count], new double[ordered.Count]);
        _gradient.Evaluate(new double[LevelGradient.Count], typical, []);
        typical.CopyTo(lowest, 0);
        typical.CopyTo(highest, 0);
        Span<double> unusual = stackalloc double[LevelGradient.Count];
        for (var corner = 0; corner < 1 << LevelGradient.Count; corner++)
        {
            for (var k = 0; k < unusual.Length; k++)
                unusual[k] =
                    _weights[k] == 0 ? 0
                    : (corner >> k & 1) == 0 ? -2 / Math.Sqrt(_weights[k])
                    : 2 / Math.Sqrt(_weights[k]);
            _gradient.Evaluate(unusual, _levels, []);
            for (var i = 0; i < _levels.Length; i++)
                (lowest[i], highest[i]) = (Math.Min(lowest[i], _levels[i]), Math.Max(highest[i], _levels[i]));
        }
        for (var i = 0; i < typical.Length; i++)
        {
            var level = ordered[i].Level.NanogramsPerMilliliter;
            // Of a level as small as 1e-100 the logarithm and its slope lose their meaning.
            if (!(typical[i] > 1e-100 && level >= lowest[i] / MostTimesOutside && level <= highest[i] * MostTimesOutside))
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"A level of {level:0.######} ng/mL at hour {ordered[i].Hour:0.##}, where people on these doses have "
                            + $"{lowest[i]:G3} to {highest[i]:G3}; accepted: within {MostTimesOutside} times of that. Is it in another "
                            + $"unit, or were other doses taken?"
                    ),
                    nameof(ordered)
                );
        }
    }

    private void Weigh(int quantity, double omega) => _weights[quantity] = omega > 0 ? 1 / (omega * omega) : 0;

    /// <summary>Levenberg–Marquardt from the typical person.</summary>
    private void Search()
    {
        Span<double> gradient = stackalloc double[LevelGradient.Count];
        Span<double> damped = stackalloc double[LevelGradient.Count * LevelGradient.Count];
        Span<double> step = stackalloc double[LevelGradient.Count];
        Span<double> trial = stackalloc double[LevelGradient.Count];
        var (damping, objective) = (1e-3, Linearise(_best, gradient));
        for (_iterations = 1; _iterations <= MostIterations; _iterations++)
        {
            _information.CopyTo(damped);
            for (var i = 0; i < LevelGradient.Count; i++)
                damped[i * LevelGradient.Count + i] *= 1 + damping;
            Cholesky.Solve(damped, gradient, step);
            var size = 0d;
            for (var i = 0; i < LevelGradient.Count; i++)
            {
                trial[i] = _best[i] - Math.Clamp(step[i], -1, 1);
                size = Math.Max(size, Math.Abs(trial[i] - _best[i]));
            }
            if (size < 1e-9)
                break;
            var at = Objective(trial);
            if (at < objective)
            {
                trial.CopyTo(_best);
                var gained = objective - at;
                objective = Linearise(_best, gradient);
                damping = Math.Max(damping / 10, 1e-9);
                if (gained < 1e-12 * (1 + objective))
                    break;
            }
            else
            {
                damping = Math.Min(damping * 10, 1e9);
            }
        }
    }

    /// <summary>Half the sum of squares: misfit of the levels, and how unusual the person is.</summary>
    private double Objective(ReadOnlySpan<double> deviations)
    {
        _gradient.Evaluate(deviations, _levels, []);
        var sum = 0d;
        for (var i = 0; i < _levels.Length; i++)
        {
            var misfit = (_logLevels[i] - Math.Log(_levels[i])) / ResidualError;
            sum += misfit * misfit;
        }
        for (var i = 0; i < deviations.Length; i++)
            sum += deviations[i] * deviations[i] * _weights[i];
        return double.IsNaN(sum) ? double.PositiveInfinity : sum / 2;
    }

    private double Linearise(ReadOnlySpan<double> deviations, Span<double> gradient)
    {
        const int N = LevelGradient.Count;
        _gradient.Evaluate(deviations, _levels, _slopes);
        Array.Clear(_information);
        var sum = 0d;
        for (var k = 0; k < N; k++)
        {
            // A quantity that does not vary between people is held: its row is that of the identity and its gradient 0.
            _information[k * N + k] = _weights[k] > 0 ? _weights[k] : 1;
            gradient[k] = deviations[k] * _weights[k];
            sum += deviations[k] * deviations[k] * _weights[k];
        }
        for (var i = 0; i < _levels.Length; i++)
        {
            var misfit = (Math.Log(_levels[i]) - _logLevels[i]) / ResidualError;
            sum += misfit * misfit;
            for (var k = 0; k < N; k++)
            {
                if (_weights[k] == 0)
                    continue;
                var slope = _slopes[i * N + k] / (_levels[i] * ResidualError);
                gradient[k] += misfit * slope;
                for (var l = 0; l < N; l++)
                    if (_weights[l] > 0)
                        _information[k * N + l] += slope * _slopes[i * N + l] / (_levels[i] * ResidualError);
            }
        }
        return sum / 2;
    }
}
