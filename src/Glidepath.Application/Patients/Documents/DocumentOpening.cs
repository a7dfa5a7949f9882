using System.Security.Cryptography;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <param name="Name">Of the file as it is handed out: a record number and a running number, nothing of who sent it or what it is.</param>
public sealed record OpenedDocument(byte[] Content, string ContentType, string Name);

/// <summary>
/// The file of one paper, by the disclosure check. It is handed out whole and as it was received, or not at all.
/// </summary>
public sealed class DocumentOpening(Store store, RecordAccess access, CurrentActor who, DisclosureService disclosures, FileTurns turns)
    : PatientSubject(store, access, who)
{
    /// <summary>Among what the host found that was changed from outside. Names nobody.</summary>
    internal const string Finding = "the file of a document";

    /// <param name="withErrors">Whether one that was entered in error is opened too.</param>
    /// <returns>Null for a refusal, and where there is no such paper.</returns>
    /// <exception cref="RuleViolationException"><c>document.altered</c>: its bytes are not those that were received.</exception>
    internal async Task<OpenedDocument?> OpenAsync(
        Guid patientId,
        Guid id,
        DisclosureChannel channel,
        DisclosureBasis basis,
        bool withErrors,
        CancellationToken cancellationToken
    )
    {
        if (await HoldsAsync(patientId, id, cancellationToken) is not { } holds)
            return null;
        using var turn = await turns.EnterAsync(cancellationToken);
        (OpenedDocument? Opened, bool IsAltered) found = default;
        var paper = await disclosures.DiscloseAsync(
            patientId,
            new DisclosureAsk
            {
                Channel = channel,
                Basis = basis,
                // A file is not cut to a part: who may not have all that it holds does not have it.
                IsWholeOrNothing = true,
                Categories = InformationCategory.Documents | DataClasses.Category(holds),
                PurposeText = "A document of the record, opened as a file",
            },
            async (db, _) =>
            {
                found = await ReadAsync(db, patientId, id, withErrors, cancellationToken);
                return "";
            },
            cancellationToken
        );
        if (paper is null || !found.IsAltered)
            return paper is null ? null : found.Opened;
        Store.Seals.Raise(Finding);
        await Store.Records.NoteAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(DocumentContent), patientId, id, AuditOutcome.Refused, "document.altered"),
            cancellationToken
        );
        throw new RuleViolationException("document.altered");
    }

    /// <summary>What the disclosure check must be asked for; nothing of it is shown.</summary>
    private Task<DataClass?> HoldsAsync(Guid patientId, Guid id, CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(DocumentReference), TargetId: id, Reason: "document.look-up"),
            async db =>
                await db.Deciding<DocumentReference>()
                    .Where(d => d.Id == id && d.PatientId == patientId)
                    .Select(d => (DataClass?)d.Holds)
                    .SingleOrDefaultAsync(cancellationToken),
            cancellationToken
        );

    private async Task<(OpenedDocument? Opened, bool IsAltered)> ReadAsync(
        GlidepathDbContext db,
        Guid patientId,
        Guid id,
        bool withErrors,
        CancellationToken cancellationToken
    )
    {
        // The disclosure check knows restrictions and consents; what the role may read at all is asked of the access check.
        var open = await DocumentParts.OpenAsync(Access, db, Actor, patientId, cancellationToken);
        var all = await db.Documents(patientId, open).AsNoTracking().ToListAsync(cancellationToken);
        if (all.Find(d => d.Id == id && (withErrors || d.Stands)) is not { } document)
            return default;
        // Numbered among those that this reader may see: a number that is left out would tell of one that is kept back.
        var number = all.Count(d => (d.RecordedAt, d.Id).CompareTo((document.RecordedAt, document.Id)) <= 0);
        try
        {
            var content = await db.Set<DocumentContent>()
                .AsNoTracking()
                .SingleOrDefaultAsync(c => c.PatientId == patientId && c.Id == id && c.Holds == document.Holds, cancellationToken);
            return content is not null && document.File.IsOf(content.Bytes)
                ? (new(content.Bytes, document.File.ContentType, $"{RecordNumber.Of(patientId)}-{number}.{document.File.Extension}"), false)
                : (null, true);
        }
        catch (CryptographicException)
        {
            return (null, true);
        }
    }
}
