using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>A paper as it is to be filed.</summary>
/// <param name="Holds">What it is about besides being a document; one of <see cref="DocumentReference.Choosable"/>.</param>
public sealed record DocumentAsked(DocumentDetails Details, DataClass Holds, byte[] Content);

/// <summary>The papers of one person: filed, listed, opened, and marked where one was filed in error.</summary>
public sealed class DocumentsService(Store store, RecordAccess access, CurrentActor who, DocumentOpening opening, BreakGlassService glass)
    : PatientSubject(store, access, who)
{
    /// <summary>Descriptions alone: no file is read.</summary>
    public Task<DocumentsView?> ListAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Documents],
            async (db, head) =>
            {
                var open = await DocumentParts.OpenAsync(Access, db, Actor, patientId, cancellationToken);
                var all = await db.Documents(patientId, open).AsNoTracking().ToListAsync(cancellationToken);
                var (patient, _) = await db.PersonAsync(patientId, Now, cancellationToken);
                var people = all.SelectMany(d => new[] { (Guid?)d.RecordedBy, d.InErrorBy })
                    .OfType<Guid>()
                    .Concat(all.SelectMany(d => d.Details.Amendments.Select(a => a.By)));
                return new DocumentsView(
                    head,
                    [.. all.OrderByDescending(d => d.RecordedAt).ThenByDescending(d => d.Id)],
                    open,
                    await NamesAsync(db, people, cancellationToken)
                )
                {
                    Born = patient.DateOfBirth,
                };
            },
            cancellationToken
        );

    public Task<Saved?> ReceiveAsync(Guid patientId, DocumentAsked asked, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Documents,
            once,
            async db =>
            {
                var (document, content) = DocumentReference.Receive(
                    await EpisodeAsync(db, patientId, cancellationToken),
                    asked.Details,
                    asked.Holds,
                    asked.Content,
                    Today,
                    NewEntry()
                );
                if (!(await DocumentParts.OpenAsync(Access, db, Actor, patientId, cancellationToken)).Contains(asked.Holds))
                    throw new RuleViolationException("document.holds.not-open");
                db.AddRange(document, content);
                return await SavedAsync(db, document, document.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Another description; the one before stays readable.</summary>
    public Task<Saved?> AmendAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        string? description,
        string? why,
        CancellationToken cancellationToken
    ) => ChangeOneAsync(patientId, id, version, d => d.Amend(description, why, NewEntry()), true, cancellationToken);

    public Task<Saved?> MarkEnteredInErrorAsync(Guid patientId, Guid id, Guid? version, string? why, CancellationToken cancellationToken) =>
        ChangeOneAsync(patientId, id, version, d => d.MarkEnteredInError(why, Now, Actor.AccountId), false, cancellationToken);

    /// <summary>One that is open to the actor; any other is as unknown as none.</summary>
    /// <param name="isNewWord">Something new is said of it: in a record that was merged only a mistake is marked.</param>
    private Task<Saved?> ChangeOneAsync(
        Guid patientId,
        Guid id,
        Guid? version,
        Action<DocumentReference> change,
        bool isNewWord,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Documents,
            null,
            async db =>
            {
                if (isNewWord && await RecordAccess.PointerAsync(db, Actor, patientId, Now, cancellationToken) is { } on)
                    throw new RuleViolationException("record.merged", ("number", RecordNumber.Of(on.Into)));
                var open = await DocumentParts.OpenAsync(Access, db, Actor, patientId, cancellationToken);
                var document =
                    await db.Documents(patientId, open).SingleOrDefaultAsync(d => d.Id == id, cancellationToken)
                    ?? throw RuleViolationException.Of("document.unknown", "entry.unknown");
                change(Expected(document, version));
                return await SavedAsync(db, document, id, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The file, on the care team or through a broken glass while it lasts.</summary>
    /// <param name="isForPrograms">Other software asks, and no person at a screen.</param>
    public async Task<OpenedDocument?> OpenAsync(Guid patientId, Guid id, bool isForPrograms, CancellationToken cancellationToken) =>
        await opening.OpenAsync(
            patientId,
            id,
            isForPrograms ? DisclosureChannel.Api : DisclosureChannel.Screen,
            !isForPrograms && await glass.LiveAsync(patientId, cancellationToken) is not null
                ? DisclosureBasis.BreakGlass
                : DisclosureBasis.CareTeam,
            withErrors: true,
            cancellationToken
        );
}

/// <param name="All">Of those that are open to the reader, the newest first, with those entered in error.</param>
/// <param name="Open">Kinds of papers that are open to the reader.</param>
public sealed record DocumentsView(
    PatientHead Head,
    IReadOnlyList<DocumentReference> All,
    IReadOnlyList<DataClass> Open,
    IReadOnlyDictionary<Guid, string> Names
)
{
    /// <summary>To hold a paper against, before it is filed.</summary>
    public DateOnly? Born { get; init; }

    public IEnumerable<DocumentReference> Current => All.Where(d => d.Stands);

    public IEnumerable<DocumentReference> InError => All.Where(d => !d.Stands);

    /// <summary>False where papers of some kind are kept back, whether there are any or not.</summary>
    public bool IsWhole => Open.Count == DocumentReference.Choosable.Count;
}
