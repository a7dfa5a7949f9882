using System.Globalization;

namespace Glidepath.Web.Monitoring;

/// <summary>The days that all pictures of a trend share, so that what stands one under the other happened on the same day.</summary>
/// <param name="Width">In units of the drawing, near px where it is shown.</param>
/// <param name="Cuts">Dotted lines through every picture.</param>
public sealed record DayAxis(DateOnly First, DateOnly Last, int Width, IReadOnlyList<DateOnly> Cuts)
{
    public const int Left = 36,
        Top = 18;

    /// <summary>Of the foot of the picture; what stands under it are days.</summary>
    public int Bottom { get; init; } = 108;

    public int Height => Bottom + 22;

    public int Right => Width - 8;

    /// <summary>Of one day.</summary>
    public decimal Step => (decimal)(Right - Left - 16) / Math.Max(1, Last.DayNumber - First.DayNumber);

    public decimal X(DateOnly day) => Left + 8 + Step * (day.DayNumber - First.DayNumber);

    /// <summary>On a scale from <paramref name="least"/> at the bottom.</summary>
    public decimal Y(decimal value, decimal least, decimal most) =>
        Bottom - (Bottom - Top) * (Math.Clamp(value, least, most) - least) / Math.Max(0.001m, most - least);

    public static string Text(decimal value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
