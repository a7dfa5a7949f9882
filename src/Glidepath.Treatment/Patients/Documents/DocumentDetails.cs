using System.Text.Json.Serialization;

namespace Glidepath.Treatment.Patients;

public enum DocumentKind
{
    OutsideRecord,
    DischargeLetter,
    LaboratoryReport,
    Prescription,
    ConsentForm,
    IdentityPaper,
    CourtPaper,
    Other,
}

/// <summary>How the paper came here.</summary>
public enum DocumentReceipt
{
    InPerson,
    Mail,
    Fax,
    Electronic,
}

/// <summary>A paper as somebody here describes it (HL7 FHIR <c>DocumentReference</c>: type, date, author, description).</summary>
/// <param name="Source">Who it came from.</param>
/// <param name="Description">In one line, for the list.</param>
/// <param name="On">The day that stands on the paper; null where none does.</param>
public sealed record DocumentDetails(DocumentKind Kind, string Source, DocumentReceipt Receipt, string Description, DateOnly? On = null)
{
    private const int FirstYear = 1900,
        LongestWhy = 1_000;

    /// <summary>What the description was before, the first first: only ever added to.</summary>
    [JsonIgnore]
    public IReadOnlyList<DocumentAmendment> Amendments => Amended ?? [];

    /// <summary>As it is kept: null for none, so that two descriptions that say the same are equal.</summary>
    public IReadOnlyList<DocumentAmendment>? Amended { get; init; }

    /// <summary>As it was written when the paper was filed.</summary>
    [JsonIgnore]
    public string FirstDescription => Amendments is [var first, ..] ? first.Was : Description;

    /// <param name="today">In the zone of the program.</param>
    /// <exception cref="RuleViolationException"><c>document.…</c>: a field is missing, too long or cannot be.</exception>
    public DocumentDetails Checked(DateOnly today)
    {
        if (!Enum.IsDefined(Kind))
            throw new RuleViolationException("document.kind");
        if (!Enum.IsDefined(Receipt))
            throw new RuleViolationException("document.receipt");
        if (On is { } on && (on > today || on.Year < FirstYear))
            throw new RuleViolationException("document.on", ("given", on), ("first", FirstYear), ("today", today));
        return new(
            Kind,
            Recorded.Required(Source, "document.source"),
            Receipt,
            OneLine(Recorded.Required(Description, "document.description")),
            On
        );
    }

    /// <summary>Another description; the one before stays beside it.</summary>
    /// <param name="first">The entry that the first amendment amends.</param>
    internal DocumentDetails Amend(string? description, string? why, Guid first, Entry by)
    {
        var told = OneLine(Recorded.Required(description, "document.description"));
        var reason = Recorded.Required(why, "document.amend.why", LongestWhy);
        if (told == Description)
            throw new RuleViolationException("document.amend.same");
        return this with
        {
            Description = told,
            Amended =
            [
                .. Amendments,
                new(
                    by.Id,
                    Amendments is [.., var last] ? last.Id : first,
                    Description,
                    told,
                    reason,
                    Recorded.Utc(by.RecordedAt),
                    by.RecordedBy
                ),
            ],
        };
    }

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>One change of a description.</summary>
/// <param name="Amends">The entry before: the paper, or an earlier amendment of it.</param>
/// <param name="At">UTC.</param>
public sealed record DocumentAmendment(Guid Id, Guid Amends, string Was, string Description, string Why, DateTime At, Guid By);
