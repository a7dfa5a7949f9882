namespace Glidepath.Pharmacology.Kinetics;

/// <summary>People who could be this person: drawn from what their measured levels leave possible.</summary>
public sealed class PosteriorDraws
{
    private readonly double[] _rows;

    internal PosteriorDraws(double[] rows, int count)
    {
        _rows = rows;
        Count = count;
    }

    public int Count { get; }

    /// <param name="changes">Taken at their typical size: nothing was measured of them.</param>
    internal Cohort Cohort(ModelShape shape, IReadOnlyList<KineticChange> changes)
    {
        var cohort = Kinetics.Cohort.Of(
            shape,
            Count,
            changes.Count,
            1,
            (person, row) => _rows.AsSpan(person * shape.Width, shape.Width).CopyTo(row)
        );
        for (var change = 0; change < changes.Count; change++)
        for (var person = 0; person < Count; person++)
            cohort.Factor(change, person) = changes[change].Typical;
        return cohort;
    }
}
