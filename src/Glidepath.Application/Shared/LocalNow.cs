using Glidepath.Treatment;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Shared;

/// <summary>Now, and where the program is.</summary>
/// <param name="At">UTC.</param>
public readonly record struct LocalNow(DateTime At, TimeZoneInfo Zone)
{
    public DateOnly Today => DayOf(At);

    /// <param name="utc">An instant.</param>
    public DateOnly DayOf(DateTime utc) => LocalDay.Of(utc, Zone);

    /// <summary>The day it is where a person is.</summary>
    /// <param name="elsewhere">IANA name; null for where the program is.</param>
    public DateOnly DayThere(string? elsewhere) => LocalDay.Of(At, PatientZone.Of(elsewhere, Zone, At) ?? Zone);
}
