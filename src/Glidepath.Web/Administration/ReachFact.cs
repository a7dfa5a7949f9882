using Glidepath.Storage.Privacy;
using Glidepath.Treatment;

namespace Glidepath.Web.Administration;

/// <summary>
/// What an administrator may add for the families' sheet: how to reach the organisation, and how it tapers. None is needed, and what is
/// empty is not shown.
/// </summary>
/// <param name="Fact">Its name in the store.</param>
/// <param name="Field">Its name in the form.</param>
/// <param name="IsLong">Written over several lines.</param>
internal sealed record ReachFact(string Fact, string Field, string Label, string Hint, int Longest, bool IsLong = false)
{
    public static IReadOnlyList<ReachFact> All { get; } =
    [
        new(OrganisationFacts.Phone, "phone", "Phone", "One that a person answers.", 30),
        new(OrganisationFacts.Address, "address", "Street address", "Street, town, state and ZIP code, on one line.", 200),
        new(
            OrganisationFacts.Hours,
            "hours",
            "Opening hours",
            "When someone answers the phone or is at the front desk.",
            300,
            IsLong: true
        ),
        new(
            OrganisationFacts.HowWeTaper,
            "how-we-taper",
            "How we taper",
            "In your own words: how slowly, who decides, what happens when a step is too hard.",
            1_000,
            IsLong: true
        ),
    ];

    /// <summary>
    /// How much of what was sent is read: a browser counts the end of a line once and sends two signs, and one more than fits must show as
    /// too long.
    /// </summary>
    public int ReadAtMost => 2 * Longest + 2;

    public static string Clean(string sent) => sent.ReplaceLineEndings("\n").Trim();

    public bool IsTooLong(string text) => text.Length > Longest;

    /// <summary>One that a telephone can call from anywhere.</summary>
    public bool IsNoPhone(string text) =>
        Fact is OrganisationFacts.Phone
        && text.Length > 0
        && PhoneNumber.Read(text) is not ({ Country: not "1" and not "" } or { Area: not null });
}
