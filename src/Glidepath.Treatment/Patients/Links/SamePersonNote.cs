using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

public enum SamePersonKind
{
    None,

    /// <summary>Name and birth date, or phone, are like those of the other record.</summary>
    Found,

    /// <summary>Somebody on the staff asks the privacy officer to look.</summary>
    Asked,

    /// <summary>The privacy officer looked: they are two people.</summary>
    TwoPeople,
}

/// <summary>That two records may be of one person, until the privacy officer merges them or finds that they are not.</summary>
[RecordOf(DataClass.RecordLinks)]
public sealed class SamePersonNote : IPatientRecord, IAppendOnly
{
    private SamePersonNote() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    /// <summary>Null where nobody has the number that was asked about.</summary>
    public Guid? OtherPatientId { get; private set; }

    public SamePersonKind Kind { get; private set; }

    /// <summary>As it was typed, where somebody asked.</summary>
    [Encrypted]
    public string? OtherNumber { get; private set; }

    [Encrypted]
    public string? Why { get; private set; }

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public static SamePersonNote Found(Guid patientId, Guid other, DateTime at, Guid by) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PatientId = patientId,
            OtherPatientId = other,
            Kind = SamePersonKind.Found,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };

    /// <param name="other">Null where nobody has this number.</param>
    /// <param name="number">As it was typed.</param>
    /// <exception cref="RuleViolationException"><c>same-person.…</c></exception>
    public static SamePersonNote Ask(Guid patientId, Guid? other, string? number, string? why, DateTime at, Guid by) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            PatientId = patientId,
            OtherPatientId = other == patientId ? throw new RuleViolationException("same-person.itself") : other,
            Kind = SamePersonKind.Asked,
            OtherNumber = Recorded.Required(number, "same-person.number", 40),
            Why = Recorded.Required(why, "same-person.why", 2_000),
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };

    /// <summary>They are two people. The note that is answered is named.</summary>
    public SamePersonNote TwoPeople(string? why, DateTime at, Guid by)
    {
        var reason = Recorded.Required(why, "same-person.answer", 2_000);
        return new SamePersonNote
        {
            Id = Guid.CreateVersion7(),
            PatientId = PatientId,
            OtherPatientId = OtherPatientId,
            Kind = SamePersonKind.TwoPeople,
            Why = reason,
            AmendsId = Id,
            AmendmentReason = reason,
            RecordedAt = Recorded.Utc(at),
            RecordedBy = by,
        };
    }

    /// <summary>Those that nobody has answered.</summary>
    public static IEnumerable<SamePersonNote> Open(IEnumerable<SamePersonNote> all)
    {
        var known = all.ToList();
        var answered = known.Select(n => n.AmendsId).OfType<Guid>().ToHashSet();
        return known.Where(n => n.Kind is not SamePersonKind.TwoPeople && !answered.Contains(n.Id));
    }
}
