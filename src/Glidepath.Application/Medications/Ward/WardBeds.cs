using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Medications;

/// <summary>Who lies where, to decide whom a page of a ward asks for; shown to nobody before it was asked who may see them.</summary>
internal static class WardBeds
{
    public static Task<List<WardUnitName>> UnitsAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        db.Set<WardUnit>().AsNoTracking().OrderBy(u => u.Name).Select(u => new WardUnitName(u.Id, u.Name)).ToListAsync(cancellationToken);

    /// <summary>Who had a bed in the unit at any time from an instant to another.</summary>
    public static Task<List<WardBed>> InAsync(
        GlidepathDbContext db,
        Guid unitId,
        DateTime from,
        DateTime until,
        CancellationToken cancellationToken
    ) =>
        db.Deciding<Stay>()
            .Where(s => s.UnitId == unitId && s.From < until && (s.Until == null || s.Until > from))
            .Select(s => new WardBed(s.PatientId, s.Bed, s.From, s.Until))
            .ToListAsync(cancellationToken);

    /// <summary>The unit somebody lies in at an instant; null for none.</summary>
    public static Task<Guid?> UnitOfAsync(GlidepathDbContext db, Guid patientId, DateTime at, CancellationToken cancellationToken) =>
        db.Deciding<Stay>()
            .Where(s => s.PatientId == patientId && s.From <= at && (s.Until == null || s.Until > at))
            .Select(s => (Guid?)s.UnitId)
            .FirstOrDefaultAsync(cancellationToken);
}

public sealed record WardUnitName(Guid Id, string Name);

/// <param name="Until">UTC. Null while they have it.</param>
internal sealed record WardBed(Guid PatientId, string Bed, DateTime From, DateTime? Until)
{
    /// <summary>The person had the bed when the dose was due.</summary>
    public bool Holds(DoseSlot slot) => PatientId == slot.PatientId && From <= slot.DueAt && !(Until <= slot.DueAt);
}
