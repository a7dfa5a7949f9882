using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>The roots page in the hands of who treats the person, together with them: only while they share it.</summary>
public sealed class SharedRootsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<SharedRootsView?> SeeAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.TherapyWork],
            async (db, head) =>
                new SharedRootsView(
                    head,
                    await SheetAsync(db.Set<RootsSheet>().AsNoTracking(), patientId, cancellationToken),
                    MayWrite(Actor.Role, head)
                ),
            cancellationToken
        );

    /// <param name="version">As it was seen.</param>
    /// <returns>Null also where it is not shared any more.</returns>
    /// <exception cref="RuleViolationException"><c>roots.…</c></exception>
    /// <exception cref="LostUpdateException">It is another version than was seen.</exception>
    public Task<Saved?> ChangeAsync(Guid patientId, Guid? version, RootsLines lines, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            [(Read, DataClass.TherapyWork), (Write, DataClass.TherapyWork)],
            once,
            async db =>
            {
                var sheet = await SheetAsync(db.Set<RootsSheet>(), patientId, cancellationToken);
                Expected(sheet ?? throw RuleViolationException.Of("roots.unknown", "roots.not-shared"), version)
                    .Change(lines, Now, Actor.AccountId);
                return await SavedAsync(db, sheet, sheet.Id, cancellationToken);
            },
            cancellationToken
        );

    internal static bool MayWrite(Role role, PatientHead head) =>
        head is { IsOpen: true, MergedInto: null } && role.May(Write, DataClass.TherapyWork);

    private static Task<RootsSheet?> SheetAsync(IQueryable<RootsSheet> sheets, Guid patientId, CancellationToken cancellationToken) =>
        sheets
            .Where(s => s.PatientId == patientId && s.Holds == DataClass.TherapyWork)
            .OrderBy(s => s.Id)
            .FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Sheet">Null where it is not shared.</param>
/// <param name="MayWrite">Who looks may edit it with the person.</param>
public sealed record SharedRootsView(PatientHead Head, RootsSheet? Sheet, bool MayWrite);
