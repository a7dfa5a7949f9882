using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <summary>What the host notices by itself and somebody has to look at.</summary>
internal static class AlertContributions
{
    public static IServiceCollection AddAlerts(this IServiceCollection services) => services.AddScoped<SecurityAlerts>().HandOver(Waiting);

    private static readonly TodayRegister Waiting = TodayRegister.OfProgram(
        ("t-alerts", "Alerts", "Noticed by the program", "Review", Role.PrivacyOfficer),
        new("AlertsWait"),
        async (db, _, now, most, cancellationToken) =>
            [
                .. (
                    await db
                        .SecurityAlerts.AsNoTracking()
                        .Where(a => a.SeenAt == null)
                        .OrderBy(a => a.LastAt)
                        .Take(most)
                        .ToListAsync(cancellationToken)
                ).Select(a => new RegisterRow(
                    new
                    {
                        a.Id,
                        a.Kind,
                        a.FirstAt,
                        a.Count,
                    },
                    null,
                    now.Zone.Moment(a.FirstAt),
                    Title(a.Kind),
                    string.Format(CultureInfo.InvariantCulture, Says(a.Kind), a.Count, a.Limit),
                    "/privacy/alerts"
                )),
            ]
    );

    public static string Title(SecurityAlertKind kind) =>
        kind switch
        {
            SecurityAlertKind.BulkReading => "Many records read by one account",
            SecurityAlertKind.LockOuts => "Many sign-ins failed",
        };

    /// <summary>With {0} for how many, and {1} for the limit.</summary>
    public static string Says(SecurityAlertKind kind) =>
        kind switch
        {
            SecurityAlertKind.BulkReading => "{0} people in a short time; the alert limit is {1}.",
            SecurityAlertKind.LockOuts => "{0} in a short time; the alert limit is {1}.",
        };
}
