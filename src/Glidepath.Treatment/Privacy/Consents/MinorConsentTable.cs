using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Treatment.Privacy;

/// <summary>What a state's law says of minors and treatment for substance use.</summary>
/// <param name="State">Two letters.</param>
/// <param name="AloneFromAge">The age in years from which a minor may consent to treatment alone; null where the source gives none.</param>
/// <param name="AgeOfMajority">In years.</param>
/// <param name="ParentToo">The law asks for a parent's consent below that age. Null is unknown.</param>
/// <param name="Confidence"><see cref="Unverified"/> answers <see cref="MinorControl.AskCounsel"/>.</param>
public sealed record MinorConsentRule(
    string State,
    int? AloneFromAge,
    int AgeOfMajority,
    bool? ParentToo,
    Source Source,
    Confidence Confidence
);

/// <summary>
/// 42 CFR 2.14 by state. The built-in rows come from tables of 2000 and 2007 and are not today's law: only where both agree on an age is a
/// row more than unverified.
/// A parent's signature alone never opens anything, so that a wrong row cannot tell a parent.
/// </summary>
public static class MinorConsentTable
{
    private const int Majority = 18;

    public static IReadOnlyList<MinorConsentRule> All { get; } =
    [
        .. Agreed("AZ", "CA", "IL"),
        new("AL", 14, 19, null, LegalSources.Weisleder, Unverified),
        new("DE", 12, Majority, null, LegalSources.Guttmacher, Unverified),
        new("MA", 12, Majority, null, LegalSources.Guttmacher, Unverified),
        new("MS", 15, 21, null, LegalSources.Guttmacher, Unverified),
        new("ND", 14, Majority, null, LegalSources.Guttmacher, Unverified),
        new("NE", null, 19, null, LegalSources.Guttmacher, Unverified),
        new("NH", 12, Majority, null, LegalSources.Guttmacher, Unverified),
        new("OR", 14, Majority, null, LegalSources.Guttmacher, Unverified),
        new("PA", null, 21, null, LegalSources.Guttmacher, Unverified),
        new("VT", 12, Majority, null, LegalSources.Guttmacher, Unverified),
        new("WA", 13, Majority, null, LegalSources.Guttmacher, Unverified),
        new("WI", 12, Majority, null, LegalSources.Guttmacher, Unverified),
        .. NoAgeInTheTable(
            "CO",
            "CT",
            "DC",
            "FL",
            "GA",
            "HI",
            "ID",
            "IN",
            "IA",
            "KS",
            "KY",
            "LA",
            "ME",
            "MD",
            "MI",
            "MN",
            "MO",
            "MT",
            "NV",
            "NJ",
            "NY",
            "NC",
            "OH",
            "OK",
            "RI",
            "SD",
            "TN",
            "TX",
            "VA",
            "WV"
        ),
        .. NothingFound("AK", "AR", "NM", "SC", "UT", "WY"),
    ];

    /// <param name="on">The day of the signature.</param>
    /// <param name="counsels">Rows that counsel has confirmed; they go before the table.</param>
    public static MinorControl ControlOf(DateOnly? birthDate, DateOnly on, string state, IReadOnlyList<MinorConsentRule>? counsels = null)
    {
        if (birthDate is not { } born)
            return MinorControl.Unknown;
        var rule = (counsels ?? []).FirstOrDefault(IsOf) ?? All.FirstOrDefault(IsOf);
        if (on >= born.AddYears(rule?.AgeOfMajority ?? OldestMajority))
            return MinorControl.NotAMinor;
        if (rule is null or { Confidence: Unverified })
            return MinorControl.AskCounsel;
        if (rule.AloneFromAge is { } age && on >= born.AddYears(age))
            return MinorControl.MinorAlone;
        return rule.ParentToo == true ? MinorControl.MinorAndParent : MinorControl.AskCounsel;

        bool IsOf(MinorConsentRule r) => string.Equals(r.State, state?.Trim(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Where the state is not known: the highest age of majority in the table.</summary>
    private const int OldestMajority = 21;

    private static IEnumerable<MinorConsentRule> Agreed(params string[] states) =>
        states.Select(s => new MinorConsentRule(s, 12, Majority, null, LegalSources.Weisleder, Secondary));

    private static IEnumerable<MinorConsentRule> NoAgeInTheTable(params string[] states) =>
        states.Select(s => new MinorConsentRule(s, null, Majority, null, LegalSources.Guttmacher, Unverified));

    private static IEnumerable<MinorConsentRule> NothingFound(params string[] states) =>
        states.Select(s => new MinorConsentRule(s, null, Majority, null, LegalSources.NotRead, Unverified));
}
