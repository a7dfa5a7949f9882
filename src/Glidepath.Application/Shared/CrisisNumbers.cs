using Glidepath.Treatment;

namespace Glidepath.Application.Shared;

/// <summary>
/// Whom to call, in one place for pages and prints. A clinic elsewhere sets its own under <c>CrisisNumbers</c> in the configuration.
/// </summary>
public sealed record CrisisNumbers
{
    public string Emergency { get; init; } = "911";

    public string CrisisLine { get; init; } = "988";

    /// <summary>SAMHSA National Helpline.</summary>
    public string Helpline { get; init; } = "1-800-662-4357";

    /// <summary>Who answers <see cref="Helpline"/>, in a word.</summary>
    public string HelplineName { get; init; } = "SAMHSA";

    /// <summary>National Domestic Violence Hotline, thehotline.org.</summary>
    public string DomesticViolence { get; init; } = "1-800-799-7233";

    /// <summary>Childhelp National Child Abuse Hotline, childhelphotline.org.</summary>
    public string ChildAbuse { get; init; } = "1-800-422-4453";

    /// <summary>Poison Help, poisonhelp.hrsa.gov.</summary>
    public string Poison { get; init; } = "1-800-222-1222";

    /// <summary>For a link. What cannot be read, such as a number of another country without its +, is dialed as it is written.</summary>
    public static string Tel(string number) =>
        PhoneNumber.Read(number)?.Link ?? "tel:" + string.Concat(number.Where(c => char.IsAsciiDigit(c) || c is '+'));

    /// <summary>The sentences of every plan, with these numbers.</summary>
    public SafetyText Safety => SafetyText.Default with { Emergency = Emergency, CrisisLine = CrisisLine, Helpline = Helpline };
}
