namespace Glidepath.Pharmacology.Kinetics;

public sealed partial class Individualisation
{
    /// <summary>
    /// Proposals are drawn this much wider than the normal curve at the best fit, so that the weights of its tails stay small.
    /// </summary>
    private const double Widening = 1.3;

    private const int ProposalsPerDraw = 4;

    /// <summary>
    /// People who could be this person: importance sampling around the best fit, resampled by weight (sampling-importance-resampling).
    /// </summary>
    /// <param name="count">Draws; 10 to 10,000.</param>
    public PosteriorDraws Draw(int count, ulong seed)
    {
        if (count is < 10 or > 10_000)
            throw new ArgumentOutOfRangeException(nameof(count), count, "Accepted: 10 to 10,000.");
        const int N = LevelGradient.Count;
        var proposals = count * ProposalsPerDraw;
        var deviations = new double[proposals * N];
        var weights = new double[proposals];
        Span<double> root = stackalloc double[N * N];
        Span<double> gradient = stackalloc double[N];
        Linearise(_best, gradient);
        _information.CopyTo(root);
        Cholesky.Root(root, N);
        for (var i = 0; i < proposals; i++)
            weights[i] = Propose(seed, i, root, deviations.AsSpan(i * N, N));
        var highest = weights.Max();
        for (var i = 0; i < proposals; i++)
            weights[i] = Math.Exp(weights[i] - highest);
        return new PosteriorDraws(Resample(deviations, weights, count, seed), count);
    }

    /// <returns>The logarithm of the weight, up to a constant.</returns>
    private double Propose(ulong seed, int number, ReadOnlySpan<double> root, Span<double> deviations)
    {
        var distance = 0d;
        for (var k = 0; k < deviations.Length; k++)
        {
            // A quantity that does not vary between people is not drawn.
            deviations[k] = _weights[k] > 0 ? SeededNormal.Draw(seed, number, k) : 0;
            distance += deviations[k] * deviations[k];
        }
        Cholesky.BackSolve(root, deviations, deviations.Length);
        for (var k = 0; k < deviations.Length; k++)
            deviations[k] = _best[k] + Widening * deviations[k];
        return distance / 2 - Objective(deviations);
    }

    /// <summary>
    /// Systematic resampling; the metabolites, which the level of the drug says nothing of, are drawn as in the population.
    /// </summary>
    private double[] Resample(double[] deviations, double[] weights, int count, ulong seed)
    {
        const int N = LevelGradient.Count;
        var width = _model.Shape.Width;
        var rows = new double[count * width];
        var total = weights.Sum();
        var (at, reached) = (0, weights[0]);
        var offset = SeededNormal.Uniform(seed, int.MaxValue, 0);
        for (var i = 0; i < count; i++)
        {
            while (at < weights.Length - 1 && reached < (i + offset) / count * total)
                reached += weights[++at];
            var row = rows.AsSpan(i * width, width);
            VirtualPatients.Fill(_model, seed, i, row);
            Span<double> own = new double[width];
            _gradient.Row(deviations.AsSpan(at * N, N), own);
            own[..ModelShape.FirstMetabolite].CopyTo(row);
        }
        return rows;
    }
}
