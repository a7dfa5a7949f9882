using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Privacy;

public enum CopyForm
{
    None,
    Paper,
    Pdf,
    Table,
    ForAProgram,

    /// <summary>To look at it here.</summary>
    ToSee,
}

public enum CopyAsker
{
    None,
    Patient,

    /// <summary>45 CFR 164.502(g).</summary>
    Representative,
}

public enum CopyOutcome
{
    /// <summary>Not answered yet.</summary>
    None,
    Given,

    /// <summary>In writing, with the reason and how to have it reviewed (164.524(d)).</summary>
    Denied,
    Withdrawn,
}

/// <summary>
/// A patient asked for a copy of the record (45 CFR 164.524). The privacy officer hands a record to a patient only under one, and no more
/// than it asks for.
/// </summary>
[RecordOf(DataClass.Disclosures)]
public sealed class CopyRequest : IPatientRecord, IVersioned
{
    /// <summary>Days to answer from the day it came.</summary>
    public static LegalClock Answer { get; } = new(30, "45 CFR 164.524(b)(2)(i)", LegalSources.PatientAccess, Confidence.Primary);

    /// <summary>Once, with a written reason that is sent to the patient within the first 30 days.</summary>
    public static LegalClock Extension { get; } = new(30, "45 CFR 164.524(b)(2)(iii)", LegalSources.PatientAccess, Confidence.Primary);

    /// <summary>A request lets copies go out for so long after the first one. Our own convention.</summary>
    public static readonly TimeSpan MoreCopiesFor = TimeSpan.FromHours(72);

    private CopyRequest() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public DateOnly AskedOn { get; private set; }
    public CopyAsker AskedBy { get; private set; }

    /// <summary>Of a representative, with what lets them ask; null for the patient.</summary>
    [Encrypted]
    public string? AskerName { get; private set; }

    public InformationCategory Categories { get; private set; }
    public CopyForm Form { get; private set; }
    public DateOnly DueOn { get; private set; }
    public DateOnly? ExtendedOn { get; private set; }

    [Encrypted]
    public string? ExtensionReason { get; private set; }

    public CopyOutcome Outcome { get; private set; }
    public DateTime? AnsweredAt { get; private set; }
    public Guid? AnsweredBy { get; private set; }

    /// <summary>Of a denial.</summary>
    [Encrypted]
    public string? AnswerReason { get; private set; }

    public DateTime RecordedAt { get; private set; }
    public Guid RecordedBy { get; private set; }
    public Guid Version { get; private set; }

    public static CopyRequest Receive(Guid id, Guid patientId, CopyTerms terms, DateTime now, Guid by, TimeZoneInfo zone) =>
        new()
        {
            Id = Required.Id(id, "copy.id"),
            PatientId = Required.Id(patientId, "copy.patient"),
            AskedOn =
                terms.AskedOn <= LocalDay.Of(now, zone) && terms.AskedOn.Year >= 1900
                    ? terms.AskedOn
                    : throw new RuleViolationException("copy.asked"),
            AskedBy = Required.Some(terms.AskedBy, "copy.asker"),
            AskerName = terms.AskedBy is CopyAsker.Representative ? Required.Text(terms.AskerName, "copy.asker-name") : null,
            Categories =
                (terms.Categories & ~InformationCategories.All) == 0
                    ? Required.Some(terms.Categories, "copy.categories")
                    : throw new RuleViolationException("copy.categories"),
            Form = Required.Some(terms.Form, "copy.form"),
            DueOn = terms.AskedOn.AddDays(Answer.Days),
            RecordedAt = now,
            RecordedBy = Required.Id(by, "copy.recorded-by"),
        };

    public bool IsOpen => Outcome is CopyOutcome.None;

    /// <summary>Whether a copy may go out under it now.</summary>
    public bool LetsOut(DateTime now) => IsOpen || (Outcome is CopyOutcome.Given && now < AnsweredAt + MoreCopiesFor);

    /// <summary>Once, before the first 30 days are over.</summary>
    public void Extend(string? reason, DateTime now, TimeZoneInfo zone)
    {
        var today = LocalDay.Of(now, zone);
        if (!IsOpen)
            throw new RuleViolationException("copy.answered");
        if (ExtendedOn is not null)
            throw new RuleViolationException("copy.extended");
        if (today > DueOn)
            throw new RuleViolationException("copy.extend-late");
        ExtensionReason = Required.Reason(reason, "copy.extension-reason", 20);
        (ExtendedOn, DueOn) = (today, DueOn.AddDays(Extension.Days));
    }

    /// <summary>The first copy went out; later ones under the same request change nothing.</summary>
    public void CopyMade(DateTime now, Guid by)
    {
        if (IsOpen)
            (Outcome, AnsweredAt, AnsweredBy) = (CopyOutcome.Given, Required.Utc(now), by);
    }

    /// <param name="outcome">Denied or withdrawn: that a copy was given stands in the list of disclosures.</param>
    public void End(CopyOutcome outcome, string? reason, DateTime now, Guid by)
    {
        if (!IsOpen)
            throw new RuleViolationException("copy.answered");
        if (outcome is not (CopyOutcome.Denied or CopyOutcome.Withdrawn))
            throw new RuleViolationException("copy.outcome");
        AnswerReason = outcome is CopyOutcome.Denied ? Required.Reason(reason, "copy.answer-reason", 20) : null;
        (Outcome, AnsweredAt, AnsweredBy) = (outcome, Required.Utc(now), Required.Id(by, "copy.answered-by"));
    }
}

/// <summary>A request as it came.</summary>
public sealed record CopyTerms
{
    public DateOnly AskedOn { get; init; }
    public CopyAsker AskedBy { get; init; }
    public string? AskerName { get; init; }
    public InformationCategory Categories { get; init; }
    public CopyForm Form { get; init; }
}
