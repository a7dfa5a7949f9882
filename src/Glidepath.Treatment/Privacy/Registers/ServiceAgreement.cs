namespace Glidepath.Treatment.Privacy;

/// <summary>A qualified service organisation agreement, 42 CFR 2.11 and 2.12(c)(4): the organisation is bound by Part 2 itself.</summary>
public sealed class ServiceAgreement : IVersioned
{
    private ServiceAgreement() { }

    public Guid Id { get; private set; }

    [Encrypted]
    public string OrganisationName { get; private set; } = "";
    public Guid OrganisationId { get; private set; }

    /// <summary>For example laboratory analysis or billing.</summary>
    [Encrypted]
    public string Service { get; private set; } = "";

    public InformationCategory Categories { get; private set; }
    public DisclosurePurpose Purposes { get; private set; }
    public DateOnly ValidFrom { get; private set; }
    public DateOnly? ValidUntil { get; private set; }
    public DateTime? EndedAt { get; private set; }
    public DateTime RegisteredAt { get; private set; }
    public Guid RegisteredBy { get; private set; }
    public Guid Version { get; private set; }

    public static ServiceAgreement Sign(
        Guid id,
        string? organisationName,
        Guid organisationId,
        string? service,
        InformationCategory categories,
        DisclosurePurpose purposes,
        DateOnly validFrom,
        DateOnly? validUntil,
        DateTime now,
        Guid by
    ) =>
        new()
        {
            Id = Required.Id(id, "agreement.id"),
            OrganisationName = Required.Text(organisationName, "agreement.organisation"),
            OrganisationId = Required.Id(organisationId, "agreement.organisation"),
            Service = Required.Text(service, "agreement.service"),
            Categories = Required.Some(categories, "agreement.categories"),
            Purposes =
                (purposes & ~DisclosurePurposes.TreatmentPaymentOperations) == 0
                    ? Required.Some(purposes, "agreement.purposes")
                    : throw new RuleViolationException("agreement.purposes"),
            ValidFrom = validFrom,
            ValidUntil = validUntil,
            RegisteredAt = Required.Utc(now),
            RegisteredBy = Required.Id(by, "agreement.registered-by"),
        };

    public void End(DateTime now) =>
        EndedAt = EndedAt is null ? Required.Utc(now) : throw new RuleViolationException("agreement.end.already");

    /// <param name="today">Where the program is.</param>
    public bool IsLive(DateOnly today) => EndedAt is null && today >= ValidFrom && (ValidUntil is not { } end || today <= end);

    internal bool IsFor(Recipient recipient) => recipient.PartyId == OrganisationId && Recipient.SameName(recipient.Name, OrganisationName);
}
