using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

internal static partial class PrivacyContributions
{
    /// <summary>By recipe: how many days ago the person agreed that the demo's family account, a sister, may know some things.</summary>
    private static readonly Dictionary<string, int> SisterMayKnowSince = new() { ["first-cut-made"] = 30 };

    private static readonly DemoEntries InDemo = DemoEntries.One(SisterMayKnowSince, SisterMayKnow);

    private static Consent SisterMayKnow(DemoPerson person, int since) =>
        Consent.Give(
            Guid.CreateVersion7(),
            new ConsentTerms
            {
                PatientId = person.Patient.Id,
                Kind = ConsentKind.SpecificDisclosure,
                OnSameForm = ConsentKind.SpecificDisclosure,
                Origin = ConsentOrigin.RecordedByPatient,
                PatientName = person.Patient.DisplayName,
                DiscloserName = "The demo clinic",
                Categories = InformationCategory.PresenceInTreatment | InformationCategory.Appointments | InformationCategory.MoodLight,
                InformationDescription = "That I come here, when my appointments are, and the light that says how my day is.",
                RecipientKind = RecipientKind.Named,
                RecipientName = person.Staff[Role.Family].DisplayName,
                RecipientPartyId = person.Staff[Role.Family].Id,
                RecipientClasses = RecipientClass.Family,
                Purposes = DisclosurePurpose.FamilySupport,
                PurposeText = "So that my sister can help me.",
                HowToRevoke = "Tell anyone here, or press End on the consents page. It works at once.",
                Expiry = ConsentExpiry.OnDay,
                ExpiresOn = person.Day(-300),
                SignedBy = ConsentSigner.Patient,
                SignerName = person.Patient.DisplayName,
                SignatureMethod = SignatureMethod.Electronic,
                SignedOn = person.Day(since),
                HasRedisclosureStatement = true,
                ConsequencesOfRefusal = "None. Care continues the same.",
            },
            MinorControl.NotAMinor,
            person.Patient.DateOfBirth,
            person.At(since),
            person.Staff[Role.Patient].Id,
            person.Zone
        );
}
