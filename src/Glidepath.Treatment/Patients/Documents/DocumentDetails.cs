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
    private const int FirstYear = 1900;

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

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
