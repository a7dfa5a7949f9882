using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <summary>What the privacy officer keeps about the program itself: incidents and complaints.</summary>
internal static class IncidentContributions
{
    public static IServiceCollection AddIncidents(this IServiceCollection services) =>
        services.AddScoped<IncidentService>().AddScoped<ComplaintService>().HandOver(Due).HandOver(Complaints);

    private static readonly TodayRegister Due = TodayRegister.OfProgram(
        ("t-incidents", "Breach register", "Incidents with a deadline", "Review", Role.PrivacyOfficer),
        new("One incident has a deadline.", "{0} incidents have a deadline."),
        async (db, _, now, most, cancellationToken) =>
        {
            var today = DateOnly.FromDateTime(now);
            return
            [
                .. (await IncidentService.ReadAsync(db, cancellationToken))
                    .Where(f => !f.IsClosed)
                    .Take(most)
                    .Select(f => new RegisterRow(
                        new
                        {
                            f.Incident.Id,
                            f.Next?.Kind,
                            f.Next?.DueOn,
                        },
                        null,
                        $"Discovered {Day(f.Incident.DiscoveredOn)}",
                        f.Assessment is null ? "Not assessed" : IncidentWords.ToDo(f.Next?.Kind ?? IncidentStepKind.Closed),
                        f.Next is { } next ? Left(next, today) : "Nothing is due. Close it.",
                        $"/privacy/incidents/{f.Incident.Id}"
                    )),
            ];
        }
    );

    private static readonly TodayRegister Complaints = TodayRegister.OfProgram(
        ("t-complaints", "Complaints", "Open complaints about privacy", "Review", Role.PrivacyOfficer),
        new("One complaint is open.", "{0} complaints are open."),
        async (db, _, _, most, cancellationToken) =>
            [
                .. (
                    await db.Set<PrivacyComplaint>()
                        .AsNoTracking()
                        .Where(c => c.ClosedOn == null)
                        .OrderBy(c => c.ReceivedOn)
                        .Take(most)
                        .ToListAsync(cancellationToken)
                ).Select(c => new RegisterRow(
                    new { c.Id, c.ReceivedOn },
                    null,
                    $"Received {Day(c.ReceivedOn)}",
                    "Open complaint",
                    "45 CFR 164.530(d)",
                    "/privacy/complaints"
                )),
            ]
    );

    private static string Day(DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    private static string Left(IncidentDuty duty, DateOnly today)
    {
        var (words, days) = IncidentWords.Left(duty.DaysLeft(today));
        return $"{string.Format(CultureInfo.InvariantCulture, words, days)}, last day {Day(duty.DueOn)}";
    }
}
