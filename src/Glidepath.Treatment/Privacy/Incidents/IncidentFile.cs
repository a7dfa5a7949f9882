using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

/// <summary>What the law asks for about an incident, and by when.</summary>
/// <param name="DoneOn">Null: still to do.</param>
public sealed record IncidentDuty(IncidentStepKind Kind, DateOnly DueOn, DateOnly? DoneOn, LegalClock Clock)
{
    /// <summary>The last day as the law has it where law enforcement asks for no delay.</summary>
    public required DateOnly UndelayedOn { get; init; }

    /// <summary>It was done while law enforcement asked to wait, until this day; null where it was not.</summary>
    public DateOnly? DoneBefore { get; init; }

    public bool IsDelayed => DueOn > UndelayedOn;

    /// <summary>Negative where it is overdue.</summary>
    public int DaysLeft(DateOnly today) => DueOn.DayNumber - today.DayNumber;

    public bool IsLate => DoneOn > DueOn;
}

/// <summary>
/// One incident with its assessments and steps: what was decided, what is due, and what may be entered next. An incident that nobody
/// assessed counts as a breach (45 CFR 164.402(2)), and where a number is not known the shorter clock holds.
/// </summary>
public sealed class IncidentFile
{
    private readonly IReadOnlyList<IncidentStep> _steps;

    public IncidentFile(
        PrivacyIncident incident,
        IEnumerable<IncidentAssessment> assessments,
        IEnumerable<IncidentStep> steps,
        IEnumerable<LawEnforcementDelay> delays
    )
    {
        Incident = incident;
        Assessments = [.. assessments.Where(a => a.IncidentId == incident.Id).OrderBy(a => a.RecordedAt).ThenBy(a => a.Id)];
        History = [.. steps.Where(s => s.IncidentId == incident.Id).OrderBy(s => s.RecordedAt).ThenBy(s => s.Id)];
        var amended = History.Select(s => s.AmendsId).ToHashSet();
        _steps = [.. History.Where(s => !amended.Contains(s.Id))];
        AllDelays = [.. delays.Where(d => d.IncidentId == incident.Id).OrderBy(d => d.On).ThenBy(d => d.RecordedAt).ThenBy(d => d.Id)];
        var corrected = AllDelays.Select(d => d.AmendsId).ToHashSet();
        Delays = [.. AllDelays.Where(d => !corrected.Contains(d.Id))];
    }

    public PrivacyIncident Incident { get; }

    /// <summary>In the order in which they were written.</summary>
    public IReadOnlyList<IncidentAssessment> Assessments { get; }

    /// <summary>Every step with what corrected it, in the order in which they were written.</summary>
    public IReadOnlyList<IncidentStep> History { get; }

    /// <summary>Statements of law enforcement with those that were corrected since, by their day.</summary>
    public IReadOnlyList<LawEnforcementDelay> AllDelays { get; }

    /// <summary>Those that hold.</summary>
    public IReadOnlyList<LawEnforcementDelay> Delays { get; }

    /// <summary>The one that holds; null before there is one.</summary>
    public IncidentAssessment? Assessment => Assessments.FirstOrDefault(a => !Assessments.Any(later => later.AmendsId == a.Id));

    /// <summary>Decided, or not yet shown to be anything else.</summary>
    public bool CountsAsBreach => Assessment is null or { Decision: BreachDecision.Breach };

    public IncidentStep? Step(IncidentStepKind kind) => _steps.FirstOrDefault(s => s.Kind == kind);

    public bool IsClosed => Step(IncidentStepKind.Closed) is not null;

    /// <summary>164.408(b), and so while the number is not known.</summary>
    public bool IsLarge => Incident.People is not { } people || people >= BreachRules.LargeFrom;

    /// <summary>164.406(a), and so while it may be.</summary>
    public bool IsForMedia => (Incident.MostInOneState ?? Incident.People) is not { } most || most > BreachRules.MediaAbove;

    /// <summary>The most urgent first; empty where it is no breach.</summary>
    public IReadOnlyList<IncidentDuty> Duties => CountsAsBreach ? [.. All().OrderBy(d => d.DueOn).ThenBy(d => d.Kind)] : [];

    /// <summary>What is due next; null where nothing is.</summary>
    public IncidentDuty? Next => IsClosed ? null : Duties.FirstOrDefault(d => d.DoneOn is null);

    private IEnumerable<IncidentDuty> All()
    {
        yield return Duty(IncidentStepKind.IndividualsNotified, Incident.DiscoveredOn, BreachRules.Individuals);
        yield return IsLarge
            ? Duty(IncidentStepKind.HhsNotified, Incident.DiscoveredOn, BreachRules.HhsLarge)
            : Duty(IncidentStepKind.HhsNotified, new DateOnly(Incident.DiscoveredOn.Year, 12, 31), BreachRules.HhsSmall);
        if (IsForMedia)
            yield return Duty(IncidentStepKind.MediaNotified, Incident.DiscoveredOn, BreachRules.Media);
    }

