using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>
/// The counseling notes that the actor wrote about one person. There is no way to another's: neither a page nor an endpoint names a writer,
/// and the store gives a note to nobody else.
/// </summary>
public sealed class CounselingNotesService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<CounselingNotesView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.CounsellingNotes],
            async (db, head) =>
            {
                var own = await db.Set<CounselingNote>()
                    .AsNoTracking()
                    .Where(n => n.PatientId == patientId && n.RecordedBy == Actor.AccountId)
                    .ToListAsync(cancellationToken);
                return new CounselingNotesView(head, [.. own.OrderByDescending(n => n.RecordedAt)]);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>counseling-note.…</c></exception>
    public Task<Saved?> WriteAsync(Guid patientId, string? text, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.CounsellingNotes,
            once,
            async db =>
            {
                var note = CounselingNote.Write(await EpisodeAsync(db, patientId, cancellationToken), text, NewEntry());
                db.Add(note);
                return await SavedAsync(db, note, note.Id, cancellationToken);
            },
            cancellationToken
        );
}

/// <param name="Own">The newest first.</param>
public sealed record CounselingNotesView(PatientHead Head, IReadOnlyList<CounselingNote> Own);
