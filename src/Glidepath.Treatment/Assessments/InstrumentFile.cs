using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Assessments;

/// <summary>
/// A questionnaire file that the programme loaded, as it was. About no patient. A newer file replaces it and raises the version of the
/// instrument.
/// </summary>
public sealed class InstrumentFile : IAppendOnly
{
    private InstrumentFile() { }

    public Guid Id { get; private set; }

    public string SchemeId { get; private set; } = "";

    /// <summary>1, 2, 3 …: the version of the instrument that is read from it.</summary>
    public int Number { get; private set; }

    public string Json { get; private set; } = "";

    /// <summary>SHA-256 of the bytes that were loaded, in hexadecimal.</summary>
    public string Sha256 { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public static InstrumentFile Load(
        FileScheme scheme,
        string json,
        string sha256,
        InstrumentFile? before,
        Guid id,
        DateTime at,
        Guid by
    ) =>
        new()
        {
            Id = id,
            SchemeId = scheme.Id,
            Number = (before?.Number ?? 0) + 1,
            Json = json,
            Sha256 = sha256,
            AmendsId = before?.Id,
            AmendmentReason = before is null ? null : "A newer file was loaded.",
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
}
