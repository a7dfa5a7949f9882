using Glidepath.Treatment.Monitoring;

namespace Glidepath.Web.Monitoring;

/// <summary>How a line is told from the others without color.</summary>
public enum DayMark
{
    Dots,
    Dashes,
    Bars,
}

/// <summary>One of the lines that are drawn over the same days.</summary>
/// <param name="Most">Top of the scale.</param>
/// <param name="Of">Null where it was not answered: a gap, not a low point.</param>
/// <param name="Usual">The own usual; null where too few days of it are known.</param>
public sealed record DayLine(string Label, int Most, Func<CheckInAnswers, decimal?> Of, decimal? Usual, DayMark Mark, string Ink);
