using Glidepath.Storage;
using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

// stub until the duty area is merged
internal static class DutyRosters
{
    public static async Task<DutyRoster> ReadAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var all = await db.Users.AsNoTracking().Where(u => u.DisabledAt == null).Select(u => new { u.Id, u.Role }).ToListAsync(cancellationToken);
        return new DutyRoster(all.Find(a => a.Role == "Nurse")?.Id, all.Find(a => a.Role == "Prescriber")?.Id);
    }
}

internal sealed record DutyRoster(Guid? Nurse, Guid? Prescriber)
{
    public Guid? OnDuty(DutyRole role, DateTime utc) => role is DutyRole.Nurse ? Nurse : Prescriber;
}
internal enum DutyRole { Nurse, Prescriber }
