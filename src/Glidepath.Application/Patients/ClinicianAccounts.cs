using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>Accounts of those who treat people.</summary>
internal static class ClinicianAccounts
{
    private const int MostListed = 500;

    private static readonly string[] Roles = [.. Treatment.Privacy.Clinicians.Roles.Select(r => r.ToString())];

    /// <summary>Disabled ones too.</summary>
    public static IQueryable<UserAccount> Clinicians(this GlidepathDbContext db) =>
        // Written out in the command, so that the index on roles serves it.
        db.Users.AsNoTracking().Where(u => EF.Constant(Roles).Contains(u.Role));

    /// <summary>Those whose accounts are in use, by name.</summary>
    public static Task<List<StaffMember>> OpenCliniciansAsync(this GlidepathDbContext db, CancellationToken cancellationToken) =>
        db.Clinicians()
            .Where(u => u.DisabledAt == null)
            .OrderBy(u => u.DisplayName)
            .Select(u => new StaffMember(u.Id, u.DisplayName, u.Role))
            .Take(MostListed)
            .ToListAsync(cancellationToken);
}
