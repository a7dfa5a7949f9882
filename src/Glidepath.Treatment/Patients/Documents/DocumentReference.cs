using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

public enum DocumentStatus
{
    Current,
    EnteredInError,
}

/// <summary>
/// A scanned or received paper (HL7 FHIR <c>DocumentReference</c>): what it is, and of what file. The file itself stands apart
/// (<see cref="DocumentContent"/>), so that a list reads none. Never taken away: what was filed wrongly is marked so.
/// </summary>
[RecordOf(DataClass.Documents)]
public sealed class DocumentReference : IPatientRecord, IVersioned, IOfChosenClass
{
    private const int LongestWhy = 1_000;

    private DocumentReference() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <inheritdoc/>
    public DataClass Holds { get; private set; }

    /// <summary>Read <see cref="Details"/>.</summary>
    [Encrypted]
    public string DetailsJson { get; private set; } = "";

    /// <summary>Read <see cref="File"/>.</summary>
    [Encrypted]
    public string FileJson { get; private set; } = "";

    public DocumentStatus Status { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>UTC. When it was marked as entered in error; null while it stands.</summary>
    public DateTime? InErrorAt { get; private set; }

    public Guid? InErrorBy { get; private set; }

    [Encrypted]
    public string? WhyInError { get; private set; }

    /// <summary>
    /// What a paper can be of besides a document. Counseling notes are none of them: they have a key and a consent of their own, and stay
    /// with their writer.
    /// </summary>
    public static IReadOnlyList<DataClass> Choosable { get; } =
    [
        DataClass.Documents,
        DataClass.Medications,
        DataClass.VitalSigns,
        DataClass.Assessments,
        DataClass.Diagnoses,
        DataClass.Progress,
        DataClass.Referrals,
    ];

    public DocumentDetails Details => Recorded.Read(DetailsJson, new DocumentDetails(DocumentKind.Other, "", DocumentReceipt.InPerson, ""));

    public DocumentFile File => Recorded.Read(FileJson, new DocumentFile(DocumentFormat.Pdf, 0, ""));

    public bool Stands => Status is DocumentStatus.Current;

    /// <param name="content">The file, whose bytes say what it is.</param>
    /// <exception cref="RuleViolationException"><c>document.…</c>: a field or the file cannot be kept.</exception>
    public static (DocumentReference Document, DocumentContent Content) Receive(
        EpisodeOfCare episode,
        DocumentDetails details,
        DataClass holds,
        byte[] content,
        DateOnly today,
        Entry by
    )
    {
        if (!Choosable.Contains(holds))
            throw new RuleViolationException("document.holds");
        var document = new DocumentReference
        {
            Id = by.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            Holds = holds,
            DetailsJson = Recorded.Json(details.Checked(today)),
            FileJson = Recorded.Json(DocumentFile.Of(content)),
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };
        return (document, DocumentContent.Of(document, content));
    }

    /// <summary>What it is was described wrongly. The description before stays, with who amended it and why.</summary>
    /// <exception cref="RuleViolationException"><c>document.…</c>: it is marked as entered in error, nothing is changed, or a field is
    /// missing.</exception>
    public void Amend(string? description, string? why, Entry by)
    {
        if (!Stands)
            throw new RuleViolationException("document.error.already");
        DetailsJson = Recorded.Json(Details.Amend(description, why, Id, by));
    }

    /// <summary>It belongs to another person, or is no paper of the record. It can still be read by who reads documents here.</summary>
    /// <exception cref="RuleViolationException"><c>document.error.already</c>, or no reason is given.</exception>
    public void MarkEnteredInError(string? why, DateTime at, Guid by)
    {
        if (!Stands)
            throw new RuleViolationException("document.error.already");
        WhyInError = Recorded.Required(why, "document.why-in-error", LongestWhy);
        (Status, InErrorAt, InErrorBy) = (DocumentStatus.EnteredInError, Recorded.Utc(at), by);
    }
}
