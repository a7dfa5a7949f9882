using Glidepath.Storage;
using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>The roster as it stands in the store.</summary>
internal static class DutyRosters
{
    /// <summary>Longer ago than an override lasts, nobody asks who was on duty.</summary>
    private const int DaysBack = DutyOverride.MostDays + 2;

    private static readonly Dictionary<string, DutyRole> Duties = Enum.GetValues<DutyRole>()
        .ToDictionary(d => d.Needs().ToString(), StringComparer.Ordinal);

    /// <summary>Words of roles that can have a duty.</summary>
    public static readonly string[] Roles = [.. Duties.Keys];

    /// <summary>In the unit of work of who asks: for now, the fortnight before and all that is ahead.</summary>
    /// <param name="now">UTC.</param>
    public static async Task<DutyRoster> ReadAsync(GlidepathDbContext db, DateTime now, CancellationToken cancellationToken)
    {
        var since = db.DayOf(now).AddDays(-DaysBack);
        var rotations = await db.Set<DutyRotation>()
            .AsNoTracking()
            .Where(r => r.Until == null || r.Until >= since)
            .ToListAsync(cancellationToken);
        var overrides = await db.Set<DutyOverride>().AsNoTracking().Where(o => o.ToDay >= since).ToListAsync(cancellationToken);
        var able = await db
            .Users.AsNoTracking()
            .Where(u => EF.Constant(Roles).Contains(u.Role) && u.DisabledAt == null)
            .Select(u => new { u.Id, u.Role })
            .ToListAsync(cancellationToken);
        return DutyRoster.Of(rotations, overrides, db.Zone, able.Select(a => (Duties[a.Role], a.Id)).ToHashSet());
    }

    /// <summary>The duty that an account of this role can have; null for none.</summary>
    public static DutyRole? DutyOf(string role) => Duties.TryGetValue(role, out var duty) ? duty : null;
}
