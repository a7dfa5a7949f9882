using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

public enum AccountRequestKind
{
    /// <summary>The first code of an account of staff.</summary>
    FirstCode,

    /// <summary>A new code for an account that was there before.</summary>
    NewCode,

    /// <summary>Another role.</summary>
    Role,
}

public enum AccountRequestState
{
    Waiting,

    /// <summary>By the second person; the code was made or the role changed.</summary>
    Confirmed,

    /// <summary>By somebody who could have confirmed.</summary>
    Refused,

    /// <summary>By the one who asked.</summary>
    Withdrawn,

    /// <summary>Done by one person alone, before there was a patient.</summary>
    SetUp,

    /// <summary>It waited when the store was restored from a backup; what was decided since is not known.</summary>
    Lapsed,
}

/// <summary>What one person asked to be done to an account, and what a second one said to it. Kept, for the officer and the owner.</summary>
public sealed class AccountRequest
{
    public Guid Id { get; init; }

    public Guid AccountId { get; init; }

    public AccountRequestKind Kind { get; init; }

    /// <summary>A word of <c>Role</c>: that of the account, or the one that is asked for.</summary>
    public string Role { get; init; } = "";

    [Encrypted]
    public string Reason { get; init; } = "";

    /// <summary>How the one who asks made sure who it is; none for a role, and for a first code of staff.</summary>
    public IdentityCheck Check { get; init; }

    public Guid AskedBy { get; init; }

    public DateTime AskedAt { get; init; }

    public AccountRequestState State { get; set; }

    public Guid? DecidedBy { get; set; }

    public DateTime? DecidedAt { get; set; }

    /// <summary>When the owner of the account said that they know; empty again after a decision.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>It can still be confirmed.</summary>
    public bool IsOpen(DateTime now) => State is AccountRequestState.Waiting && now - AskedAt < SecondPerson.WaitsFor;
}
