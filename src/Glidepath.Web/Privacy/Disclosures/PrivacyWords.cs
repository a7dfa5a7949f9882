using Glidepath.Application.Shared;
using Glidepath.Paper.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>The words of the law's lists as a person reads them.</summary>
internal static class PrivacyWords
{
    public static IEnumerable<Choice> Categories(InformationCategory of) =>
        InformationCategories.Each(of).Select(c => new Choice(c.ToString(), Letters.Capital(Terms.Of(InformationCategories.InWords(c)))));

    public static IReadOnlyList<Choice> Purposes { get; } =
    [
        new(nameof(DisclosurePurpose.Treatment), "My care"),
        new(nameof(DisclosurePurpose.Payment), "Paying for my care"),
        new(nameof(DisclosurePurpose.Operations), "Running the clinic"),
        new(nameof(DisclosurePurpose.AtPatientsRequest), "Because I ask for it"),
        new(nameof(DisclosurePurpose.FamilySupport), "So that my family can help"),
        new(nameof(DisclosurePurpose.BenefitsOrInsurance), "Benefits or insurance"),
        new(nameof(DisclosurePurpose.Employment), "My job"),
        new(nameof(DisclosurePurpose.LegalProceedings), "A court matter (on a form of its own)"),
    ];

    public static IReadOnlyList<Choice> Recipients { get; } =
    [
        new(nameof(RecipientClass.TreatingProvider), "People who treat me"),
        new(nameof(RecipientClass.Payer), "Health plans that pay"),
        new(nameof(RecipientClass.OperationsSupport), "People who help run this clinic"),
        new(nameof(RecipientClass.Family), "Family or friends"),
        new(nameof(RecipientClass.Employer), "An employer"),
        new(nameof(RecipientClass.CourtOrLawEnforcement), "A court or the police"),
        new(nameof(RecipientClass.Other), "Someone else"),
    ];

    public static string Kind(ConsentKind kind) =>
        kind switch
        {
            ConsentKind.SpecificDisclosure => "To share with someone you name",
            ConsentKind.TreatmentPaymentOperations => "For treatment, payment and running the clinic",
            ConsentKind.CounsellingNotes => "Counseling notes",
            ConsentKind.LegalProceedings => "A court matter",
            _ => "Consent",
        };

    public static string Recipient(Consent consent) =>
        consent.RecipientKind is RecipientKind.Class
            ? string.Join(
                ", ",
                Recipients.Where(r => consent.RecipientClasses.HasFlag(Enum.Parse<RecipientClass>(r.Value))).Select(r => r.Words)
            )
            : consent.RecipientName ?? "";

    public static string Status(string? refusal) =>
        refusal switch
        {
            null => "In force",
            "consent.revoked" => "Ended by the patient",
            "consent.expired" => "Ran out",
            "consent.superseded" => "Replaced by a newer one",
            "consent.not-yet" => "Not in force yet",
            _ => "May not be relied on: something is missing",
        };

    public static string Basis(DisclosureBasis basis) =>
        basis switch
        {
            DisclosureBasis.PatientAccess => "you or your care team took it out for you",
            DisclosureBasis.CareTeam => "care here",
            DisclosureBasis.Consent => "your consent",
            DisclosureBasis.TpoConsent => "your consent for treatment, payment and running the clinic",
            DisclosureBasis.CounsellingNotesConsent => "your consent about counseling notes",
            DisclosureBasis.LegalProceedingsConsent => "your consent for a court matter",
            DisclosureBasis.MedicalEmergency => "a medical emergency",
            DisclosureBasis.BreakGlass => "a record opened without being on the care team",
            DisclosureBasis.AuditOrEvaluation => "an audit that the law allows",
            DisclosureBasis.Research => "research that was approved",
            DisclosureBasis.ServiceAgreement => "a company that works for us and is bound by the same rules",
            DisclosureBasis.CourtOrder => "a judge's order",
            DisclosureBasis.CrimeOnPremises => "a report of a crime here",
            DisclosureBasis.ChildAbuseReport => "a report that the law requires to protect a child",
            DisclosureBasis.None => "not known",
        };

    public static string Channel(DisclosureChannel channel) =>
        channel switch
        {
            DisclosureChannel.Screen => "on a screen",
            DisclosureChannel.Print or DisclosureChannel.Pdf => "on paper or as a PDF",
            DisclosureChannel.Csv or DisclosureChannel.Json or DisclosureChannel.Api or DisclosureChannel.Bulk => "as a file",
            DisclosureChannel.Telephone => "by telephone",
            DisclosureChannel.EmailText => "by e-mail",
            _ => "from our system",
        };
}
