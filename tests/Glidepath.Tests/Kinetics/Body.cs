using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Tests.Kinetics;

/// <summary>A metabolite's constants; formed as a part by mass of what clears its source, −1 for the drug itself.</summary>
internal sealed record Formed(double Part, double V, double CL, int From = -1);

/// <summary>The constants of one made-up person, in L and h.</summary>
internal sealed record Body(double CL, double Vc, double Ka, double Q = 0, double Vp = 0, double F = 1)
{
    public IReadOnlyList<Formed> Metabolites { get; init; } = [];

    public bool TwoCompartments => Vp > 0;

    /// <summary>Three rates within a thousandth of each other: the one case in which the closed form is less exact (LimitTests).</summary>
    public bool HasThreeLikeRates => Alike([Ka, .. Drug(), .. Others]) > 2;

    /// <summary>
    /// The part of a level that the closed form is exact to. Two rates that are alike keep fewer digits where a third is near, by the
    /// square of how near: a ten-thousandth at a thousandth apart, two millionths from a hundredth on. Seen in made-up bodies, not proved.
    /// </summary>
    public double Exactness
    {
        get
        {
            double[] rates = [.. ((double[])[Ka, .. Drug(), .. Others]).Order()];
            var apart = rates.Zip(rates.Skip(2), (low, high) => (high - low) / high).DefaultIfEmpty(1).Min();
            return Math.Clamp(2e-10 / (apart * apart), 2e-6, 1e-4);
        }
    }

    /// <summary>Two like rates that stay, so that a changing clearance may pass them by and be a third.</summary>
    public bool HasTwoLikeRatesBesideClearance => Alike([Ka, .. Others]) > 1;

    private IEnumerable<double> Others => Metabolites.Select(m => m.CL / m.V);

    private static int Alike(double[] rates) => rates.Max(a => rates.Count(b => Math.Abs(a - b) < 1e-3 * a));

    private double[] Drug()
    {
        if (!TwoCompartments)
            return [CL / Vc];
        var (sum, product) = (CL / Vc + Q / Vc + Q / Vp, CL / Vc * Q / Vp);
        var root = Math.Sqrt(sum * sum - 4 * product);
        return [(sum + root) / 2, (sum - root) / 2];
    }

    public override string ToString() => $"CL {CL} Vc {Vc} ka {Ka} Q {Q} Vp {Vp} F {F} {string.Join(' ', Metabolites)}";

    private double[] Row => [F, CL, Vc, Q, Vp, Ka, .. Metabolites.SelectMany(m => new[] { m.Part, m.V, m.CL })];

    public Cohort Cohort(int people = 1, int changes = 0) => Of([.. Enumerable.Repeat(this, people)], changes);

    /// <summary>Several people of one shape.</summary>
    public static Cohort Of(IReadOnlyList<Body> bodies, int changes = 0) =>
        Pharmacology.Kinetics.Cohort.Of(
            new ModelShape(bodies[0].TwoCompartments, [.. bodies[0].Metabolites.Select(m => m.From)]),
            bodies.Count,
            changes,
            1,
            (person, row) => bodies[person].Row.CopyTo(row)
        );

    /// <summary>The engine's levels in ng/mL, by analyte and row.</summary>
    public double[][] Levels(DoseHistory doses, double hours, double every = 1, IReadOnlyList<Effect>? effects = null)
    {
        var changes = (effects ?? []).Select(e => e.Change).ToList();
        var cohort = Cohort(1, changes.Count);
        for (var i = 0; i < changes.Count; i++)
            cohort.Factor(i, 0) = changes[i].Typical;
        return [.. Kept.Of(cohort, doses, hours, every, changes).Levels.Select(rows => rows.Select(r => r[0]).ToArray())];
    }
}

/// <summary>Keeps every level of every person: by analyte, row and person.</summary>
internal sealed class Kept(Cohort cohort, double[] hours) : RowSink
{
    public double[] Hours { get; } = hours;

    public double[][][] Levels { get; } =
    [
        .. Enumerable
            .Range(0, cohort.Shape.Analytes)
            .Select(_ => Enumerable.Range(0, hours.Length).Select(_ => new double[cohort.Count]).ToArray()),
    ];

    public override void Take(in RowBlock block)
    {
        for (var row = 0; row < block.Rows; row++)
            block.Row(row).CopyTo(Levels[block.Analyte][block.FirstRow + row].AsSpan(block.FirstPerson));
    }

    public static Kept Of(
        Cohort cohort,
        DoseHistory doses,
        double hours,
        double every = 1,
        IReadOnlyList<KineticChange>? changes = null,
        int threads = 1,
        LaneWidth width = LaneWidth.Widest
    )
    {
        var timeline = HistoryGrid.Lay(doses, hours, every, changes ?? [], _ => 1);
        var kept = new Kept(cohort, timeline.Hours);
        LevelRun.Run(cohort, timeline, doses, [kept], threads, width);
        return kept;
    }
}

/// <summary>
/// A change of clearance that comes and goes smoothly, as an equation of its own: what the engine's stretches are held against.
/// </summary>
internal sealed record Effect(double From, double? To, double Factor, double OnsetHalfTime, double OffsetHalfTime)
{
    /// <summary>The documented rule of the engine: after twenty half-times, to a millionth, an effect counts as whole.</summary>
    private const double Whole = 20;

    public KineticChange Change => new("effect", From, To, Factor, Factor, Factor, OnsetHalfTime, OffsetHalfTime);

    public bool Before => From < 0;

    public double[] Corners => [From, From + Whole * OnsetHalfTime, To ?? From, (To ?? From) + Whole * OffsetHalfTime];

    public bool IsSteadyAt(double hour) =>
        hour < From
        || (
            To is { } stop && hour >= stop
                ? OffsetHalfTime == 0 || hour >= stop + Whole * OffsetHalfTime
                : OnsetHalfTime == 0 || hour >= From + Whole * OnsetHalfTime
        );

    /// <summary>Clearance over that without, with the formula of the stretch that <paramref name="within"/> lies in.</summary>
    public double At(double hour, double within)
    {
        if (within < From)
            return 1;
        if (To is not { } stop || within < stop)
            return 1 + (Factor - 1) * (1 - Left(hour - From, within - From, OnsetHalfTime));
        return 1 + (Factor - 1) * (1 - Left(stop - From, stop - From, OnsetHalfTime)) * Left(hour - stop, within - stop, OffsetHalfTime);
    }

    private static double Left(double hours, double within, double halfTime) =>
        halfTime == 0 || within >= Whole * halfTime ? 0 : Math.Exp(-Math.Log(2) * hours / halfTime);
}
