namespace Glidepath.Treatment.Privacy;

public enum LegalDemandKind
{
    None,
    Letter,
    Subpoena,
    SearchWarrant,
    ArrestWarrant,

    /// <summary>42 CFR 2.64: noncriminal purposes.</summary>
    OrderForNoncriminalPurpose,

    /// <summary>42 CFR 2.65: to investigate or prosecute a patient.</summary>
    OrderAgainstPatient,

    /// <summary>42 CFR 2.66: to investigate or prosecute the programme. Never usable against a patient.</summary>
    OrderAgainstProgramme,

    /// <summary>42 CFR 2.67: undercover agents and informants. Lets no record out.</summary>
    OrderForUndercoverAgent,
}

/// <summary>What a court or an agency served, and whether it lets anything out (42 CFR 2.61 to 2.67).</summary>
[RecordOf(DataClass.LegalDemands)]
public sealed class LegalDemand : IPatientRecord, IAppendOnly
{
    private LegalDemand() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public LegalDemandKind Kind { get; private set; }

    [Encrypted]
    public string Issuer { get; private set; } = "";

    [Encrypted]
    public string? DocketNumber { get; private set; }

    /// <summary>To whom the order lets records go.</summary>
    [Encrypted]
    public string RecipientName { get; private set; } = "";

    public InformationCategory Categories { get; private set; }

    /// <summary>2.64(d), 2.65(d): the court found good cause, or that the criteria are met.</summary>
    public bool RecordsFindings { get; private set; }

    /// <summary>2.64(b), 2.65(b), 2.66(b): those who must be told were told and could answer.</summary>
    public bool NoticeWasGiven { get; private set; }

    /// <summary>2.61(b): an order permits; a subpoena or like mandate beside it compels.</summary>
    public bool ComesWithSubpoena { get; private set; }

    public bool SeenByCounsel { get; private set; }
    public DateOnly ServedOn { get; private set; }
    public DateOnly? ValidUntil { get; private set; }
    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    public static LegalDemand Receive(
        Guid id,
        Guid patientId,
        LegalDemandTerms terms,
        DateTime recordedAt,
        Guid recordedBy,
        Guid? amends = null,
        string? amendmentReason = null
    ) =>
        new()
        {
            Id = Required.Id(id, "legal-demand.id"),
            PatientId = Required.Id(patientId, "legal-demand.patient"),
            Kind = Required.Some(terms.Kind, "legal-demand.kind"),
            Issuer = Required.Text(terms.Issuer, "legal-demand.issuer"),
            DocketNumber = terms.DocketNumber,
            RecipientName = Required.Text(terms.RecipientName, "legal-demand.recipient"),
            Categories = terms.Categories,
            RecordsFindings = terms.RecordsFindings,
            NoticeWasGiven = terms.NoticeWasGiven,
            ComesWithSubpoena = terms.ComesWithSubpoena,
            SeenByCounsel = terms.SeenByCounsel,
            ServedOn = terms.ServedOn,
            ValidUntil = terms.ValidUntil,
            AmendsId = amends,
            AmendmentReason = amends is null ? null : Required.Text(amendmentReason, "legal-demand.amendment.reason"),
            RecordedAt = Required.Utc(recordedAt),
            RecordedBy = Required.Id(recordedBy, "legal-demand.recorded-by"),
        };

    /// <returns>Stable codes of what stands in the way; empty where records may be disclosed under it.</returns>
    public IReadOnlyList<string> Missing()
    {
        var missing = new List<string>();
        if (
            Kind
            is not (
                LegalDemandKind.OrderForNoncriminalPurpose
                or LegalDemandKind.OrderAgainstPatient
                or LegalDemandKind.OrderAgainstProgramme
            )
        )
            missing.Add("legal-demand.no-qualifying-order");
        if (!RecordsFindings)
            missing.Add("legal-demand.no-findings");
        if (!NoticeWasGiven)
            missing.Add("legal-demand.no-notice");
        if (Categories == InformationCategory.None)
            missing.Add("legal-demand.no-scope");
        if (!SeenByCounsel)
            missing.Add("legal-demand.not-seen-by-counsel");
        return missing;
    }

    /// <summary>Whether an order of this kind can be used against the patient; 2.66(c) forbids it for one against the programme.</summary>
    public bool MayBeUsedAgainstPatient => Kind is LegalDemandKind.OrderForNoncriminalPurpose or LegalDemandKind.OrderAgainstPatient;
}

/// <summary>What the paper says.</summary>
public sealed record LegalDemandTerms
{
    public LegalDemandKind Kind { get; init; }
    public string? Issuer { get; init; }
    public string? DocketNumber { get; init; }
    public string? RecipientName { get; init; }
    public InformationCategory Categories { get; init; }
    public bool RecordsFindings { get; init; }
    public bool NoticeWasGiven { get; init; }
    public bool ComesWithSubpoena { get; init; }
    public bool SeenByCounsel { get; init; }
    public DateOnly ServedOn { get; init; }
    public DateOnly? ValidUntil { get; init; }
}
