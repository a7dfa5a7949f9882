namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Where each constant of one person stands in a flat row of numbers, so that a hundred thousand people are one array. A row is
/// F, CL, Vc, Q, Vp, ka and then for each metabolite: the part formed by mass, V, CL. L and h throughout; Q and Vp are 0 with one
/// compartment.
/// </summary>
internal sealed record ModelShape(bool TwoCompartments, IReadOnlyList<int> Sources)
{
    public const int F = 0,
        CL = 1,
        Vc = 2,
        Q = 3,
        Vp = 4,
        Ka = 5,
        FirstMetabolite = 6;

    /// <summary>Within a metabolite's three.</summary>
    public const int Formed = 0,
        Volume = 1,
        Clearance = 2;

    /// <summary>The largest chain that fits the fixed buffers of the solver.</summary>
    public const int MostMetabolites = 5;

    public int Metabolites { get; } =
        Sources.Count <= MostMetabolites
            ? Sources.Count
            : throw new ArgumentException($"{Sources.Count} metabolites; accepted: at most {MostMetabolites}.", nameof(Sources));

    /// <summary>Numbers in a row.</summary>
    public int Width => FirstMetabolite + 3 * Metabolites;

    public int Analytes => 1 + Metabolites;

    /// <summary>Body states, and as many exponentials: gut, central, peripheral if any, one a metabolite.</summary>
    public int States => FirstState + Metabolites;

    /// <summary>Largest number of <see cref="States"/>.</summary>
    public const int MostStates = 3 + MostMetabolites;

    /// <summary>Place of the first metabolite among the states.</summary>
    public int FirstState => TwoCompartments ? 3 : 2;

    public const int Gut = 0,
        Central = 1,
        Peripheral = 2;

    public static int Slot(int metabolite, int part) => FirstMetabolite + 3 * metabolite + part;

    public int StateOf(int analyte) => analyte == 0 ? Central : FirstState + analyte - 1;

    public static double VolumeOf(int analyte, ReadOnlySpan<double> row) => analyte == 0 ? row[Vc] : row[Slot(analyte - 1, Volume)];
}
