using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>Rotations of a demo: nurses by day and by night, a prescriber, and one night in five days that nobody has.</summary>
public static class DemoDuty
{
    private const int BegunDaysAgo = 14,
        EmptyInDays = 5;

    private static readonly TimeOnly Morning = new(7, 0),
        Evening = new(19, 0);

    /// <param name="nightNurse">The name of the account that has the nights.</param>
    public static Task EnsureAsync(
        Store store,
        IReadOnlyDictionary<Role, UserAccount> staff,
        string nightNurse,
        CancellationToken cancellationToken
    ) =>
        store.Records.RunAsync(
            RequestActor.System("demo"),
            new AuditEntry(AuditAction.Create, nameof(DutyRotation), Reason: "duty"),
            async db =>
            {
                if (await db.Set<DutyRotation>().AnyAsync(cancellationToken))
                    return false;
                var (now, today) = (store.Clock.GetUtcNow().UtcDateTime, store.Today);
                var begun = today.AddDays(-BegunDaysAgo);
                var director = new Actor(staff[Role.Director].Id, Role.Director);
                var roster = await DutyRosters.ReadAsync(db, now, cancellationToken);
                var night = await db.Users.Where(u => u.UserName == nightNurse).Select(u => u.Id).SingleAsync(cancellationToken);
                var (nurse, prescriber) = (staff[Role.Nurse].Id, staff[Role.Prescriber].Id);
                Rotation(DutyRole.Nurse, "Day", Morning, Evening, nurse);
                Rotation(DutyRole.Nurse, "Night", Evening, Morning, night);
                Rotation(DutyRole.Prescriber, "On call", Morning, Morning, prescriber);
                var empty = today.AddDays(EmptyInDays);
                Override(empty, Evening, empty.AddDays(1), Morning, null, "On leave. Nobody found yet.");
                Override(today.AddDays(2), Morning, today.AddDays(2), Evening, night, "Nils has a course that day.");
                return true;

                void Rotation(DutyRole role, string shift, TimeOnly from, TimeOnly to, Guid account) =>
                    db.Add(
                        DutyRotation.Begin(
                            Guid.CreateVersion7(),
                            new(role, shift, from, to, DutyRoles.EachDay, begun, null, [account], 1),
                            roster,
                            begun,
                            now.AddDays(-BegunDaysAgo - 1),
                            director
                        )
                    );

                void Override(DateOnly fromDay, TimeOnly from, DateOnly toDay, TimeOnly to, Guid? account, string why) =>
                    db.Add(
                        DutyOverride.Enter(
                            Guid.CreateVersion7(),
                            new(DutyRole.Nurse, fromDay, from, toDay, to, account, why),
                            roster,
                            now,
                            director
                        )
                    );
            },
            cancellationToken
        );
}
