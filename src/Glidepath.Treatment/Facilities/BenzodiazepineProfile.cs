namespace Glidepath.Treatment.Facilities;

/// <summary>
/// What a facility can do for somebody who is dependent on a benzodiazepine. No public directory holds it: each answer stands with who gave
/// it, when, on what evidence.
/// </summary>
public sealed record BenzodiazepineProfile(IReadOnlyList<Attestation> Attestations)
{
    public static readonly BenzodiazepineProfile Unknown = new([]);

    /// <summary>The newest verified attestation of a capability, or the newest unverified one; none where nobody was asked.</summary>
    public Attestation? Of(BenzodiazepineCapability capability) =>
        Attestations
            .Where(a => a.Capability == capability)
            .OrderByDescending(a => a.VerifiedOn is not null)
            .ThenByDescending(a => a.AttestedOn)
            .FirstOrDefault();
}

public enum BenzodiazepineCapability
{
    /// <summary>Takes people whose dependence came with a prescription, without calling it a use disorder.</summary>
    PrescribedDependence,

    /// <summary>Percent of the current dose per four weeks.</summary>
    SlowestTaper,

    /// <summary>Percent of the current dose per four weeks.</summary>
    FastestTaper,

    /// <summary>Weeks.</summary>
    LongestTaper,
    CrossOver,
    Phenobarbital,
    ContinuesPrescribing,
    HandsOverPrescribing,
    SeizureProtocol,
    TransferAgreement,
    DoctorOnSite,
    CbtForInsomnia,

    /// <summary>Dual Diagnosis Capability in Addiction Treatment: AOS, DDC or DDE, by its rater.</summary>
    DdcatRating,
}

/// <param name="Value">A number or rating, where the capability has one.</param>
/// <param name="AttestedBy">A name and role at the facility, or the member of staff who asked.</param>
/// <param name="Evidence">What was shown: a protocol, a letter, a call.</param>
/// <param name="VerifiedOn">None until staff looked at the evidence.</param>
public sealed record Attestation(
    BenzodiazepineCapability Capability,
    Listing Answer,
    string? Value,
    string AttestedBy,
    DateOnly AttestedOn,
    string Evidence,
    DateOnly? VerifiedOn
);

/// <summary>Free places, as somebody said at some time. It fades: fresh for 24 h, ageing until 72 h, then unknown.</summary>
/// <param name="Free">Places free at that time; 0 is full.</param>
/// <param name="SaidBy">Name and role.</param>
/// <param name="At">UTC.</param>
public sealed record CapacityStatement(int Free, string SaidBy, DateTime At)
{
    public CapacityAge Age(DateTime now) =>
        (now - At).TotalHours switch
        {
            < 24 => CapacityAge.Fresh,
            < 72 => CapacityAge.Ageing,
            _ => CapacityAge.Unknown,
        };
}

public enum CapacityAge
{
    Fresh,
    Ageing,
    Unknown,
}
