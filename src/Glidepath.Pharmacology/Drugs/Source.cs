namespace Glidepath.Pharmacology.Drugs;

/// <summary>How far a fact can be trusted. The order runs from best to worst.</summary>
public enum Confidence
{
    /// <summary>Read in the study, label or guideline itself.</summary>
    Primary,

    /// <summary>Read in a table or review that quotes another source.</summary>
    Secondary,

    /// <summary>Our own arithmetic or convention; the text says from what.</summary>
    Derived,

    /// <summary>Not confirmed by any source that was read. Never shown without this word beside it.</summary>
    Unverified,
}

/// <summary>Where a fact comes from.</summary>
/// <param name="Id">Stable short key, e.g. <c>asam-2025</c>.</param>
/// <param name="Title">What a reader would look for.</param>
/// <param name="Where">DOI, address, section or page.</param>
public sealed record Source(string Id, string Title, string Where)
{
    public override string ToString() => $"{Title} ({Where})";
}
