using System.Text.RegularExpressions;

namespace Glidepath.Treatment.Patients;

/// <summary>Where a person is who is not where the program is: the times of their doses are those of a clock there.</summary>
public static partial class PatientZone
{
    /// <summary>As the record keeps it; null for the program's own.</summary>
    /// <exception cref="RuleViolationException">No such zone, or one that names no place, so that nobody could be told where.</exception>
    public static string? Checked(string? name)
    {
        if (Recorded.Optional(name, "patient.time-zone", 100) is not { } asked)
            return null;
        var id = asked.Replace(' ', '_');
        return Region().IsMatch(id) && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) && zone.HasIanaId
            ? id
            : throw new RuleViolationException("patient.time-zone", ("name", asked));
    }

    /// <summary>
    /// Null where the clocks of both agree through the year ahead: then nothing is to be said of it. A zone that this machine does not know
    /// any more is none.
    /// </summary>
    public static TimeZoneInfo? Of(string? name, TimeZoneInfo program, DateTime utc) =>
        name is not null && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && Months(utc).Any(m => Differs(m, zone, program))
            ? zone
            : null;

    private static bool Differs(DateTime utc, TimeZoneInfo zone, TimeZoneInfo program) =>
        zone.GetUtcOffset(utc) != program.GetUtcOffset(utc);

    private static IEnumerable<DateTime> Months(DateTime utc) => Enumerable.Range(0, 12).Select(utc.AddMonths);

    // The regions of the IANA list; what stands under another name (US, Etc, SystemV) is kept there for old programs.
    [GeneratedRegex(@"^(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific)(/[A-Za-z0-9_+-]+)+$")]
    private static partial Regex Region();
}
