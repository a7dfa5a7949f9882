namespace Glidepath.Treatment.Privacy;

/// <summary>
/// One line of the accounting of disclosures; content as 45 CFR 164.528(b)(2). Written for every disclosure, whether or not a report has to
/// show it.
/// </summary>
[RecordOf(DataClass.Disclosures)]
public sealed class DisclosureRecord : IPatientRecord, IAppendOnly
{
    private DisclosureRecord() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime DisclosedAt { get; private set; }

    [Encrypted]
    public string RecipientName { get; private set; } = "";

    [Encrypted]
    public string? RecipientAddress { get; private set; }
    public RecipientClass RecipientClass { get; private set; }
    public Guid? RecipientPartyId { get; private set; }
    public InformationCategory Categories { get; private set; }

    /// <summary>What was disclosed, in words.</summary>
    [Encrypted]
    public string Description { get; private set; } = "";

    public DisclosurePurpose Purpose { get; private set; }

    /// <summary>Why, in words.</summary>
    [Encrypted]
    public string PurposeText { get; private set; } = "";

    public DisclosureBasis Basis { get; private set; }

    /// <summary>The consent, approval, agreement, order or report relied on.</summary>
    public Guid? BasisId { get; private set; }

    public DisclosureChannel Channel { get; private set; }

    /// <summary>Made by the record system; a telephone call is not. Decides whether the Part 2 report shows a TPO disclosure.</summary>
    public bool ThroughRecordSystem { get; private set; }

    /// <summary>42 CFR 2.26: agreed restrictions were checked before this left; not where they do not bind.</summary>
    public bool RestrictionsChecked { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <summary>Only the gate writes one, so that nothing is accounted that was not decided.</summary>
    internal static DisclosureRecord Of(
        DisclosureRequest request,
        PrivacyFile file,
        InformationCategory categories,
        bool restrictionsApply
    ) =>
        new()
        {
            Id = request.RecordId,
            PatientId = file.PatientId,
            DisclosedAt = request.Now,
            RecipientName = request.Recipient.Name,
            RecipientAddress = request.Recipient.Address,
            RecipientClass = request.Recipient.Class,
            RecipientPartyId = request.Recipient.PartyId,
            Categories = categories,
            Description = InformationCategories.InWords(categories),
            Purpose = request.Purpose,
            PurposeText = string.IsNullOrWhiteSpace(request.PurposeText)
                ? DisclosurePurposes.InWords(request.Purpose)
                : request.PurposeText,
            Basis = request.Basis,
            BasisId = request.Reference,
            Channel = request.Channel,
            ThroughRecordSystem = request.Channel != DisclosureChannel.Telephone,
            RestrictionsChecked = restrictionsApply,
            RecordedAt = request.Now,
            RecordedBy = request.Actor.AccountId,
        };
}
