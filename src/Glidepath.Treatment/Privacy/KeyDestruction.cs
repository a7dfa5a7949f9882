using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Privacy;

public enum KeyDestructionStatus
{
    Requested,
    Approved,
    Withdrawn,
    Done,
}

/// <summary>What must be known of a record before its key may be destroyed.</summary>
/// <param name="IsHeld">An open breach, incident, complaint, legal demand or break-glass review needs it.</param>
public sealed record RecordAge(DateOnly LastEntry, DateOnly? BirthDate, DateOnly? LastDisclosure, bool IsHeld);

/// <summary>
/// The end of a record: its key is destroyed and nobody can read it again, in backups too. After the retention period only, and by two
/// people.
/// </summary>
[RecordOf(DataClass.Keys)]
public sealed class KeyDestruction : IPatientRecord, IVersioned
{
    private KeyDestruction() { }

    public Guid Id { get; private set; }
    public Guid PatientId { get; private set; }
    public KeyDestructionStatus Status { get; private set; }
    public Guid RequestedBy { get; private set; }
    public DateTime RequestedAt { get; private set; }
    public Guid? ApprovedBy { get; private set; }
    public DateTime? ApprovedAt { get; private set; }
    public DateTime? DoneAt { get; private set; }

    /// <summary>The first day on which it was allowed, and the rule's source, as they stood at the request.</summary>
    public DateOnly AllowedFrom { get; private set; }

    public string RetentionSource { get; private set; } = "";
    public Guid Version { get; private set; }

    public static KeyDestruction Request(
        Guid id,
        Guid patientId,
        RecordAge age,
        RetentionRule rule,
        Actor by,
        DateTime now,
        TimeZoneInfo zone
    )
    {
        RequireRole(by);
        return new KeyDestruction
        {
            Id = Required.Id(id, "key-destruction.id"),
            PatientId = Required.Id(patientId, "key-destruction.patient"),
            AllowedFrom = RequireDue(age, rule, LocalDay.Of(now, zone)),
            RetentionSource = $"{rule.Source.Id} ({rule.Confidence})",
            RequestedBy = by.AccountId,
            RequestedAt = now,
        };
    }

    /// <summary>By another person; the age is looked at again, since an entry may have been added.</summary>
    public void Approve(RecordAge age, RetentionRule rule, Actor by, DateTime now, TimeZoneInfo zone)
    {
        RequireRole(by);
        if (by.AccountId == RequestedBy)
            throw new RuleViolationException("key-destruction.two-people");
        RequireDue(age, rule, LocalDay.Of(now, zone));
        Status = Next(KeyDestructionStatus.Approved);
        ApprovedBy = by.AccountId;
        ApprovedAt = now;
    }

    public void Withdraw() => Status = Next(KeyDestructionStatus.Withdrawn);

    public void Done(DateTime now)
    {
        Status = Next(KeyDestructionStatus.Done);
        DoneAt = Required.Utc(now);
    }

    private KeyDestructionStatus Next(KeyDestructionStatus to) =>
        (Status, to) switch
        {
            (KeyDestructionStatus.Requested, KeyDestructionStatus.Approved) => to,
            (KeyDestructionStatus.Requested or KeyDestructionStatus.Approved, KeyDestructionStatus.Withdrawn) => to,
            (KeyDestructionStatus.Approved, KeyDestructionStatus.Done) => to,
            var (from, _) => throw RuleViolationException.Of(
                $"key-destruction.{to.ToString().ToLowerInvariant()}.not-now",
                Sentence.Of("key-destruction.not-now", ("from", from), ("to", to))
            ),
        };

    private static void RequireRole(Actor by)
    {
        if (by.Role is not (Role.PrivacyOfficer or Role.Administrator or Role.Director) || by.AccountId == Guid.Empty)
            throw new RuleViolationException("key-destruction.role");
    }

    private static DateOnly RequireDue(RecordAge age, RetentionRule rule, DateOnly today)
    {
        if (age.IsHeld)
            throw new RuleViolationException("key-destruction.held");
        var from = rule.MayBeDestroyedFrom(age.LastEntry, age.BirthDate, age.LastDisclosure);
        return today >= from ? from : throw new RuleViolationException("key-destruction.retention", ("until", from));
    }
}
