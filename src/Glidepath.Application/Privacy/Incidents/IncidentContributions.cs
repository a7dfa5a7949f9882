using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Privacy;

/// <summary>What the privacy officer keeps about the program itself: incidents and complaints.</summary>
internal static class IncidentContributions
{
    public static IServiceCollection AddIncidents(this IServiceCollection services) =>
        services.AddScoped<IncidentService>().AddScoped<ComplaintService>().HandOver(Due).HandOver(Complaints);

    private static readonly TodayRegister Due = TodayRegister.OfProgram(
        ("t-incidents", "Breach register", "Incidents with a deadline", "Review", Role.PrivacyOfficer),
        new("IncidentsHaveADeadline"),
        async (db, _, now, most, cancellationToken) =>
        {
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
                        T["DiscoveredWord", f.Incident.DiscoveredOn.Day()],
                        f.Assessment is null ? "Not assessed" : IncidentWords.ToDo(f.Next?.Kind ?? IncidentStepKind.Closed),
                        f.Next is { } next ? Left(next, now.Today) : "Nothing is due. Close it.",
                        $"/privacy/incidents/{f.Incident.Id}"
                    )),
            ];
        }
    );

    private static readonly TodayRegister Complaints = TodayRegister.OfProgram(
        ("t-complaints", "Complaints", "Open complaints about privacy", "Review", Role.PrivacyOfficer),
        new("ComplaintsAreOpen"),
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
                    T["ReceivedWord", c.ReceivedOn.Day()],
                    "Open complaint",
                    "45 CFR 164.530(d)",
                    "/privacy/complaints"
                )),
            ]
    );

    private static string Left(IncidentDuty duty, DateOnly today) =>
        T["LastDay", IncidentWords.Left(duty.DaysLeft(today)), duty.DueOn.Day()];
}
