using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// Care teams of people with several records: who is on the team of one treats by each whose team the privacy officer joined with it. Read
/// to decide, and shown to nobody.
/// </summary>
internal static class JoinedTeams
{
    /// <summary>Which records are of one person, of these and those that are linked with them.</summary>
    public static async Task<OnePerson> LinksAsync(
        this GlidepathDbContext db,
        IEnumerable<Guid> patientIds,
        CancellationToken cancellationToken
    )
    {
        using var deciding = db.BeginDeciding();
        var (links, known) = (new List<PatientLink>(), new HashSet<Guid>());
        // A link stands in both of its records. Few people have one: mostly one command.
        for (var ids = patientIds.Distinct().ToList(); ids.Count > 0; )
        {
            known.UnionWith(ids);
            links.AddRange(await db.Set<PatientLink>().AsNoTracking().Where(l => ids.Contains(l.PatientId)).ToListAsync(cancellationToken));
            ids = [.. PatientLink.Standing(links).Select(l => l.OtherPatientId).Where(id => !known.Contains(id)).Distinct()];
        }
        return new OnePerson(links);
    }

    /// <summary>The records whose care team the account is on today, by a place on it or on one that was joined with it.</summary>
    public static async Task<IReadOnlyList<Guid>> TreatedByAsync(
        this GlidepathDbContext db,
        Guid account,
        DateOnly today,
        CancellationToken cancellationToken
    )
    {
        var own = await db.Deciding<CareTeamMember>()
            .Where(m => m.AccountId == account && m.From <= today && (m.To == null || m.To >= today))
            .Select(m => m.PatientId)
            .ToListAsync(cancellationToken);
        var one = await db.LinksAsync(own, cancellationToken);
        return [.. own.SelectMany(one.Joined).Distinct()];
    }

    /// <summary>Who is on the care team of one person today; of somebody with one record no more is read than that.</summary>
    public static async Task<List<CareTeamMember>> TeamAsync(
        this GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        if (await RecordAccess.RelationAsync(db, patientId, now, cancellationToken) is not { } relation)
            return [];
        using var deciding = db.BeginDeciding();
        var (records, today) = (db.RecordsOf(patientId), db.DayOf(now));
        return (
            await db.Set<CareTeamMember>().AsNoTracking().Where(m => records.Contains(m.PatientId)).ToListAsync(cancellationToken)
        ).FindAll(m => m.IsOn(today) && relation.File.CareTeam.Contains(m.AccountId));
    }

    /// <summary>By patient: who is on their care team on a day.</summary>
    public static async Task<ILookup<Guid, CareTeamMember>> TeamsAsync(
        this GlidepathDbContext db,
        IReadOnlyCollection<Guid> patientIds,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var one = await db.LinksAsync(patientIds, cancellationToken);
        var joined = patientIds.SelectMany(id => one.Joined(id).Select(record => (Id: id, Record: record))).ToList();
        var records = joined.Select(j => j.Record).Distinct().ToList();
        using var deciding = db.BeginDeciding();
        var members = (
            await db.Set<CareTeamMember>().AsNoTracking().Where(m => records.Contains(m.PatientId)).ToListAsync(cancellationToken)
        )
            .Where(m => m.IsOn(day))
            .ToLookup(m => m.PatientId);
        return joined.SelectMany(j => members[j.Record].Select(m => (j.Id, Member: m))).ToLookup(m => m.Id, m => m.Member);
    }
}
