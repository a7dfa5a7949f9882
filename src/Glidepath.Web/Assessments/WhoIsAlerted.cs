using Glidepath.Storage;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Assessments;

/// <summary>Who sees it on the page of today when a person alone gives an answer that speaks of suicide. Nobody, where the team has nobody who can sign in.</summary>
internal static class WhoIsAlerted
{
    // Those who may see the answer at all, the one who can change the plan first.
    private static readonly (CareTeamRole Role, string Words)[] InOrder =
        [(CareTeamRole.Prescriber, "your prescriber"), (CareTeamRole.Nurse, "your nurse"), (CareTeamRole.Therapist, "your therapist"), (CareTeamRole.Counsellor, "your counselor")];

    public static async Task<AlertedPerson?> FindAsync(GlidepathDbContext db, Guid patientId, DateOnly today, CancellationToken cancellationToken)
    {
        var team = (await db.Set<CareTeamMember>().Where(m => m.PatientId == patientId).ToListAsync(cancellationToken)).Where(m => m.IsOn(today)).ToList();
        var ids = team.Select(m => m.AccountId).ToList();
        var roles = ClinicalRoleNames;
        var able = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id) && u.DisabledAt == null && u.IsEnrolled && roles.Contains(u.Role)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken);
        return InOrder.SelectMany(o => team.Where(m => m.Role == o.Role).OrderBy(m => m.From).Select(m => (o.Words, Account: able.Find(a => a.Id == m.AccountId))))
            .Where(f => f.Account is not null).Select(f => new AlertedPerson(f.Account!.Id, $"{f.Account.DisplayName}, {f.Words}")).FirstOrDefault();
    }

    private static string[] ClinicalRoleNames => [.. Policies.Roles[Policies.Clinician].Select(r => r.ToString())];
}
