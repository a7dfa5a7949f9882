using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>How a person came in: with a prescription or without one.</summary>
public sealed class PathwayService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<PathwayView?> PathwayAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Medications, DataClass.Assessments],
            async (db, head) =>
            {
                var (_, episode) = await db.PersonAsync(patientId, Now, cancellationToken);
                var id = episode?.Id ?? Guid.Empty;
                var notes = await db.Set<ControllingDoseNote>()
                    .AsNoTracking()
                    .Where(n => n.PatientId == patientId)
                    .OrderByDescending(n => n.RecordedAt)
                    .ToListAsync(cancellationToken);
                var may = await Access.AllowedAsync(db, Actor, patientId, Read, [DataClass.Progress], cancellationToken);
                var talks = may.Contains(DataClass.Progress)
                    ? await db.Set<InpatientDiscussion>()
                        .AsNoTracking()
                        .Where(n => n.PatientId == patientId)
                        .OrderByDescending(n => n.RecordedAt)
                        .ToListAsync(cancellationToken)
                    : [];
                DataClass[] kinds = [DataClass.Medications, DataClass.Assessments];
                head = await ApartAsync<PrescribedPathway>(db, head, kinds, cancellationToken);
                return new PathwayView(
                    await ApartAsync<NotPrescribedPathway>(db, head, kinds, cancellationToken),
                    episode,
                    await db.Set<PrescribedPathway>().AsNoTracking().SingleOrDefaultAsync(d => d.EpisodeId == id, cancellationToken),
                    await db.Set<NotPrescribedPathway>().AsNoTracking().SingleOrDefaultAsync(d => d.EpisodeId == id, cancellationToken),
                    notes,
                    talks,
                    await NamesAsync(db, notes.Select(n => n.RecordedBy).Concat(talks.Select(t => t.RecordedBy)), cancellationToken)
                );
            },
            cancellationToken
        );

    /// <param name="version">Null where the sender saw none yet.</param>
    public Task<Saved?> ChangePrescribedAsync(
        Guid patientId,
        Guid? version,
        Action<PrescribedPathway> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            version,
            (db, episode) => db.Set<PrescribedPathway>().SingleOrDefaultAsync(d => d.EpisodeId == episode.Id, cancellationToken),
            PrescribedPathway.Open,
            change,
            d => d.Id,
            cancellationToken
        );

    /// <param name="version">Null where the sender saw none yet.</param>
    public Task<Saved?> ChangeNotPrescribedAsync(
        Guid patientId,
        Guid? version,
        Action<NotPrescribedPathway> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            version,
            (db, episode) => db.Set<NotPrescribedPathway>().SingleOrDefaultAsync(d => d.EpisodeId == episode.Id, cancellationToken),
            NotPrescribedPathway.Open,
            change,
            d => d.Id,
            cancellationToken
        );

    private Task<Saved?> ChangeAsync<T>(
        Guid patientId,
        Guid? version,
        Func<GlidepathDbContext, EpisodeOfCare, Task<T?>> find,
        Func<Guid, EpisodeOfCare, T> open,
        Action<T> change,
        Func<T, Guid> id,
        CancellationToken cancellationToken
    )
        where T : class, IVersioned =>
        ChangeAsync(
            patientId,
            DataClass.Assessments,
            null,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var pathway = await find(db, episode);
                if (pathway is null)
                    db.Add(pathway = open(Guid.CreateVersion7(), episode));
                else
                    Expected(pathway, version ?? Guid.Empty);
                change(pathway);
                return await SavedAsync(db, pathway, id(pathway), cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> NoteDoseAsync(
        Guid patientId,
        DateOnly on,
        string given,
        string observed,
        bool isSettled,
        Guid? amends,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Medications,
            once,
            async db =>
            {
                if (amends is { } id)
                    await OwnAsync<ControllingDoseNote>(db, patientId, n => n.Id == id, "amends", cancellationToken);
                var note = ControllingDoseNote.Write(
                    await EpisodeAsync(db, patientId, cancellationToken),
                    on,
                    given,
                    observed,
                    isSettled,
                    NewEntry(amends, why)
                );
                db.Add(note);
                return await SavedAsync(db, note, note.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> NoteTalkAsync(
        Guid patientId,
        DateOnly on,
        InpatientOutcome outcome,
        string said,
        string? next,
        Guid? amends,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Progress,
            once,
            async db =>
            {
                if (amends is { } id)
                    await OwnAsync<InpatientDiscussion>(db, patientId, n => n.Id == id, "amends", cancellationToken);
                var talk = InpatientDiscussion.Record(
                    await EpisodeAsync(db, patientId, cancellationToken),
                    on,
                    outcome,
                    said,
                    next,
                    NewEntry(amends, why)
                );
                db.Add(talk);
                return await SavedAsync(db, talk, talk.Id, cancellationToken);
            },
            cancellationToken
        );
}

public sealed record PathwayView(
    PatientHead Head,
    EpisodeOfCare? Episode,
    PrescribedPathway? Prescribed,
    NotPrescribedPathway? NotPrescribed,
    IReadOnlyList<ControllingDoseNote> Notes,
    IReadOnlyList<InpatientDiscussion> Talks,
    IReadOnlyDictionary<Guid, string> Names
);

/// <param name="Text">Null without an episode.</param>
public sealed record LetterView(PatientHead Head, string? Text, IReadOnlyList<string> OwnQuestions)
{
    /// <summary>Of what was answered.</summary>
    public IReadOnlyList<LetterPart> MayBeLeftOut { get; init; } = [];

    /// <summary>The draft that was asked for is not there, or does not stand.</summary>
    internal bool IsMissing { get; init; }
}
