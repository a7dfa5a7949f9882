namespace Glidepath.Treatment.Privacy;

public enum ApprovalKind
{
    None,

    /// <summary>42 CFR 2.52; an IRB or privacy board, or the requirements of 45 CFR part 46.</summary>
    Research,

    /// <summary>42 CFR 2.53; a government agency, payer or quality body, with its written agreement.</summary>
    AuditOrEvaluation,
}

/// <summary>What lets an organisation receive records for research or audit. Without one on file there is nothing to pick.</summary>
public sealed class RegisteredApproval : IVersioned
{
    private RegisteredApproval() { }

    public Guid Id { get; private set; }
    public ApprovalKind Kind { get; private set; }

    [Encrypted]
    public string OrganisationName { get; private set; } = "";
    public Guid OrganisationId { get; private set; }

    /// <summary>Protocol or agreement number, and who approved.</summary>
    [Encrypted]
    public string Approval { get; private set; } = "";

    public InformationCategory Categories { get; private set; }

    /// <summary>The receiver may have what identifies a person; otherwise names and contacts stay here (45 CFR 164.514).</summary>
    public bool MayIdentify { get; private set; }

    public DateOnly ValidFrom { get; private set; }
    public DateOnly ValidUntil { get; private set; }
    public DateTime? WithdrawnAt { get; private set; }
    public DateTime RegisteredAt { get; private set; }
    public Guid RegisteredBy { get; private set; }
    public Guid Version { get; private set; }

    public static RegisteredApproval Register(
        Guid id,
        ApprovalKind kind,
        string? organisationName,
        Guid organisationId,
        string? approval,
        InformationCategory categories,
        bool mayIdentify,
        DateOnly validFrom,
        DateOnly validUntil,
        DateTime now,
        Guid by
    ) =>
        new()
        {
            Id = Required.Id(id, "approval.id"),
            Kind = Required.Some(kind, "approval.kind"),
            OrganisationName = Required.Text(organisationName, "approval.organisation"),
            OrganisationId = Required.Id(organisationId, "approval.organisation"),
            Approval = Required.Text(approval, "approval.number"),
            Categories = Required.Some(categories, "approval.categories"),
            MayIdentify = mayIdentify,
            ValidFrom = validFrom,
            ValidUntil = validUntil >= validFrom ? validUntil : throw new RuleViolationException("approval.period"),
            RegisteredAt = Required.Utc(now),
            RegisteredBy = Required.Id(by, "approval.registered-by"),
        };

    public void Withdraw(DateTime now) =>
        WithdrawnAt = WithdrawnAt is null ? Required.Utc(now) : throw new RuleViolationException("approval.withdraw.already");

    /// <param name="today">Where the program is.</param>
    public bool IsLive(DateOnly today) => WithdrawnAt is null && today >= ValidFrom && today <= ValidUntil;

    internal bool IsFor(Recipient recipient) => recipient.PartyId == OrganisationId && Recipient.SameName(recipient.Name, OrganisationName);
}
