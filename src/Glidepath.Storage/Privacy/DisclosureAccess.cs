using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The way out of the record: the gate is asked in the transaction that reads what goes and writes the accounting and the audit. A no is
/// written down, and looks from outside like a patient who does not exist.
/// </summary>
public sealed class DisclosureAccess(Store store)
{
    /// <param name="ask">Makes the question from what is on file; who asks, the file and the instant are put in here, whatever it
    /// says.</param>
    /// <param name="work">Reads exactly the categories of the permit.</param>
    /// <returns>Null for a refusal, and for a patient who does not exist.</returns>
    public Task<T?> RunAsync<T>(
        Actor actor,
        string requestId,
        Guid patientId,
        DisclosureChannel channel,
        DisclosureBasis basis,
        Func<PrivacyFile?, DateTime, DisclosureRequest> ask,
        Func<GlidepathDbContext, DisclosureRequest, DisclosureDecision.Permit, Task<T>> work,
        CancellationToken cancellationToken
    )
        where T : class
    {
        var declared = new AuditEntry(Action(channel, basis), "Disclosure", patientId);
        return store.Records.RunAsync(
            new RequestActor(actor.AccountId, actor.Role.ToString(), requestId),
            declared,
            async db =>
            {
                var now = store.Clock.GetUtcNow().UtcDateTime;
                var relation = await RecordAccess.RelationAsync(db, patientId, now, cancellationToken);
                var file = relation?.File;
                var request = ask(file, now) with { Actor = actor, File = file, Now = now, Channel = channel, Basis = basis };
                // What leaves of a merged record leaves with the one that goes on: both are asked. Its team still opens it by itself, and
                // a file of it is the patient's to take.
                var leaves =
                    basis is not (DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass)
                    && !(basis is DisclosureBasis.PatientAccess && request.IsWholeOrNothing);
                switch (
                    relation is { GoesOn: not null } && leaves
                        ? new DisclosureDecision.Refuse("record.merged")
                        : DisclosureGate.Decide(request)
                )
                {
                    case DisclosureDecision.Permit permit:
                        db.Scope!.Basis = Reason(request, permit);
                        foreach (var dataClass in DataClasses.In(permit.Categories))
                            db.Scope.Grants.Add(patientId, AccessAction.Export, dataClass);
                        if (permit.Accounting is { } accounting)
                            await AnswerAsync(db, accounting, request, cancellationToken);
                        var merged = await MergedAsync(db, request, permit, relation!.Merged, cancellationToken);
                        return await work(db, request, permit with { Merged = merged });
                    case DisclosureDecision.Refuse refuse:
                        db.Scope!.Refusal = declared with
                        {
                            Outcome = AuditOutcome.Refused,
                            Reason = $"{basis}.{channel}: {refuse.Reason}",
                        };
                        return null;
                    default:
                        throw new System.Diagnostics.UnreachableException();
                }
            },
            cancellationToken
        );
    }

    /// <summary>
    /// Of each record that was merged into this one, what its own file lets out too. A consent that was signed before the merge lets out
    /// what its own record holds; for the other record one of its own is needed, to the same recipient.
    /// </summary>
    private static async Task<IReadOnlyDictionary<Guid, InformationCategory>> MergedAsync(
        GlidepathDbContext db,
        DisclosureRequest request,
        DisclosureDecision.Permit permit,
        IReadOnlyList<MergedRecord> records,
        CancellationToken cancellationToken
    )
    {
        var merged = new Dictionary<Guid, InformationCategory>();
        if (records.Count == 0)
            return merged;
        var relations = await RecordAccess.RelationsAsync(db, [.. records.Select(r => r.PatientId)], request.Now, cancellationToken);
        foreach (var (id, of) in relations)
        {
            var asked = request with
            {
                RecordId = Guid.CreateVersion7(),
                File = of.File,
                Categories = permit.Categories,
                IsWholeOrNothing = false,
            };
            if (request.Basis is DisclosureBasis.Consent or DisclosureBasis.TpoConsent or DisclosureBasis.LegalProceedingsConsent)
                asked = asked with { Reference = OwnConsent(asked) };
            if (DisclosureGate.Decide(asked) is not DisclosureDecision.Permit own)
                continue;
            merged[id] = own.Categories;
            foreach (var dataClass in DataClasses.In(own.Categories))
                db.Scope!.Grants.Add(id, AccessAction.Export, dataClass);
            if (own.Accounting is { } accounting)
                Account(db, accounting);
        }
        return merged;
    }

