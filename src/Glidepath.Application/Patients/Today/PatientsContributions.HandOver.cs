using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

internal static partial class PatientsContributions
{
    // On every page of today, and nearly always of nobody.
    private static readonly HotQuery<Guid, Guid> AskedOf = new(
        (db, me) =>
            db.Deciding<HandOver>().Where(h => h.ToAccountId == me && h.State == HandOverState.Proposed).Select(h => h.PatientId).Distinct()
    );

    /// <summary>Of each clinician the people whom they were asked to take over, by name: for that they were asked.</summary>
    private static readonly IReadOnlyList<TodayRegister> Asked =
    [
        .. Clinicians.Roles.Select(role => new TodayRegister(
            "t-asked",
            "Will you take them over?",
            "They belong to nobody until you answer",
            "Answer",
            role,
            new("PeopleWaitForYourAnswer")
        )
        {
            Holds = typeof(HandOver),
            ReadAsync = async (db, actor, now, most, cancellationToken) =>
            {
                var mine = (await AskedOf.ToListAsync(db, actor.AccountId, cancellationToken)).Take(most).ToList();
                if (mine.Count == 0)
                    return [];
                var may = await RecordAccess.SeenAsync(
                    db,
                    actor,
                    mine,
                    [DataClass.Demographics, DataClass.Enquiry],
                    [],
                    now.At,
                    cancellationToken
                );
                var seen = may.Keys.ToList();
                if (seen.Count == 0)
                    return [];
                var people = await db.Set<Patient>().AsNoTracking().Where(p => seen.Contains(p.Id)).ToListAsync(cancellationToken);
                var asked = (
                    await db.Set<HandOver>().AsNoTracking().Where(h => seen.Contains(h.PatientId)).ToListAsync(cancellationToken)
                ).Where(h => h.IsProposed && h.ToAccountId == actor.AccountId);
                return
                [
                    .. asked
                        .OrderBy(h => h.ProposedAt)
                        .Select(h => new RegisterRow(
                            h.Id,
                            h.PatientId,
                            people.Find(p => p.Id == h.PatientId)?.DisplayName ?? "",
                            "You were asked to treat this person.",
                            T["AskedOn", now.DayOf(h.ProposedAt).Day()],
                            $"/patients/{h.PatientId}/hand-over"
                        )),
                ];
            },
        }),
    ];
}
