using Glidepath.Storage;
using Glidepath.Treatment.Medications;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Medications;

/// <summary>The orders of people of which a dose may be in a shift, each with what was recorded in it.</summary>
internal static class WardFiles
{
    public static async Task<Dictionary<Guid, List<DoseFile>>> ReadAsync(
        GlidepathDbContext db,
        List<Guid> people,
        WardShift shift,
        WardRules rules,
        CancellationToken cancellationToken
    )
    {
        if (people.Count == 0)
            return [];
        var (from, until) = (shift.From - rules.After, shift.Until);
        var orders = await db.Set<MedicationRequest>()
            .AsNoTracking()
            .Where(o =>
                people.Contains(o.PatientId)
                && o.Status != OrderStatus.EnteredInError
                && o.StartsAt < until
                && (o.StopsAt == null || o.StopsAt > from)
                && (o.StoppedAt == null || o.StoppedAt > from)
            )
            .ToListAsync(cancellationToken);
        // A dose as needed counts against the day before.
        var day = from.AddHours(-24);
        var entries = await db.Set<MedicationAdministration>()
            .AsNoTracking()
            .Where(a =>
                people.Contains(a.PatientId)
                && ((a.DueAt != null && a.DueAt >= from && a.DueAt < until) || (a.DueAt == null && a.ActualAt >= day && a.ActualAt < until))
            )
            .OrderBy(a => a.RecordedAt)
            .ToListAsync(cancellationToken);
        var withheld = entries.Where(a => a.Outcome is DoseOutcome.Withheld).Select(a => a.Id).ToList();
        List<DoseDecision> decisions =
            withheld.Count == 0
                ? []
                : await db.Set<DoseDecision>()
                    .AsNoTracking()
                    .Where(d => people.Contains(d.PatientId) && withheld.Contains(d.AdministrationId))
                    .ToListAsync(cancellationToken);
        var (ofOrder, ofDose) = (entries.ToLookup(a => a.OrderId), decisions.ToLookup(d => d.AdministrationId));
        return orders
            .GroupBy(o => o.PatientId)
            .ToDictionary(
                g => g.Key,
                g =>
                    g.OrderBy(o => o.Details.Drug, StringComparer.Ordinal)
                        .Select(o => new DoseFile(o, [.. ofOrder[o.Id]], [.. ofOrder[o.Id].SelectMany(a => ofDose[a.Id])]))
                        .ToList()
            );
    }
}
