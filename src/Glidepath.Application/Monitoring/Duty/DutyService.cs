using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>Who is on duty, now and in the next fortnight, and how that is changed. Of staff and of no patient; each look and each change
/// is in the audit.</summary>
public sealed class DutyService(Store store, CurrentActor who)
{
    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    public Task<DutyView> ViewAsync(CancellationToken cancellationToken) =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(DutyRotation), Reason: "duty"),
            async db =>
            {
                var now = Now;
                var roster = await DutyRosters.ReadAsync(db, now, cancellationToken);
                return new DutyView(roster, now, who.Actor, await PeopleAsync(db, roster, cancellationToken));
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>duty.rotation.…</c></exception>
    public Task<Saved> BeginAsync(RotationTerms terms, CancellationToken cancellationToken) =>
        AddAsync((id, roster) => DutyRotation.Begin(id, terms, roster, store.Today, Now, who.Actor), cancellationToken);

    /// <returns>Null: no such rotation.</returns>
    /// <inheritdoc cref="BeginAsync" path="/exception"/>
    public Task<Saved?> EndAsync(Guid id, Guid? version, DateOnly lastDay, CancellationToken cancellationToken) =>
        ChangeAsync<DutyRotation>(id, version, r => r.Id == id, r => r.End(lastDay, store.Today, Now, who.Actor), cancellationToken);

    /// <exception cref="RuleViolationException"><c>duty.override.…</c></exception>
    public Task<Saved> EnterAsync(OverrideTerms terms, CancellationToken cancellationToken) =>
        AddAsync((id, roster) => DutyOverride.Enter(id, terms, roster, Now, who.Actor), cancellationToken);

    /// <returns>Null: no such override.</returns>
    /// <inheritdoc cref="EnterAsync" path="/exception"/>
    public Task<Saved?> TakeBackAsync(Guid id, Guid? version, CancellationToken cancellationToken) =>
        ChangeAsync<DutyOverride>(id, version, o => o.Id == id, o => o.TakeBack(store.Zone, Now, who.Actor), cancellationToken);

    private Task<Saved> AddAsync<T>(Func<Guid, DutyRoster, T> make, CancellationToken cancellationToken)
        where T : class, IVersioned
    {
        var id = Guid.CreateVersion7();
        return store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Create, typeof(T).Name, TargetId: id, Reason: "duty"),
            async db =>
            {
                var made = make(id, await DutyRosters.ReadAsync(db, Now, cancellationToken));
                db.Add(made);
                await db.SaveChangesAsync(cancellationToken);
                return new Saved(id, made.Version);
            },
            cancellationToken
        );
    }

    private Task<Saved?> ChangeAsync<T>(
        Guid id,
        Guid? version,
        System.Linq.Expressions.Expression<Func<T, bool>> which,
        Action<T> change,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned =>
        store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Update, typeof(T).Name, TargetId: id, Reason: "duty"),
            async db =>
            {
                if (await db.Set<T>().SingleOrDefaultAsync(which, cancellationToken) is not { } found)
                    return null;
                if (version is not null && version != found.Version)
                    throw new LostUpdateException(typeof(T).Name);
                change(found);
                await db.SaveChangesAsync(cancellationToken);
                return new Saved(id, found.Version);
            },
            cancellationToken
        );

    /// <summary>Everybody who can be on duty, the directors, and whoever the roster names besides.</summary>
    private static async Task<IReadOnlyList<DutyPerson>> PeopleAsync(
        GlidepathDbContext db,
        DutyRoster roster,
        CancellationToken cancellationToken
    )
    {
        string[] roles = [.. DutyRosters.Roles, nameof(Role.Director)];
        var named = roster.Rotations.SelectMany(r => r.Accounts).Concat(roster.Overrides.Select(o => o.EnteredBy)).Distinct().ToList();
        return
        [
            .. (
                await db
                    .Users.AsNoTracking()
                    .Where(u => roles.Contains(u.Role) || named.Contains(u.Id))
                    .OrderBy(u => u.DisplayName)
                    .Select(u => new
                    {
                        u.Id,
                        u.DisplayName,
                        u.PhoneNumber,
                        u.Role,
                        IsOpen = u.DisabledAt == null,
                    })
                    .ToListAsync(cancellationToken)
            ).Select(u => new DutyPerson(u.Id, u.DisplayName, u.PhoneNumber)
            {
                Duty = u.IsOpen ? DutyRosters.DutyOf(u.Role) : null,
                IsDirector = u is { IsOpen: true, Role: nameof(Role.Director) },
            }),
        ];
    }
}
