namespace Glidepath.Treatment.Privacy;

public enum IncidentStepKind
{
    None,

    /// <summary>45 CFR 164.404.</summary>
    IndividualsNotified,

    /// <summary>164.408.</summary>
    HhsNotified,

    /// <summary>164.406.</summary>
    MediaNotified,

    Closed,
}

/// <summary>What was done about an incident, on which day and by whom. Written once; a wrong day is corrected by a later entry.</summary>
public sealed class IncidentStep : IAppendOnly
{
    private IncidentStep() { }

    public Guid Id { get; private set; }
    public Guid IncidentId { get; private set; }
    public IncidentStepKind Kind { get; private set; }
    public DateOnly On { get; private set; }

    /// <summary>How it was done, for example by first-class mail.</summary>
    [Encrypted]
    public string? Note { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    internal static IncidentStep Of(Guid id, Guid incidentId, StepTerms terms, IncidentStep? amends, DateTime now, Guid by) =>
        new()
        {
            Id = Required.Id(id, "incident.step.id"),
            IncidentId = incidentId,
            Kind = Required.Some(terms.Kind, "incident.step"),
            On = terms.On,
            Note = string.IsNullOrWhiteSpace(terms.Note) ? null : Required.Text(terms.Note, "incident.step.note"),
            AmendsId = amends?.Id,
            AmendmentReason = amends is null ? null : Required.Text(terms.AmendmentReason, "incident.step.amendment"),
            RecordedAt = Required.Utc(now),
            RecordedBy = Required.Id(by, "incident.step.recorded-by"),
        };
}

/// <summary>A step as it was entered.</summary>
public sealed record StepTerms(IncidentStepKind Kind, DateOnly On, string? Note = null, string? AmendmentReason = null);
