using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Visits;

/// <summary>The visits of one day: one's own first, then all others of people whom the actor may see.</summary>
public sealed class VisitDayService(Store store, CurrentActor who)
{
    private const int MostVisits = 500;

    public DateOnly Today => store.Today;

    /// <param name="day">In the zone of the program.</param>
    public Task<VisitDayView> DayAsync(DateOnly day, CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(Appointment), Reason: "list"),
            db => ReadAsync(db, day, cancellationToken),
            cancellationToken
        );

    private async Task<VisitDayView> ReadAsync(GlidepathDbContext db, DateOnly day, CancellationToken cancellationToken)
    {
        var (now, me) = (store.Clock.GetUtcNow().UtcDateTime, who.Actor.AccountId);
        var (from, to) = (LocalTime.StartOf(day, store.Zone), LocalTime.StartOf(day.AddDays(1), store.Zone));
        var found = await db.Deciding<Appointment>()
            .Where(a => a.StartsAt >= from && a.StartsAt < to && a.State != AppointmentState.Moved)
            .OrderBy(a => a.StartsAt)
            .Select(a => new
            {
                a.PatientId,
                a.WithAccountId,
                a.StartsAt,
                a.EndsAt,
                a.State,
            })
            .Take(MostVisits + 1)
            .ToListAsync(cancellationToken);
        var may = await RecordAccess.SeenAsync(
            db,
            who.Actor,
            [.. found.Select(f => f.PatientId).Distinct()],
            [DataClass.Demographics, DataClass.PresenceInTreatment, DataClass.Appointments],
            [],
            now,
            cancellationToken
        );
        var seen = may.Keys.ToList();
        List<Appointment> visits =
            seen.Count == 0
                ? []
                : await db.Set<Appointment>()
                    .AsNoTracking()
                    .Where(a => seen.Contains(a.PatientId) && a.StartsAt >= from && a.StartsAt < to && a.State != AppointmentState.Moved)
                    .OrderBy(a => a.StartsAt)
                    .ToListAsync(cancellationToken);
        var people = visits.Select(v => v.PatientId).ToHashSet();
        var heads =
            people.Count == 0
                ? []
                : await db.Set<Patient>()
                    .AsNoTracking()
                    .Where(p => people.Contains(p.Id))
                    .ToDictionaryAsync(p => p.Id, p => p.DisplayName, cancellationToken);
        var clashes = await VisitClash.OfAsync(db, visits, cancellationToken);
        var rows = visits
            .Select(v => new VisitRow(v, heads.GetValueOrDefault(v.PatientId, ""), clashes.GetValueOrDefault(v.Id, [])))
            .ToList();
        return new VisitDayView(day, store.Zone)
        {
            Now = now,
            TellsCare = who.Actor.Role.TellsCare(),
            Mine = [.. rows.Where(r => r.Visit.WithAccountId == me)],
            Others = [.. rows.Where(r => r.Visit.WithAccountId != me)],
            MineUnseen =
            [
                .. found
                    .Where(f => f.WithAccountId == me && f.State is AppointmentState.Planned && !may.ContainsKey(f.PatientId))
                    .Select(f => new VisitTimes(f.StartsAt, f.EndsAt)),
            ],
            IsCut = found.Count > MostVisits,
        };
    }
}

public sealed record VisitRow(Appointment Visit, string Person, IReadOnlyList<VisitTimes> AtTheSameTime);

/// <param name="Zone">Of every time.</param>
public sealed record VisitDayView(DateOnly Day, TimeZoneInfo Zone)
{
    /// <summary>UTC.</summary>
    public DateTime Now { get; init; }

    /// <summary>False for who has no visits of their own and calls nobody after one.</summary>
    public bool TellsCare { get; init; } = true;

    public IReadOnlyList<VisitRow> Mine { get; init; } = [];

    public IReadOnlyList<VisitRow> Others { get; init; } = [];

    /// <summary>Planned with the actor, of people who are not theirs to see.</summary>
    public IReadOnlyList<VisitTimes> MineUnseen { get; init; } = [];

    /// <summary>There are more, and they are not looked at.</summary>
    public bool IsCut { get; init; }
}
