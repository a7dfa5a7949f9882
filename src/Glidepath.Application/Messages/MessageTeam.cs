using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Messages;

/// <summary>Who reads the messages of one person: clinicians on the care team whose account is open and from whom nothing is kept. Read to
/// decide.</summary>
internal static class MessageTeam
{
    // Who is asked first where nobody has the message.
    private static readonly CareTeamRole[] Order =
    [
        CareTeamRole.Nurse,
        CareTeamRole.Prescriber,
        CareTeamRole.Therapist,
        CareTeamRole.Counsellor,
    ];

    public static async Task<bool> IsThereAsync(GlidepathDbContext db, Guid patientId, DateTime now, CancellationToken cancellationToken) =>
        (await ReadersAsync(db, patientId, now, cancellationToken)).Count > 0;

    /// <summary>Whose task it is to answer: whoever has it, while they can; else a role of the team. Nurses, where nobody is there yet:
    /// then it waits for the first who joins.</summary>
    public static async Task<TaskOwner> OwnerAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid? claimedBy,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var readers = await ReadersAsync(db, patientId, now, cancellationToken);
        return claimedBy is { } holder && readers.Exists(r => r.AccountId == holder)
            ? TaskOwner.Account(holder)
            : TaskOwner.Of(Array.Find(Order, role => readers.Exists(r => r.Role == role)));
    }

    private static async Task<List<CareTeamMember>> ReadersAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var team = (await db.TeamAsync(patientId, now, cancellationToken)).FindAll(m => m.IsClinician);
        if (team.Count == 0 || await RecordAccess.RelationAsync(db, patientId, now, cancellationToken) is not { } relation)
            return [];
        var accounts = team.ConvertAll(m => m.AccountId);
        var open = await db
            .Users.AsNoTracking()
            .Where(u => accounts.Contains(u.Id) && u.DisabledAt == null)
            .Select(u => u.Id)
            .ToListAsync(cancellationToken);
        return team.FindAll(m =>
            open.Contains(m.AccountId)
            && AccessPolicy.Decide(new Actor(m.AccountId, RoleOf(m.Role)), relation, AccessAction.Write, DataClass.Messages, now).IsAllowed
        );
    }

    private static Role RoleOf(CareTeamRole role) =>
        role switch
        {
            CareTeamRole.Prescriber => Role.Prescriber,
            CareTeamRole.Nurse => Role.Nurse,
            CareTeamRole.Therapist => Role.Therapist,
            CareTeamRole.Counsellor => Role.Counsellor,
            _ => Role.None,
        };
}
