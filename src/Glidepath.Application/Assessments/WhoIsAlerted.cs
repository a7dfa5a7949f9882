using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Assessments;

/// <summary>
/// Who sees it on the page of today when a person alone gives an answer that speaks of suicide. Nobody, where the team has nobody who can
/// sign in and may open the step.
/// </summary>
internal static class WhoIsAlerted
{
    // The one who can change the plan first.
    private static readonly (CareTeamRole Role, string Words)[] InOrder =
    [
        (CareTeamRole.Prescriber, "your prescriber"),
        (CareTeamRole.Nurse, "your nurse"),
        (CareTeamRole.Therapist, "your therapist"),
        (CareTeamRole.Counsellor, "your counselor"),
    ];

    // To act on the step, and to have it on the page of today, which names only who is known to be in care.
    private static readonly (AccessAction Action, DataClass DataClass)[] Needs =
    [
        .. SafetySteps.Writes,
        (AccessAction.Read, DataClass.PresenceInTreatment),
    ];

    public static async Task<AlertedPerson?> FindAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var team = await db.TeamAsync(patientId, now, cancellationToken);
        var able = await AbleAsync(db, patientId, [.. team.Select(m => m.AccountId)], now, cancellationToken);
        return InOrder
            .SelectMany(o =>
                team.Where(m => m.Role == o.Role && able.ContainsKey(m.AccountId))
                    .OrderBy(m => m.From)
                    .Select(m => new AlertedPerson(m.AccountId, $"{able[m.AccountId]}, {o.Words}"))
            )
            .FirstOrDefault();
    }

    /// <summary>
    /// Of these steps, those whose alerted person can open them now. A restriction, an end on the team or a closed account may have come
    /// since the word was sent.
    /// </summary>
    public static async Task<IReadOnlySet<Guid>> StillReachedAsync(
        GlidepathDbContext db,
        Guid patientId,
        IEnumerable<SafetyStep> steps,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var alerted = steps.Where(s => s.State is SafetyState.OpenAlerted).ToList();
        var able = await AbleAsync(db, patientId, [.. alerted.Select(s => s.AlertedAccountId!.Value)], now, cancellationToken);
        return alerted.Where(s => able.ContainsKey(s.AlertedAccountId!.Value)).Select(s => s.Id).ToHashSet();
    }

    /// <summary>Of these accounts, those that can sign in and may do all that the step needs, with their names.</summary>
    private static async Task<IReadOnlyDictionary<Guid, string>> AbleAsync(
        GlidepathDbContext db,
        Guid patientId,
        IReadOnlyList<Guid> accounts,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (accounts.Count == 0 || await RecordAccess.RelationAsync(db, patientId, now, cancellationToken) is not { } relation)
            return new Dictionary<Guid, string>();
        var enrolled = await db.Clinicians()
            .Where(u => accounts.Contains(u.Id) && u.DisabledAt == null && u.IsEnrolled)
            .Select(u => new
            {
                u.Id,
                u.DisplayName,
                u.Role,
            })
            .ToListAsync(cancellationToken);
        return enrolled.Where(u => May(new Actor(u.Id, Enum.Parse<Role>(u.Role)))).ToDictionary(u => u.Id, u => u.DisplayName);

        bool May(Actor actor) => Array.TrueForAll(Needs, n => AccessPolicy.Decide(actor, relation, n.Action, n.DataClass, now).IsAllowed);
    }
}
