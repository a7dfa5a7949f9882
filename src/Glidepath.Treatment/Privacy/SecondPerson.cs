namespace Glidepath.Treatment.Privacy;

/// <summary>Why somebody cannot be the second person of a request about an account.</summary>
public enum SecondPersonRefusal
{
    /// <summary>Another role than administrator, director or privacy officer.</summary>
    Role,

    /// <summary>They asked for it themselves.</summary>
    Asked,

    /// <summary>It is about their own account.</summary>
    Concerned,

    /// <summary>The one who asks made their account.</summary>
    MadeByAsker,

    /// <summary>Their own account is not 7 days old.</summary>
    TooNew,
}

/// <summary>
/// Who may confirm what another person asks to be done to an account. One person alone never makes a way into somebody else's account, nor
/// an account that reads records.
/// </summary>
public static class SecondPerson
{
    /// <summary>Our own convention.</summary>
    public static readonly TimeSpan OldEnough = TimeSpan.FromDays(7);

    /// <summary>Our own convention: what nobody confirmed in this time has to be asked for again.</summary>
    public static readonly TimeSpan WaitsFor = TimeSpan.FromDays(7);

    /// <summary>Of a patient or a family member: their first code opens no record of anybody else, and is issued by one person.</summary>
    public static bool IsNeededForFirstCode(Role role) => role is not (Role.Patient or Role.Family);

    /// <param name="concerned">The account that it is about.</param>
    /// <param name="since">When the second person's account was set up, UTC.</param>
    /// <param name="madeByAsker">The one who asks made the second person's account.</param>
    /// <returns>Null: they may.</returns>
    public static SecondPersonRefusal? Refusal(
        Guid askedBy,
        Guid concerned,
        Actor second,
        DateTime since,
        bool madeByAsker,
        DateTime now
    ) =>
        second.Role is not (Role.Administrator or Role.Director or Role.PrivacyOfficer) ? SecondPersonRefusal.Role
        : second.AccountId == askedBy ? SecondPersonRefusal.Asked
        : second.AccountId == concerned ? SecondPersonRefusal.Concerned
        : madeByAsker ? SecondPersonRefusal.MadeByAsker
        : now - since < OldEnough ? SecondPersonRefusal.TooNew
        : null;
}
