namespace Glidepath.Treatment.Privacy;

/// <summary>What kind of party receives. A consent may name classes (42 CFR 2.31(a)(4)(i)); a disclosure goes to exactly one.</summary>
[Flags]
public enum RecipientClass
{
    None = 0,
    Patient = 1 << 0,
    Programme = 1 << 1,
    TreatingProvider = 1 << 2,
    Payer = 1 << 3,

    /// <summary>People who help to operate this programme, in the class wording of a TPO consent.</summary>
    OperationsSupport = 1 << 4,
    Family = 1 << 5,
    Employer = 1 << 6,
    CourtOrLawEnforcement = 1 << 7,
    ChildProtection = 1 << 8,
    Auditor = 1 << 9,
    Researcher = 1 << 10,
    ServiceOrganisation = 1 << 11,
    Other = 1 << 12,
}

public enum RecipientKind
{
    None,
    Named,
    Class,

    /// <summary>Passes records on to its member participants, 42 CFR 2.31(a)(4)(ii); the consent says to which.</summary>
    Intermediary,
}

/// <summary>Who receives a disclosure.</summary>
/// <param name="Class">Exactly one, from the directory or the account, never from the one who asks.</param>
/// <param name="PartyId">The account, contact or organisation. The patient's own id where the patient receives.</param>
/// <param name="Address">For the accounting, 45 CFR 164.528(b)(2)(ii): "if known".</param>
public sealed record Recipient(string Name, RecipientClass Class, Guid? PartyId = null, string? Address = null, bool IsIntermediary = false)
{
    /// <summary>Longest name, in characters.</summary>
    public const int LongestName = 300;

    /// <summary>
    /// The accounting says who received (45 CFR 164.528(b)(2)(ii)): a name of letters or digits, that shows all that it holds.
    /// </summary>
    internal bool IsNamed =>
        Name.Any(char.IsLetterOrDigit)
        && Name.Length <= LongestName
        && PlainText.Forbidden(Name) is null
        && !Name.AsSpan().ContainsAny('\r', '\n')
        && PlainText.Forbidden(Address) is null
        && Address is not { Length: > 2_000 };

    internal static bool SameName(string? a, string? b) => Folded(a) is { Length: > 0 } name && name == Folded(b);

    internal static string Folded(string? name) =>
        string.Join(' ', (name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
