using Microsoft.AspNetCore.Identity;

namespace Glidepath.Storage.Privacy;

/// <summary>Somebody who can sign in. Staff by name; patients and family by a user name of their choice.</summary>
public sealed class UserAccount : IdentityUser<Guid>
{
    public UserAccount() => Id = Guid.CreateVersion7();

    /// <summary>As colleagues see it.</summary>
    [ProtectedPersonalData]
    public string DisplayName { get; set; } = "";

    /// <summary>The one role of the account, as a word of <c>Role</c>.</summary>
    public string Role { get; set; } = "";

    /// <summary>Set for a patient's own account; a family account never has it.</summary>
    public Guid? PatientId { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Cannot sign in, and its sessions end; what it wrote stays.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>A passkey or an authenticator stands, so that the account can sign in for real.</summary>
    public bool IsEnrolled { get; set; }

    /// <summary>When its owner last set it up, UTC; null where nobody has. It stays when a patient's account ends.</summary>
    public DateTime? EnrolledAt { get; set; }

    /// <summary>Of a patient's account: the day of the program, so that a lost way in is noticed. Of no other account it is kept.</summary>
    public DateOnly? LastSignInOn { get; set; }

    /// <summary>Of <see cref="KeyFiles.SealSecret"/>.</summary>
    public const string AuthenticatorUse = "authenticator";

    /// <summary>What the authenticator app shares with us, sealed under the keys of the installation; null where there is none.</summary>
    public byte[]? AuthenticatorSecret { get; set; }

    /// <summary>The 30-second step of the last code that was accepted: no code works twice.</summary>
    public long? LastCodeStep { get; set; }
}

/// <summary>A session on the server; the browser holds only its key. Ended by its owner, an administrator, or time.</summary>
public sealed class UserSession
{
    public Guid Id { get; set; }

    public Guid AccountId { get; set; }

    /// <summary>SHA-256 of the key in the cookie: who reads the table cannot use a session.</summary>
    public byte[] KeyHash { get; set; } = [];

    /// <summary>The sign-in itself, protected by the host.</summary>
    public byte[] Ticket { get; set; } = [];

    public DateTime CreatedAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    /// <summary>When its owner last proved to be there, with the same proofs as at a sign-in.</summary>
    public DateTime ConfirmedAt { get; set; }

    /// <summary>As its owner sees it: browser and system, no address.</summary>
    public string Device { get; set; } = "";

    /// <summary>Ends sooner, and keeps nothing.</summary>
    public bool IsSharedComputer { get; set; }

    /// <summary>Keyed, over all but when it was used last; written with each save.</summary>
    public byte[] Seal { get; set; } = [];
}

/// <summary>A fact about the store itself: fingerprints of keys, whether it is a demo.</summary>
public sealed class StoreFact
{
    public required string Name { get; init; }

    public required string Value { get; set; }
}

/// <summary>The answer that a write was given, so that the same write sent again is not done again.</summary>
public sealed class IdempotentWrite
{
    public required Guid AccountId { get; init; }

    /// <summary>Chosen by the device.</summary>
    public required string Key { get; init; }

    /// <summary>Of what was asked, by <see cref="RecordStore.RequestHash"/>: says nothing without the keys.</summary>
    public required byte[] RequestHash { get; init; }

    public required int Status { get; init; }

    /// <summary>JSON of ids only.</summary>
    public required string Answer { get; init; }

    public required DateTime At { get; init; }
}
