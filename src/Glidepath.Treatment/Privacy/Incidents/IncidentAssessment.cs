namespace Glidepath.Treatment.Privacy;

public enum BreachDecision
{
    None,

    /// <summary>A breach: those affected are told.</summary>
    Breach,

    /// <summary>164.402(2): a low probability that the records were compromised, shown by the four factors.</summary>
    LowProbability,

    /// <summary>One of the three exceptions of 164.402(1).</summary>
    Exception,
}

/// <summary>45 CFR 164.402(1)(i) to (iii).</summary>
public enum BreachExemption
{
    None,

    /// <summary>(i) Somebody of the workforce, in good faith and within what they may do, and it went no further.</summary>
    GoodFaithAccess,

    /// <summary>(ii) By mistake, from one who may see such records to another who may, and it went no further.</summary>
    BetweenAuthorized,

    /// <summary>(iii) Who got it could not reasonably have kept it.</summary>
    CouldNotRetain,
}

/// <summary>
/// The four factors of 45 CFR 164.402(2), and what was decided by them. Written once; a later assessment amends it. Without one an incident
/// counts as a breach, and its clocks run.
/// </summary>
public sealed class IncidentAssessment : IAppendOnly
{
    private IncidentAssessment() { }

    public Guid Id { get; private set; }
    public Guid IncidentId { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>(i) The nature and extent of the records: what identifies a person in them, and how easily.</summary>
    [Encrypted]
    public string Nature { get; private set; } = "";

    /// <summary>(ii) Who used them, or got them.</summary>
    [Encrypted]
    public string Receiver { get; private set; } = "";

    /// <summary>(iii) Whether they were in fact acquired or viewed.</summary>
    [Encrypted]
    public string Viewed { get; private set; } = "";

    /// <summary>(iv) How far the risk was mitigated.</summary>
    [Encrypted]
    public string Mitigation { get; private set; } = "";

    public BreachDecision Decision { get; private set; }
    public BreachExemption Exception { get; private set; }

    [Encrypted]
    public string Reason { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    internal static IncidentAssessment Of(
        Guid id,
        Guid incidentId,
        AssessmentTerms terms,
        IncidentAssessment? amends,
        DateTime now,
        Guid by
    ) =>
        new()
        {
            Id = Required.Id(id, "assessment.id"),
            IncidentId = incidentId,
            On = terms.On,
            Nature = Required.Text(terms.Nature, "assessment.nature"),
            Receiver = Required.Text(terms.Receiver, "assessment.receiver"),
            Viewed = Required.Text(terms.Viewed, "assessment.viewed"),
            Mitigation = Required.Text(terms.Mitigation, "assessment.mitigation"),
            Decision = Required.Some(terms.Decision, "assessment.decision"),
            Exception =
                terms.Decision is not BreachDecision.Exception ? BreachExemption.None
                : terms.Exception is BreachExemption.None ? throw new RuleViolationException("assessment.exception")
                : terms.Exception,
            Reason =
                terms.Decision is BreachDecision.Breach
                    ? Required.Text(terms.Reason, "assessment.reason")
                    : Required.Reason(terms.Reason, "assessment.reason", 20),
            AmendsId = amends?.Id,
            AmendmentReason = amends is null ? null : Required.Text(terms.AmendmentReason, "assessment.amendment"),
            RecordedAt = Required.Utc(now),
            RecordedBy = Required.Id(by, "assessment.recorded-by"),
        };
}

/// <summary>An assessment as it was entered.</summary>
public sealed record AssessmentTerms
{
    public DateOnly On { get; init; }
    public string? Nature { get; init; }
    public string? Receiver { get; init; }
    public string? Viewed { get; init; }
    public string? Mitigation { get; init; }
    public BreachDecision Decision { get; init; }
    public BreachExemption Exception { get; init; }
    public string? Reason { get; init; }

    /// <summary>Where there was an assessment before.</summary>
    public string? AmendmentReason { get; init; }
}
