namespace Glidepath.Treatment.Privacy;

/// <summary>
/// Something that may be a breach of unsecured records (45 CFR 164.402), as it is known so far. It is of the program and of no single
/// patient: it has no data class, and its pages are the privacy officer's. Kept six years and longer (164.530(j)): nothing deletes it.
/// </summary>
public sealed class PrivacyIncident : IVersioned
{
    /// <summary>In characters.</summary>
    public const int ShortestAccount = 20,
        LongestAccount = 4_000;

    /// <summary>Our own bound, against a slip of the keys.</summary>
    public const int MostPeople = 10_000_000;

    private PrivacyIncident() { }

    public Guid Id { get; private set; }

    /// <summary>The first day of it; null where that is not known.</summary>
    public DateOnly? HappenedOn { get; private set; }

    /// <summary>
    /// The day on which anybody of the program knew of it, or would have with reasonable care (164.404(a)(2)). Every clock runs from it.
    /// </summary>
    public DateOnly DiscoveredOn { get; private set; }

    [Encrypted]
    public string What { get; private set; } = "";

    public InformationCategory Categories { get; private set; }

    /// <summary>Null: not known yet. The shortest clocks hold then.</summary>
    public int? People { get; private set; }

    /// <summary>Residents of the State or jurisdiction with the most of them; null: not known yet.</summary>
    public int? MostInOneState { get; private set; }

    /// <summary>Record numbers of those who are known, parted by spaces.</summary>
    [Encrypted]
    public string? Records { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public Guid Version { get; private set; }

    public static PrivacyIncident Report(Guid id, IncidentTerms terms, DateTime now, Guid by, TimeZoneInfo zone)
    {
        var today = LocalDay.Of(now, zone);
        var incident = new PrivacyIncident
        {
            Id = Required.Id(id, "incident.id"),
            HappenedOn = terms.HappenedOn,
            DiscoveredOn = terms.DiscoveredOn,
            What = Required.Text(terms.What, "incident.what", ShortestAccount),
            Categories = Required.Some(terms.Categories, "incident.categories"),
            RecordedAt = now,
            RecordedBy = Required.Id(by, "incident.recorded-by"),
        };
        if (terms.DiscoveredOn > today)
            throw new RuleViolationException("incident.discovered");
        if (terms.HappenedOn > terms.DiscoveredOn)
            throw new RuleViolationException("incident.happened");
        if (terms.HappenedOn is { Year: < 1900 } || terms.DiscoveredOn.Year < 1900)
            throw RuleViolationException.Of("incident.discovered", "incident.discovered.early");
        incident.Count(terms.People, terms.MostInOneState, terms.Records);
        return incident;
    }

    /// <summary>What the investigation found since.</summary>
    public void Count(int? people, int? mostInOneState, string? records)
    {
        if (people is < 1 or > MostPeople)
            throw new RuleViolationException("incident.people", ("most", MostPeople));
        if (mostInOneState is < 1 or > MostPeople || mostInOneState > people)
            throw new RuleViolationException("incident.state");
        (People, MostInOneState) = (people, mostInOneState);
        Records = string.IsNullOrWhiteSpace(records) ? null : Required.Text(records, "incident.records");
    }
}

/// <summary>An incident as it was entered.</summary>
public sealed record IncidentTerms
{
    public DateOnly? HappenedOn { get; init; }
    public DateOnly DiscoveredOn { get; init; }
    public string? What { get; init; }
    public InformationCategory Categories { get; init; }
    public int? People { get; init; }
    public int? MostInOneState { get; init; }
    public string? Records { get; init; }
}
