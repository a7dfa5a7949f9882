using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <param name="Reference">The entry that it rests on, written in the same unit of work.</param>
public sealed record Said(DisclosureBasis Basis, Guid Reference, DisclosurePurpose Purpose, Recipient To, InformationCategory Told);

/// <summary>
/// What was told by voice has left before it is written down: it is accounted with the entry that it rests on, or neither is kept.
/// </summary>
public sealed class SpokenDisclosures(CurrentActor current, Store store)
{
    /// <summary>The rule that is broken where the gate does not let out all that was told.</summary>
    public const string KeptBack = "disclosure.told-kept-back";

    /// <param name="withEntry">The file as it will be.</param>
    /// <exception cref="RuleViolationException"><see cref="KeptBack"/>. Let it end the unit of work, so that nothing half is
    /// written.</exception>
    public async Task AccountAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime now,
        Said said,
        Func<PrivacyFile, PrivacyFile> withEntry,
        CancellationToken cancellationToken
    )
    {
        var request = new DisclosureRequest
        {
            RecordId = Guid.CreateVersion7(),
            Channel = DisclosureChannel.Telephone,
            Basis = said.Basis,
            Reference = said.Reference,
            Actor = current.Actor,
            Recipient = said.To,
            Purpose = said.Purpose,
            Categories = said.Told,
            File = null,
            Now = now,
        };
        if (
            await DisclosureAccess.AccountWholeAsync(db, patientId, now, request, withEntry, cancellationToken)
            is not InformationCategory.None
                and var keptBack
        )
            throw new RuleViolationException(KeptBack, ("recipient", said.To.Name), ("what", InformationCategories.InWords(keptBack)));
    }

    /// <summary>A no is written down, after what it ended was taken back.</summary>
    public Task NoteRefusalAsync(Guid patientId, DisclosureBasis basis, CancellationToken cancellationToken) =>
        store.Records.NoteAsync(
            current.ForAudit,
            new AuditEntry(
                AuditAction.Disclose,
                "Disclosure",
                patientId,
                Outcome: AuditOutcome.Refused,
                Reason: $"{basis}.{DisclosureChannel.Telephone}: {KeptBack}"
            ),
            cancellationToken
        );
}
