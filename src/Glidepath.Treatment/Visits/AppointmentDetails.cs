using System.Globalization;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Visits;

public enum AppointmentKind
{
    FirstVisit,
    Prescriber,
    Nurse,
    Therapy,
    Group,
    Telephone,
    Video,
}

/// <summary>The account that a visit is with, as it stands when the visit is planned.</summary>
public sealed record AppointmentWith(Guid AccountId, string Name, Role? Role, bool IsDisabled)
{
    /// <exception cref="RuleViolationException">The account is disabled, or its role sees no patients.</exception>
    public AppointmentWith Checked() =>
        IsDisabled ? throw new RuleViolationException("visit.with.disabled")
        : Role is { } role && Clinicians.Roles.Contains(role) ? this
        : throw new RuleViolationException("visit.with.role");
}

/// <summary>A visit as it is planned.</summary>
/// <param name="On">In the zone of the program, as is <paramref name="At"/>.</param>
/// <param name="Minutes">5 to 480.</param>
/// <param name="Place">Null for the program's own.</param>
/// <param name="Link">Of a video visit, and of no other: where both meet. https only.</param>
/// <param name="WithName">As the clinician was called when the visit was planned.</param>
public sealed record AppointmentDetails(
    DateOnly On,
    TimeOnly At,
    int Minutes,
    string? Place = null,
    string? Link = null,
    string WithName = ""
)
{
    public const int LeastMinutes = 5,
        MostMinutes = 480,
        MostYearsAhead = 2;

    private const int LongestLink = 500;

    /// <param name="opened">The first day of the episode of care.</param>
    /// <exception cref="RuleViolationException"><c>visit.…</c>: a field is missing, too long or cannot be.</exception>
    public AppointmentDetails Checked(AppointmentKind kind, AppointmentWith with, DateOnly opened, DateOnly today)
    {
        if (!Enum.IsDefined(kind))
            throw new RuleViolationException("visit.kind");
        var last = today.AddYears(MostYearsAhead);
        if (On < opened || On > last)
            throw new RuleViolationException("visit.day", ("first", opened), ("last", last));
        if (Minutes is < LeastMinutes or > MostMinutes)
            throw new RuleViolationException("visit.minutes", ("least", LeastMinutes), ("most", MostMinutes), ("given", Minutes));
        var link = Recorded.Optional(Link, "visit.link", LongestLink);
        if (kind is AppointmentKind.Video)
        {
            if (link is null)
                throw new RuleViolationException("visit.link.needed");
            if (!IsSecure(link))
                throw new RuleViolationException("visit.link.insecure");
        }
        else if (link is not null)
            throw new RuleViolationException("visit.link.not-video");
        return new(
            On,
            new TimeOnly(At.Hour, At.Minute),
            Minutes,
            Recorded.Optional(Place, "visit.place"),
            link,
            Recorded.Required(with.Name, "visit.with")
        );
    }

    /// <exception cref="RuleViolationException">The clocks skip this time.</exception>
    public DateTime StartsAt(TimeZoneInfo zone) =>
        LocalTime.InstantOf(On, At, zone)
        ?? throw new RuleViolationException(
            "visit.time.skipped",
            ("day", On),
            ("time", At.ToString("h:mm tt", CultureInfo.InvariantCulture))
        );

    // A name and a password before the host are a way to show one address and open another.
    private static bool IsSecure(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps
        && address.UserInfo.Length == 0
        && address.Host.Contains('.', StringComparison.Ordinal);
}
