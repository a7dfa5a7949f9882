using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

/// <param name="Rule">Stable code, for example <c>consent.element.recipient</c>.</param>
/// <param name="Paragraph">Of 42 CFR.</param>
public sealed record ConsentElement(string Rule, string Paragraph, Func<ConsentTerms, bool> IsMet)
{
    /// <summary>What is missing, as it reads within a sentence.</summary>
    public string Message => RuleSentences.InWords(Says);

    internal Sentence Says { get; init; } = Sentence.Of($"element.{Rule}");
}

/// <summary>What makes a consent valid. Asked when it is saved and again whenever it is relied on.</summary>
public static class ConsentElements
{
    private const ConsentKind Apart = ConsentKind.CounsellingNotes | ConsentKind.LegalProceedings;

    public static IReadOnlyList<ConsentElement> All { get; } =
    [
        new("consent.element.patient", "2.31(a)(1)", t => t.PatientId != Guid.Empty && Has(t.PatientName)),
        new("consent.element.discloser", "2.31(a)(2)", t => Has(t.DiscloserName)),
        new("consent.element.information", "2.31(a)(3)", t => Known(t.Categories) && Has(t.InformationDescription)),
        new("consent.element.recipient", "2.31(a)(4)(i)", NamesARecipient),
        new(
            "consent.element.intermediary-participants",
            "2.31(a)(4)(ii)",
            t => t.RecipientKind != RecipientKind.Intermediary || Has(t.IntermediaryParticipants)
        ),
        new("consent.element.purpose", "2.31(a)(5)", t => t.Purposes != DisclosurePurpose.None && Has(t.PurposeText)),
        new("consent.element.right-to-revoke", "2.31(a)(6)", t => Has(t.HowToRevoke)),
        new("consent.element.expiry", "2.31(a)(7)", HasAnExpiry),
        new(
            "consent.element.signature",
            "2.31(a)(8)",
            t => t.SignatureMethod != SignatureMethod.None && t.SignedBy != ConsentSigner.None && Has(t.SignerName)
        ),
        new(
            "consent.element.signer-authority",
            "2.15",
            t => !t.SignedBy.HasFlag(ConsentSigner.LegalRepresentative) || Has(t.SignerAuthority)
        ),
        new("consent.element.signed-on", "2.31(a)(9)", t => t.SignedOn is not null),
        new("consent.element.redisclosure-statement", "2.31(a)(10)", t => t.HasRedisclosureStatement),
        new("consent.element.consequences-of-refusal", "2.31(a)(10)", t => Has(t.ConsequencesOfRefusal)),
        new("consent.kind.unknown", "2.31", t => IsOneKind(t.Kind)),
        new(
            "consent.tpo.purpose",
            "2.31(a)(4)(i), 2.33(b)",
            t => t.Kind != ConsentKind.TreatmentPaymentOperations || (t.Purposes & ~DisclosurePurposes.TreatmentPaymentOperations) == 0
        ),
        new(
            "consent.counselling-notes.apart",
            "2.31(b)",
            t =>
                t.Kind == ConsentKind.CounsellingNotes
                    ? t.Categories == InformationCategory.CounsellingNotes
                    : !t.Categories.HasFlag(InformationCategory.CounsellingNotes)
        ),
        new("consent.counselling-notes.condition", "2.31(b)", t => t.Kind != ConsentKind.CounsellingNotes || !t.IsConditionOfTreatment),
        new(
            "consent.legal-proceedings.apart",
            "2.31(d)",
            t =>
                (t.Kind == ConsentKind.LegalProceedings) == (t.Purposes == DisclosurePurpose.LegalProceedings)
                && (t.Kind == ConsentKind.LegalProceedings || !t.Purposes.HasFlag(DisclosurePurpose.LegalProceedings))
        ),
        new(
            "consent.not-combined",
            "2.31(b), 2.31(d)",
            t => (t.Kind & Apart) == 0 ? (t.OnSameForm & Apart) == 0 : (t.OnSameForm & ~t.Kind) == 0
        ),
        new(
            "consent.dates.ends-before-it-begins",
            "2.31(a)(7), 2.31(a)(9)",
            t => t.Expiry != ConsentExpiry.OnDay || t.SignedOn is null || t.ExpiresOn is null || t.ExpiresOn >= t.SignedOn
        ),
        new(
            "consent.sync.may-only-revoke",
            "house rule",
            t => t.Origin is ConsentOrigin.RecordedByProgramme or ConsentOrigin.RecordedByPatient
        ),
    ];

    /// <returns>What is missing; empty where the consent may be relied on as far as its form goes.</returns>
    public static IReadOnlyList<ConsentElement> Missing(ConsentTerms terms, MinorControl control) =>
        [.. All.Where(e => !e.IsMet(terms)), .. MissingSigner(terms.SignedBy, control)];

    /// <summary>Days that cannot be, whoever enters them and by whatever channel.</summary>
    /// <param name="birthDate">Null: not known.</param>
    /// <param name="today">By UTC: nowhere in the United States is it a later day.</param>
    public static IReadOnlyList<ConsentElement> Impossible(ConsentTerms terms, DateOnly? birthDate, DateOnly today)
    {
        var wrong = new List<ConsentElement>();
        if (terms.SignedOn > today)
            wrong.Add(
                new("consent.dates.signed-after-today", "2.31(a)(9)", _ => false) { Says = "element.consent.dates.signed-after-today" }
            );
        if (terms.SignedOn < birthDate)
            wrong.Add(
                new("consent.dates.signed-before-birth", "2.31(a)(9)", _ => false) { Says = "element.consent.dates.signed-before-birth" }
            );
        return wrong;
    }

    private static IEnumerable<ConsentElement> MissingSigner(ConsentSigner signers, MinorControl control)
    {
        var met = control switch
        {
            MinorControl.NotAMinor => (signers & (ConsentSigner.Patient | ConsentSigner.LegalRepresentative)) != 0,
            MinorControl.MinorAndParent => signers.HasFlag(ConsentSigner.Patient | ConsentSigner.ParentOrGuardian),
            MinorControl.MinorAlone or MinorControl.AskCounsel or MinorControl.Unknown => signers.HasFlag(ConsentSigner.Patient),
            _ => false,
        };
        if (!met)
            yield return new ConsentElement("consent.signer", "2.14, 2.15", _ => false)
            {
                Says = control is MinorControl.MinorAndParent ? "element.consent.signer.both" : "element.consent.signer",
            };
    }

    private static bool Has(string? text) => !string.IsNullOrWhiteSpace(text);

    private static bool Known(InformationCategory categories) => categories != 0 && (categories & ~InformationCategories.All) == 0;

    private static bool IsOneKind(ConsentKind kind) => kind != ConsentKind.None && Enum.IsDefined(kind);

    private static bool NamesARecipient(ConsentTerms terms) =>
        terms.RecipientKind switch
        {
            RecipientKind.Named or RecipientKind.Intermediary => Has(terms.RecipientName),
            RecipientKind.Class => terms.RecipientClasses != RecipientClass.None,
            _ => false,
        };

    private static bool HasAnExpiry(ConsentTerms terms) =>
        terms.Expiry switch
        {
            ConsentExpiry.OnDay => terms.ExpiresOn is not null,
            ConsentExpiry.OnEvent => Has(terms.ExpiryEvent),
            ConsentExpiry.Never => terms.Kind == ConsentKind.TreatmentPaymentOperations,
            _ => false,
        };
}
