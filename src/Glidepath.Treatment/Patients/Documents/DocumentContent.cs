using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>The file of a paper, as it was received. Read only when somebody opens it.</summary>
[RecordOf(DataClass.Documents)]
public sealed class DocumentContent : IPatientRecord, IAppendOnly, IOfChosenClass
{
    private DocumentContent() { }

    /// <summary>That of its <see cref="DocumentReference"/>.</summary>
    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <inheritdoc/>
    public DataClass Holds { get; private set; }

    [Encrypted]
    public byte[] Bytes { get; private set; } = [];

    /// <summary>Always null: a file is not replaced by another.</summary>
    public Guid? AmendsId { get; private set; }

    /// <summary>Always null, as is <see cref="AmendsId"/>.</summary>
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    internal static DocumentContent Of(DocumentReference document, byte[] content) =>
        new()
        {
            Id = document.Id,
            PatientId = document.PatientId,
            Holds = document.Holds,
            Bytes = content,
            RecordedAt = document.RecordedAt,
            RecordedBy = document.RecordedBy,
        };
}
