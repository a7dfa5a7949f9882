using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>How a stay in a bed ended.</summary>
public enum StayEnd
{
    /// <summary>To the bed of the stay that follows.</summary>
    OtherBed,
    Home,
    OtherPlace,

    /// <summary>The person left although staff advised to stay. What was said is in <see cref="AdviceRecord"/>.</summary>
    AgainstAdvice,
    Died,
}

/// <summary>
/// The time of a person in one bed (HL7 FHIR <c>Encounter</c> of class inpatient, one location of it). Another bed is another stay that
/// follows this one.
/// </summary>
[RecordOf(DataClass.PresenceInTreatment)]
public sealed class Stay : IPatientRecord, IVersioned
{
    private static readonly TimeSpan MostBack = TimeSpan.FromHours(24);

    private Stay() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    public Guid UnitId { get; private set; }

    public string Bed { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>UTC. Null while the person has the bed.</summary>
    public DateTime? Until { get; private set; }

    public StayEnd? HowEnded { get; private set; }

    /// <summary>The stay in the bed before.</summary>
    public Guid? FollowsId { get; private set; }

    /// <summary>UTC. The person is out and has kept the bed; null for in.</summary>
    public DateTime? OutSince { get; private set; }

    /// <summary>UTC. When they said they would be back.</summary>
    public DateTime? BackBy { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    public Guid? EndedBy { get; private set; }

    public bool IsOpen => Until is null;

    /// <param name="at">UTC. Up to a day back.</param>
    /// <exception cref="RuleViolationException"><c>stay.…</c></exception>
    public static Stay Begin(EpisodeOfCare episode, WardUnit unit, string? bed, DateTime at, Entry by, Guid? follows = null)
    {
        if (!episode.IsOpen || episode.Phase is EpisodePhase.Enquiry)
            throw new RuleViolationException("stay.no-care");
        if (bed is null || !unit.BedNames.Contains(bed, StringComparer.Ordinal))
            throw new RuleViolationException("stay.bed", ("beds", unit.Beds));
        return new()
        {
            Id = by.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            UnitId = unit.Id,
            Bed = bed,
            From = Checked(at, by.RecordedAt, null),
            FollowsId = follows,
            RecordedAt = by.RecordedAt,
            RecordedBy = by.RecordedBy,
        };
    }

    /// <summary>To another bed, of this unit or another.</summary>
    /// <returns>The stay there.</returns>
    public Stay Move(EpisodeOfCare episode, WardUnit unit, string? bed, DateTime at, Entry by)
    {
        if (unit.Id == UnitId && bed == Bed)
            throw new RuleViolationException("stay.same-bed");
        var next = Begin(episode, unit, bed, at, by, Id);
        Close(StayEnd.OtherBed, at, by);
        return next;
    }

    /// <summary>In the same bed, in the record that goes on.</summary>
    /// <param name="to">Of that record.</param>
    public Stay GoOn(EpisodeOfCare to, WardUnit unit, DateTime at, Entry by)
    {
        var next = Begin(to, unit, Bed, at, by, Id);
        Close(StayEnd.OtherBed, at, by);
        return next;
    }

    /// <summary>Out for some hours, with the bed kept.</summary>
    /// <param name="backBy">UTC. Ahead, at most three days.</param>
    public void GoOut(DateTime backBy, Entry by)
    {
        RequireOpen();
        if (OutSince is not null)
            throw new RuleViolationException("stay.out.already");
        if (Recorded.Utc(backBy) <= by.RecordedAt || backBy > by.RecordedAt.AddDays(3))
            throw new RuleViolationException("stay.out.back-by");
        (OutSince, BackBy) = (by.RecordedAt, backBy);
    }

    public void ComeBack()
    {
        RequireOpen();
        if (OutSince is null)
            throw new RuleViolationException("stay.out.not");
        (OutSince, BackBy) = (null, null);
    }

    /// <param name="said">Needed for leaving against advice, and only then.</param>
    /// <returns>What was said, as a record of its own; null for any other end.</returns>
    public AdviceRecord? End(StayEnd how, DateTime at, AdviceWords? said, Entry by)
    {
        if (!Enum.IsDefined(how) || how is StayEnd.OtherBed || how is StayEnd.AgainstAdvice == said is null)
            throw new RuleViolationException("stay.end");
        Close(how, at, by);
        return said is null ? null : AdviceRecord.Of(this, said, by);
    }

    private void Close(StayEnd how, DateTime at, Entry by)
    {
        RequireOpen();
        (Until, HowEnded, EndedBy, OutSince, BackBy) = (Checked(at, by.RecordedAt, From), how, by.RecordedBy, null, null);
    }

    private static DateTime Checked(DateTime at, DateTime now, DateTime? notBefore) =>
        Recorded.Utc(at) > now || at < now - MostBack || at < notBefore
            ? throw new RuleViolationException("stay.time", ("hours", MostBack.TotalHours))
            : at;

    private void RequireOpen()
    {
        if (!IsOpen)
            throw new RuleViolationException("stay.ended");
    }
}
