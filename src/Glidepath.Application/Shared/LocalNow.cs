using Glidepath.Treatment;

namespace Glidepath.Application.Shared;

/// <summary>Now, and where the program is.</summary>
/// <param name="At">UTC.</param>
public readonly record struct LocalNow(DateTime At, TimeZoneInfo Zone)
{
    public DateOnly Today => DayOf(At);

    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => LocalDay.Of(utc, Zone);
}
