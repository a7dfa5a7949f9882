namespace Glidepath.Treatment.Privacy;

/// <summary>Why. A consent may list several; a disclosure has exactly one.</summary>
[Flags]
public enum DisclosurePurpose
{
    None = 0,
    Treatment = 1 << 0,
    Payment = 1 << 1,
    Operations = 1 << 2,
    AtPatientsRequest = 1 << 3,
    FamilySupport = 1 << 4,
    BenefitsOrInsurance = 1 << 5,
    Employment = 1 << 6,
    LegalProceedings = 1 << 7,
    MedicalEmergency = 1 << 8,
    AuditOrEvaluation = 1 << 9,
    Research = 1 << 10,
    CrimeReport = 1 << 11,
    ChildProtection = 1 << 12,
}

public static class DisclosurePurposes
{
    public const DisclosurePurpose TreatmentPaymentOperations =
        DisclosurePurpose.Treatment | DisclosurePurpose.Payment | DisclosurePurpose.Operations;

    public static string InWords(DisclosurePurpose purposes) =>
        string.Join(
            ", ",
            Enum.GetValues<DisclosurePurpose>().Where(p => p != DisclosurePurpose.None && purposes.HasFlag(p)).Select(InWordsOfOne)
        );

    private static string InWordsOfOne(DisclosurePurpose purpose) =>
        purpose switch
        {
            DisclosurePurpose.Treatment => "treatment",
            DisclosurePurpose.Payment => "payment",
            DisclosurePurpose.Operations => "health care operations",
            DisclosurePurpose.AtPatientsRequest => "at the request of the patient",
            DisclosurePurpose.FamilySupport => "support by family",
            DisclosurePurpose.BenefitsOrInsurance => "benefits or insurance",
            DisclosurePurpose.Employment => "employment",
            DisclosurePurpose.LegalProceedings => "legal proceedings",
            DisclosurePurpose.MedicalEmergency => "medical emergency",
            DisclosurePurpose.AuditOrEvaluation => "audit or evaluation",
            DisclosurePurpose.Research => "research",
            DisclosurePurpose.CrimeReport => "report of a crime on the premises or against staff",
            DisclosurePurpose.ChildProtection => "report that the law requires for a child's protection",
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
        };
}
