namespace Glidepath.Storage.Privacy;

public enum AccountCodeKind
{
    /// <summary>Makes the first administrator of an empty store; belongs to no account yet.</summary>
    FirstAdministrator,

    /// <summary>Handed over by an administrator, so that somebody sets up their own way to sign in.</summary>
    Enrolment,

    /// <summary>Printed at enrolment, for the day the phone or the passkey is gone.</summary>
    Recovery,
}

/// <summary>A code that works once. Only a keyed hash of it is stored: who reads the table has no code.</summary>
public sealed class AccountCode
{
    public Guid Id { get; init; }

    /// <summary>Null for the first administrator.</summary>
    public Guid? AccountId { get; init; }

    public AccountCodeKind Kind { get; init; }

    public byte[] Hash { get; init; } = [];

    public DateTime CreatedAt { get; init; }

    /// <summary>Null where it does not run out.</summary>
    public DateTime? ExpiresAt { get; init; }

    public DateTime? UsedAt { get; set; }
}