    private IncidentDuty Duty(IncidentStepKind kind, DateOnly from, LegalClock clock)
    {
        var (lawful, done) = (from.AddDays(clock.Days), Step(kind)?.On);
        return new(kind, Delayed(lawful), done, clock)
        {
            UndelayedOn = lawful,
            DoneBefore = done is { } day && WaitsUntil(day) is { } until && day < until ? until : null,
        };
    }

    /// <summary>
    /// Until when a notice waits by what law enforcement had said by this day; null where it said nothing. No statement shortens another:
    /// each official's own time holds.
    /// </summary>
    public DateOnly? WaitsUntil(DateOnly day) => Delays.Where(d => d.On <= day).Max(d => (DateOnly?)d.Until);

    /// <summary>
    /// The last day, moved by each statement that came while it was still to come: what was overdue when law enforcement spoke stays
    /// overdue. Never earlier than the law has it.
    /// </summary>
    private DateOnly Delayed(DateOnly lawful) =>
        Delays.Aggregate(lawful, (due, delay) => delay.On <= due && delay.Until > due ? delay.Until : due);

    /// <exception cref="RuleViolationException">Not for this incident, or not on this day.</exception>
    public LawEnforcementDelay Delay(Guid id, DelayTerms terms, DateTime now, Guid by, TimeZoneInfo zone)
    {
        RequireOpen();
        if (!CountsAsBreach)
            throw RuleViolationException.Of("incident.delay.form", "incident.step.no-breach");
        RequireDay(terms.On, Incident.DiscoveredOn, Sentence.Of("incident.after.discovery"), Today(now, zone), "incident.delay.on");
        var corrects = terms.Corrects is { } wrong
            ? Delays.FirstOrDefault(d => d.Id == wrong) ?? throw new RuleViolationException("incident.delay.corrects")
            : null;
        // Thirty days in all: a second call does not begin them anew.
        if (terms.Form is DelayForm.Oral && Delays.Any(d => d.Form is DelayForm.Oral && d != corrects))
            throw RuleViolationException.Of(
                "incident.delay.form",
                Sentence.Of("incident.delay.oral-again", ("days", BreachRules.OralDelay.Days))
            );
        return LawEnforcementDelay.Of(id, Incident.Id, terms, corrects, now, by);
    }

    /// <exception cref="RuleViolationException">Not in this order, or not on this day.</exception>
    public IncidentAssessment Assess(Guid id, AssessmentTerms terms, DateTime now, Guid by, TimeZoneInfo zone)
    {
        RequireOpen();
        RequireDay(terms.On, Incident.DiscoveredOn, Sentence.Of("incident.after.discovery"), Today(now, zone), "assessment.on");
        if (terms.Decision is not BreachDecision.Breach && _steps.Count > 0)
            throw new RuleViolationException("assessment.decision");
        return IncidentAssessment.Of(id, Incident.Id, terms, Assessment, now, by);
    }

    /// <exception cref="RuleViolationException">Not in this order, or not on this day.</exception>
    public IncidentStep Take(Guid id, StepTerms terms, DateTime now, Guid by, TimeZoneInfo zone)
    {
        RequireOpen();
        if (Assessment is not { } assessment)
            throw new RuleViolationException("incident.step.assess-first");
        if (terms.Kind is not IncidentStepKind.Closed && assessment.Decision is not BreachDecision.Breach)
            throw new RuleViolationException("incident.step.no-breach");
        if (terms.Kind is IncidentStepKind.Closed && Next is { } open)
            throw new RuleViolationException("incident.step.still-due", ("section", open.Clock.Section));
        var (after, name) =
            terms.Kind is IncidentStepKind.Closed && _steps.Count > 0 && _steps.Max(s => s.On) is var last && last > assessment.On
                ? (last, Sentence.Of("incident.after.notice"))
                : (assessment.On, Sentence.Of("incident.after.assessment"));
        RequireDay(terms.On, after, name, Today(now, zone), "incident.step.on");
        return IncidentStep.Of(id, Incident.Id, terms, Step(terms.Kind), now, by);
    }

    private void RequireOpen()
    {
        if (IsClosed)
            throw new RuleViolationException("incident.closed");
    }

    private static DateOnly Today(DateTime now, TimeZoneInfo zone) => LocalDay.Of(now, zone);

    private static void RequireDay(DateOnly day, DateOnly after, Sentence name, DateOnly today, string rule)
    {
        if (day > today)
            throw RuleViolationException.Of(rule, "incident.day.ahead");
        if (day < after)
            throw RuleViolationException.Of(rule, Sentence.Of("incident.day.before", ("what", name), ("after", after)));
    }
}
