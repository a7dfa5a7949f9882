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

    internal Cohort Cohort(ModelShape shape) =>
        Kinetics.Cohort.Of(shape, Count, 0, 1, (person, row) => _rows.AsSpan(person * shape.Width, shape.Width).CopyTo(row));
}
