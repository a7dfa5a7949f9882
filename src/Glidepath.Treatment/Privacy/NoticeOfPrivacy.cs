namespace Glidepath.Treatment.Privacy;

/// <summary>One version of the notice that every patient is given (42 CFR 2.22, 45 CFR 164.520). Public text, so not encrypted.</summary>
public sealed class NoticeOfPrivacy
{
    private NoticeOfPrivacy() { }

    public Guid Id { get; private set; }
    public int Number { get; private set; }
    public string Language { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateOnly InForceFrom { get; private set; }
    public DateTime PublishedAt { get; private set; }
    public Guid PublishedBy { get; private set; }

    public static NoticeOfPrivacy Publish(Guid id, int number, string? language, string? text, DateOnly inForceFrom, DateTime now, Guid by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        return new NoticeOfPrivacy
        {
            Id = Required.Id(id, "notice.id"),
            Number = number,
            Language = Required.Text(language, "notice.language"),
            Text = Required.Text(text, "notice.text"),
            InForceFrom = inForceFrom,
            PublishedAt = Required.Utc(now),
            PublishedBy = Required.Id(by, "notice.published-by"),
        };
    }

    /// <returns>Those of the patients who were never given the version in force, or a later one.</returns>
    public static IReadOnlyList<Guid> NotYetGiven(
        IEnumerable<Guid> patients,
        IEnumerable<NoticeOfPrivacy> notices,
        IEnumerable<NoticeAcknowledgement> given,
        DateOnly today
    )
    {
        var inForce = notices.Where(n => n.InForceFrom <= today).Select(n => n.Number).DefaultIfEmpty(1).Max();
        var reached = given.Where(a => a.NoticeNumber >= inForce).Select(a => a.PatientId).ToHashSet();
        return [.. patients.Where(p => !reached.Contains(p))];
    }
}

public enum AcknowledgementOutcome
{
    None,
    Acknowledged,
    Declined,
    CouldNotBeObtained,
}

/// <summary>Who was given which version, when, how, and what they said.</summary>
[RecordOf(DataClass.Consents)]
public sealed class NoticeAcknowledgement : IPatientRecord, IAppendOnly
{
    private NoticeAcknowledgement() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public Guid NoticeId { get; private set; }
    public int NoticeNumber { get; private set; }
    public SignatureMethod Method { get; private set; }
    public AcknowledgementOutcome Outcome { get; private set; }

    /// <summary>Needed where it was declined or could not be obtained.</summary>
    [Encrypted]
    public string? Reason { get; private set; }

    public DateTime GivenAt { get; private set; }
    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }
    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }

    public static NoticeAcknowledgement Record(
        Guid id,
        Guid patientId,
        NoticeOfPrivacy notice,
        SignatureMethod method,
        AcknowledgementOutcome outcome,
        string? reason,
        DateTime givenAt,
        Guid by,
        DateTime? recordedAt = null
    ) =>
        new()
        {
            Id = Required.Id(id, "notice.acknowledgement.id"),
            PatientId = Required.Id(patientId, "notice.acknowledgement.patient"),
            NoticeId = notice.Id,
            NoticeNumber = notice.Number,
            Method = Required.Some(method, "notice.acknowledgement.method"),
            Outcome = Required.Some(outcome, "notice.acknowledgement.outcome"),
            Reason = outcome == AcknowledgementOutcome.Acknowledged ? reason : Required.Text(reason, "notice.acknowledgement.reason"),
            GivenAt = Required.Utc(givenAt),
            RecordedAt = Required.Utc(recordedAt ?? givenAt),
            RecordedBy = Required.Id(by, "notice.acknowledgement.recorded-by"),
        };
}
