using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>Progress notes of one person: a draft that is its author's alone, signed notes, and what was added to them.</summary>
public sealed class ProgressNotesService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<ProgressNotesView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Progress],
            async (db, head) =>
            {
                var all = await db.Set<ProgressNote>().AsNoTracking().Where(n => n.PatientId == patientId).ToListAsync(cancellationToken);
                return new ProgressNotesView(
                    await ApartAsync<ProgressNote>(db, head, [DataClass.Progress], cancellationToken),
                    SignedNote.Of(all),
                    await NamesAsync(db, all.Select(n => n.RecordedBy), cancellationToken)
                )
                {
                    MayWrite = Actor.Role.May(Write, DataClass.Progress),
                };
            },
            cancellationToken
        );

    /// <summary>Kept for its author; it may lack anything.</summary>
    /// <param name="version">Of the draft that the author saw; null where there was none.</param>
    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    /// <exception cref="LostUpdateException">It was changed in another window since.</exception>
    public Task<Saved?> KeepAsync(Guid patientId, NoteBody body, Guid? version, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Progress,
            null,
            async db =>
            {
                var draft = await DraftAsync(db, patientId, version, cancellationToken);
                if (draft is null)
                    db.Add(draft = ProgressDraft.Begin(Guid.CreateVersion7(), patientId, body, Now, Actor.AccountId));
                else
                    draft.Keep(body, Now);
                return await SavedAsync(db, draft, draft.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The session that goes on ends with it.</summary>
    /// <param name="version">Of the draft that it is made of; null for none.</param>
    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    /// <exception cref="LostUpdateException">The draft was changed in another window since.</exception>
    public Task<Saved?> SignAsync(Guid patientId, NoteBody body, Guid? version, Once? once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Progress,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var may = await Access.AllowedAsync(db, Actor, patientId, Write, [DataClass.TherapyWork], cancellationToken);
                var session = may.Contains(DataClass.TherapyWork)
                    ? await db.Set<TherapySession>()
                        .SingleOrDefaultAsync(s => s.PatientId == patientId && s.EndedAt == null, cancellationToken)
                    : null;
                var note = ProgressNote.Sign(episode, body, session?.Id, NewEntry());
                db.Add(note);
                (await DraftAsync(db, patientId, version, cancellationToken))?.Clear(Now);
                session?.End(Now);
                return await SavedAsync(db, note, note.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Beside a signed note, signed as well.</summary>
    /// <exception cref="RuleViolationException"><c>note.…</c></exception>
    public Task<Saved?> AddAsync(Guid patientId, Guid noteId, string? text, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Progress,
            once,
            async db =>
            {
                var note = await OwnAsync<ProgressNote>(db, patientId, n => n.Id == noteId, "note", cancellationToken);
                var addendum = note.Add(text, NewEntry());
                db.Add(addendum);
                return await SavedAsync(db, addendum, addendum.Id, cancellationToken);
            },
            cancellationToken
        );

    private async Task<ProgressDraft?> DraftAsync(GlidepathDbContext db, Guid patientId, Guid? version, CancellationToken cancellationToken)
    {
        var draft = await db.Set<ProgressDraft>()
            .SingleOrDefaultAsync(d => d.PatientId == patientId && d.RecordedBy == Actor.AccountId, cancellationToken);
        return draft is { Body: not null } && draft.Version != version ? throw new LostUpdateException(nameof(ProgressDraft)) : draft;
    }
}

/// <summary>A signed note with what was added to it, the oldest first.</summary>
public sealed record SignedNote(ProgressNote Note, IReadOnlyList<ProgressNote> Addenda)
{
    /// <returns>The newest first.</returns>
    internal static IReadOnlyList<SignedNote> Of(IReadOnlyCollection<ProgressNote> all)
    {
        var added = all.Where(n => n.AddendumToId is not null).OrderBy(n => n.RecordedAt).ToLookup(n => n.AddendumToId!.Value);
        return
        [
            .. all.Where(n => n.AddendumToId is null).OrderByDescending(n => n.RecordedAt).Select(n => new SignedNote(n, [.. added[n.Id]])),
        ];
    }
}

/// <param name="All">The newest first.</param>
public sealed record ProgressNotesView(PatientHead Head, IReadOnlyList<SignedNote> All, IReadOnlyDictionary<Guid, string> Names)
{
    public bool MayWrite { get; init; }
}