    private static Guid? OwnConsent(DisclosureRequest asked) =>
        asked.File!.Consents.Any(c => c.Id == asked.Reference) ? asked.Reference : DisclosureGate.FindConsent(asked);

    /// <summary>Asks the gate inside a unit of work that is open already; what is permitted is accounted in it.</summary>
    /// <param name="request">File and instant are put in here, whatever it says.</param>
    public static async Task<bool> PermitsAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        DisclosureRequest request,
        CancellationToken cancellationToken
    )
    {
        var file = (await RecordAccess.RelationAsync(db, patientId, now, cancellationToken))?.File;
        if (DisclosureGate.Decide(request with { File = file, Now = now }) is not DisclosureDecision.Permit permit)
            return false;
        if (permit.Accounting is { } accounting)
            Account(db, accounting);
        return true;
    }

    /// <summary>
    /// As <see cref="PermitsAsync"/>, for what was said already and cannot be cut to a part: all of it is accounted, or nothing is.
    /// </summary>
    /// <param name="withEntry">The file as it will be: what the disclosure rests on is written in the same unit of work and not in the
    /// store yet.</param>
    /// <returns>What the gate keeps back; none where it was accounted.</returns>
    public static async Task<InformationCategory> AccountWholeAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        DisclosureRequest request,
        Func<PrivacyFile, PrivacyFile> withEntry,
        CancellationToken cancellationToken
    )
    {
        var file = (await RecordAccess.RelationAsync(db, patientId, now, cancellationToken))?.File;
        var decision = DisclosureGate.Decide(request with { File = file is null ? null : withEntry(file), Now = now });
        if (decision is not DisclosureDecision.Permit permit || permit.Categories != request.Categories)
            return request.Categories & ~decision.Outside.Categories;
        if (permit.Accounting is { } accounting)
            Account(db, accounting);
        db.Scope!.NoteWrite(Action(request.Channel, request.Basis), "Disclosure", patientId, request.RecordId);
        return InformationCategory.None;
    }

    /// <summary>
    /// Those that the gate would permit as things stand, so that only they are offered. Nothing leaves by asking, and nothing is accounted.
    /// </summary>
    /// <inheritdoc cref="PermitsAsync" path="/param"/>
    public static async Task<IReadOnlyList<DisclosureRequest>> WouldPermitAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        IEnumerable<DisclosureRequest> requests,
        CancellationToken cancellationToken
    )
    {
        var file = (await RecordAccess.RelationAsync(db, patientId, now, cancellationToken))?.File;
        return [.. requests.Where(r => DisclosureGate.Decide(r with { File = file, Now = now }) is DisclosureDecision.Permit)];
    }

    /// <summary>The gate writes down what it lets out, whatever else this unit of work may touch.</summary>
    private static void Account(GlidepathDbContext db, DisclosureRecord accounting)
    {
        db.Grant(accounting.PatientId, AccessAction.Write, DataClass.Disclosures);
        db.Add(accounting);
    }

    /// <summary>And where a patient asked for it, the request is answered by it.</summary>
    private static async Task AnswerAsync(
        GlidepathDbContext db,
        DisclosureRecord accounting,
        DisclosureRequest request,
        CancellationToken cancellationToken
    )
    {
        Account(db, accounting);
        if (request is not { Basis: DisclosureBasis.PatientAccess, Reference: { } asked })
            return;
        db.Grant(accounting.PatientId, AccessAction.Read, DataClass.Disclosures);
        var copy = await db.Set<CopyRequest>()
            .SingleOrDefaultAsync(c => c.Id == asked && c.PatientId == accounting.PatientId, cancellationToken);
        copy?.CopyMade(request.Now, request.Actor.AccountId);
    }

    private static AuditAction Action(DisclosureChannel channel, DisclosureBasis basis) =>
        channel switch
        {
            DisclosureChannel.Screen
                when basis is DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass or DisclosureBasis.PatientAccess => AuditAction.Read,
            DisclosureChannel.Print or DisclosureChannel.Pdf => AuditAction.Print,
            DisclosureChannel.Csv
            or DisclosureChannel.Json
            or DisclosureChannel.Api
            or DisclosureChannel.Bulk
            or DisclosureChannel.BackupExport => AuditAction.Export,
            _ => AuditAction.Disclose,
        };

    private static string Reason(DisclosureRequest request, DisclosureDecision.Permit permit) =>
        string.Join(
            ' ',
            [
                $"{request.Basis}.{request.Channel}",
                .. request.Reference is { } reference ? [reference.ToString()] : Array.Empty<string>(),
                .. permit.Remarks,
            ]
        );
}
