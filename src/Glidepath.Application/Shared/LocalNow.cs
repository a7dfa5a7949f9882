using Glidepath.Treatment;

namespace Glidepath.Application.Shared;

/// <summary>The day it is where the program is, and where that is.</summary>
public readonly record struct LocalNow(DateOnly Today, TimeZoneInfo Zone)
{
    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => LocalDay.Of(utc, Zone);
}
