using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>The units of the program and their beds. They name no patient.</summary>
public sealed class UnitsService(Store store, CurrentActor who)
{
    public Task<IReadOnlyList<WardUnit>> AllAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(WardUnit)),
            async db =>
                (IReadOnlyList<WardUnit>)await db.Set<WardUnit>().AsNoTracking().OrderBy(u => u.Name).ToListAsync(cancellationToken),
            cancellationToken
        );

    public Task<WardUnit> OpenAsync(string? name, string? beds, CancellationToken cancellationToken) =>
        WriteAsync(
            async db =>
            {
                var unit = WardUnit.Open(Guid.CreateVersion7(), name, beds);
                if (await db.Set<WardUnit>().AnyAsync(u => u.Name == unit.Name, cancellationToken))
                    throw new RuleViolationException("unit.name.taken");
                db.Add(unit);
                await db.SaveChangesAsync(cancellationToken);
                return unit;
            },
            cancellationToken
        );

    /// <returns>Null where there is no such unit.</returns>
    public Task<WardUnit?> ChangeAsync(Guid id, Guid? version, string? name, string? beds, CancellationToken cancellationToken) =>
        WriteAsync(
            async db =>
            {
                if (await db.Set<WardUnit>().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is not { } unit)
                    return null;
                if (unit.Version != version)
                    throw new LostUpdateException(nameof(WardUnit));
                var taken = await db.Deciding<Stay>()
                    .Where(s => s.UnitId == id && s.Until == null)
                    .Select(s => s.Bed)
                    .ToListAsync(cancellationToken);
                unit.Change(name, beds, taken);
                await db.SaveChangesAsync(cancellationToken);
                return unit;
            },
            cancellationToken
        );

    private Task<T> WriteAsync<T>(Func<GlidepathDbContext, Task<T>> work, CancellationToken cancellationToken) =>
        who.Actor.Role is Role.Director or Role.Administrator
            ? store.Records.RunAsync(who.ForAudit, new AuditEntry(AuditAction.Update, nameof(WardUnit)), work, cancellationToken)
            : throw new RuleViolationException("unit.role");
}
