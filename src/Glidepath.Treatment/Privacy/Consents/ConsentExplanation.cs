namespace Glidepath.Treatment.Privacy;

/// <summary>42 CFR 2.32(b): a clear explanation of the scope of the consent, for what is sent without a copy of it.</summary>
public static class ConsentExplanation
{
    public static DisclosureNotice Of(Consent consent) =>
        new(
            DisclosureNoticeKind.ConsentScope,
            $"Sent with the patient's written consent of {consent.SignedOn:yyyy-MM-dd}. It covers: "
                + $"{InformationCategories.InWords(consent.Categories)}. "
                + $"Purpose: {DisclosurePurposes.InWords(consent.Purposes)}. Recipient: {RecipientText(consent)}. "
                + $"{ExpiryText(consent)} It can be revoked; nothing more is sent after that."
        );

    private static string RecipientText(Consent consent) =>
        consent.RecipientKind switch
        {
            RecipientKind.Named => consent.RecipientName ?? "",
            RecipientKind.Intermediary => $"{consent.RecipientName}, for {consent.IntermediaryParticipants}",
            RecipientKind.Class => string.Join(
                ", ",
                Enum.GetValues<RecipientClass>().Where(c => c != RecipientClass.None && consent.RecipientClasses.HasFlag(c)).Select(InWords)
            ),
            RecipientKind.None => "none",
        };

    private static string ExpiryText(Consent consent) =>
        consent.Expiry switch
        {
            ConsentExpiry.OnDay => $"It ends on {consent.ExpiresOn:yyyy-MM-dd}.",
            ConsentExpiry.OnEvent => $"It ends with: {consent.ExpiryEvent}.",
            ConsentExpiry.Never => "It has no end date.",
            ConsentExpiry.None => "",
        };

    private static string InWords(RecipientClass recipients) =>
        recipients switch
        {
            RecipientClass.Patient => "the patient",
            RecipientClass.Programme => "this program",
            RecipientClass.TreatingProvider => "treating providers",
            RecipientClass.Payer => "health plans and third-party payers",
            RecipientClass.OperationsSupport => "people helping to operate this program",
            RecipientClass.Family => "family",
            RecipientClass.Employer => "employer",
            RecipientClass.CourtOrLawEnforcement => "courts and law enforcement",
            RecipientClass.ChildProtection => "child protection",
            RecipientClass.Auditor => "auditors",
            RecipientClass.Researcher => "researchers",
            RecipientClass.ServiceOrganisation => "service organizations",
            RecipientClass.Other => "others named in the consent",
            _ => throw new ArgumentOutOfRangeException(nameof(recipients), recipients, null),
        };
}
