using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>An emergency as it was typed; that consent could not be asked for first was ticked.</summary>
/// <param name="Told">What was told by voice already; none where the paper is made later.</param>
public sealed record NewEmergency(string Personnel, string Affiliation, string By, string Nature, InformationCategory Told)
{
    /// <summary>The most that may be told.</summary>
    public static InformationCategory MayBeTold => BasisTable.Of(DisclosureBasis.MedicalEmergency).Ceiling;
}

/// <summary>Emergencies of 42 CFR 2.51: on file, and what was told by voice in the list of what left, in one piece.</summary>
public sealed class EmergencyService(RecordAccess access, CurrentActor current, Store store, SpokenDisclosures spoken)
{
    /// <returns>Null: no such person.</returns>
    public Task<Written?> RecordAsync(Guid patientId, NewEmergency emergency, CancellationToken cancellationToken) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            AccessAction.Write,
            DataClass.Disclosures,
            async db =>
            {
                var now = store.Clock.GetUtcNow().UtcDateTime;
                var entry = EmergencyDisclosure.Record(
                    Guid.CreateVersion7(),
                    patientId,
                    emergency.Personnel,
                    emergency.Affiliation,
                    emergency.By,
                    emergency.Nature,
                    true,
                    now,
                    current.Actor.AccountId
                );
                db.Add(entry);
                if (emergency.Told != InformationCategory.None)
                    await spoken.AccountAsync(
                        db,
                        patientId,
                        now,
                        new Said(
                            DisclosureBasis.MedicalEmergency,
                            entry.Id,
                            DisclosurePurpose.MedicalEmergency,
                            new Recipient(entry.MedicalPersonnel, RecipientClass.TreatingProvider),
                            emergency.Told
                        ),
                        file => file with { Emergencies = [.. file.Emergencies, entry] },
                        cancellationToken
                    );
                return new Written(entry.Id);
            },
            cancellationToken
        );
}
