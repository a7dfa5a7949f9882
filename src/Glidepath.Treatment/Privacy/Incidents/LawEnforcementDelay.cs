using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

public enum DelayForm
{
    None,

    /// <summary>45 CFR 164.412(a): in writing, with the time for which a delay is required.</summary>
    Written,

    /// <summary>164.412(b).</summary>
    Oral,
}

/// <summary>
/// A statement of a law enforcement official that a notice would impede a criminal investigation or damage national security (45 CFR
/// 164.412). Written once; a mistake is corrected by a later entry.
/// </summary>
public sealed class LawEnforcementDelay : IAppendOnly
{
    /// <summary>Our own bound on what a letter can ask for, against a slip of the keys.</summary>
    private const int MostYears = 10;

    private LawEnforcementDelay() { }

    public Guid Id { get; private set; }
    public Guid IncidentId { get; private set; }
    public DelayForm Form { get; private set; }

    /// <summary>The day of the statement.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The day named; null where an oral statement named none.</summary>
    public DateOnly? AskedUntil { get; private set; }

    /// <summary>Name, agency, and how to reach them.</summary>
    [Encrypted]
    public string Official { get; private set; } = "";

    /// <summary>What was said, and for which of the two reasons.</summary>
    [Encrypted]
    public string Statement { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    /// <summary>The first day on which it no longer asks to wait.</summary>
    public DateOnly Until => AskedUntil ?? LongestOral(On);

    internal static LawEnforcementDelay Of(
        Guid id,
        Guid incidentId,
        DelayTerms terms,
        LawEnforcementDelay? amends,
        DateTime now,
        Guid by
    ) =>
        new()
        {
            Id = Required.Id(id, "incident.delay.id"),
            IncidentId = incidentId,
            Form = Required.Some(terms.Form, "incident.delay.form"),
            On = terms.On,
            AskedUntil = Named(terms),
            Official = Required.Text(terms.Official, "incident.delay.official"),
            Statement = Required.Text(terms.Statement, "incident.delay.statement"),
            AmendsId = amends?.Id,
            AmendmentReason = amends is null ? null : Required.Text(terms.AmendmentReason, "incident.delay.amendment"),
            RecordedAt = Required.Utc(now),
            RecordedBy = Required.Id(by, "incident.delay.recorded-by"),
        };

    private static DateOnly LongestOral(DateOnly on) => on.AddDays(BreachRules.OralDelay.Days);

    private static DateOnly? Named(DelayTerms terms) =>
        terms switch
        {
            // A letter that names no time delays no longer than a call does.
            { Form: DelayForm.Written, Until: null } => throw new RuleViolationException("incident.delay.until"),
            { Until: { } until } when until <= terms.On || until > terms.On.AddYears(MostYears) => throw RuleViolationException.Of(
                "incident.delay.until",
                Sentence.Of("incident.delay.until.range", ("on", terms.On), ("years", MostYears))
            ),
            { Form: DelayForm.Oral, Until: { } until } when until > LongestOral(terms.On) => throw RuleViolationException.Of(
                "incident.delay.until",
                Sentence.Of("incident.delay.until.oral", ("days", BreachRules.OralDelay.Days), ("last", LongestOral(terms.On)))
            ),
            _ => terms.Until,
        };
}

/// <summary>A statement as it was entered.</summary>
public sealed record DelayTerms
{
    public DelayForm Form { get; init; }
    public DateOnly On { get; init; }
    public DateOnly? Until { get; init; }
    public string? Official { get; init; }
    public string? Statement { get; init; }

    /// <summary>The statement that was entered wrong.</summary>
    public Guid? Corrects { get; init; }
    public string? AmendmentReason { get; init; }
}
