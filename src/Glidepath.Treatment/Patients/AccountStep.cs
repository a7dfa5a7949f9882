using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>How somebody made sure whose account it will be. Which ways count is our own convention.</summary>
public enum IdentityCheck
{
    None,

    /// <summary>The person stands there and is known.</summary>
    KnownInPerson,

    PhotoIdentification,

    /// <summary>Two facts that the record holds and few people know, asked on a call to the number on file.</summary>
    TwoFactsByPhone,
}

public enum AccountStepKind
{
    /// <summary>The first code.</summary>
    Invited,

    /// <summary>Another code for an account that nobody has set up: the one before no longer works.</summary>
    NewSlip,

    /// <summary>Another code for an account that was set up before; a second person confirms it.</summary>
    NewCodeAsked,

    Ended,
}

/// <summary>One thing that staff did with the account of a person in care. Written once; what stands now is read from the account.</summary>
[RecordOf(DataClass.Accounts)]
public sealed class AccountStep : IPatientRecord, IAppendOnly
{
    /// <summary>In characters; our own convention.</summary>
    public const int LongestReason = 500;

    private AccountStep() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid AccountId { get; private set; }

    public AccountStepKind Kind { get; private set; }

    /// <summary><see cref="IdentityCheck.None"/> for an end alone.</summary>
    public IdentityCheck Check { get; private set; }

    /// <summary>Why it ended; null for a code.</summary>
    [Encrypted]
    public string? Why { get; private set; }

    /// <summary>Always null: the next step says what holds since.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <param name="at">UTC.</param>
    /// <exception cref="RuleViolationException">Nobody checked who it is.</exception>
    public static AccountStep Code(
        Guid id,
        Guid patientId,
        Guid accountId,
        AccountStepKind kind,
        IdentityCheck check,
        DateTime at,
        Guid by
    ) =>
        kind is AccountStepKind.Ended
            ? throw new ArgumentOutOfRangeException(nameof(kind), kind, "An end has no code.")
            : new()
            {
                Id = id,
                PatientId = patientId,
                AccountId = accountId,
                Kind = kind,
                Check = Required.Some(check, "account.check"),
                RecordedAt = Required.Utc(at),
                RecordedBy = by,
            };

    /// <param name="why">Needed.</param>
    public static AccountStep End(Guid id, Guid patientId, Guid accountId, string? why, DateTime at, Guid by) =>
        new()
        {
            Id = id,
            PatientId = patientId,
            AccountId = accountId,
            Kind = AccountStepKind.Ended,
            Why = Recorded.Required(why, "account.why", LongestReason),
            RecordedAt = Required.Utc(at),
            RecordedBy = by,
        };
}
