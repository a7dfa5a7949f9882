using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <summary>
/// What a family account may see: what consents that name it list, each through the gate. Without one the answer is the same as where there
/// is nobody.
/// </summary>
public sealed class FamilyService(DisclosureService disclosures, CurrentActor current, Store store)
{
    public async Task<IReadOnlyList<DisclosedRecord>> SeeAsync(CancellationToken cancellationToken)
    {
        var account = current.Actor.AccountId;
        // Ids only: nothing of a record is read before the gate has answered.
        var named = await store.Records.RunAsync(
            current.ForAudit,
            new AuditEntry(AuditAction.Read, "FamilyView", Reason: "family.look-up"),
            async db =>
                await db.Deciding<Consent>()
                    .Where(c => c.RecipientPartyId == account)
                    .OrderBy(c => c.RecordedAt)
                    .Select(c => new { c.Id, c.PatientId })
                    .ToListAsync(cancellationToken),
            cancellationToken
        );
        var shown = new List<DisclosedRecord>();
        foreach (var consent in named)
            if (
                await disclosures.DiscloseAsync(
                    consent.PatientId,
                    new DisclosureAsk
                    {
                        Channel = DisclosureChannel.Screen,
                        Basis = DisclosureBasis.Consent,
                        Reference = consent.Id,
                        Purpose = DisclosurePurpose.FamilySupport,
                        RecipientClass = RecipientClass.Family,
                    },
                    cancellationToken
                ) is
                { } seen
            )
                shown.Add(seen);
        return shown;
    }
}
