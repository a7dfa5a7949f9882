using Glidepath.Application.Shared;
using Glidepath.Application.Therapy;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared;
using static Glidepath.Web.Therapy.TherapyText;

namespace Glidepath.Web.Therapy;

/// <summary>A safety plan as its form has it: a line each, and who can see it.</summary>
internal static class SafetyPlanFields
{
    private const int Most = 2_000;

    public static Choice[] Whos => [new("team", T["MyCareTeam"]), new("me", T["OnlyMe"])];

    public static IReadOnlyList<FormField> All =>
        [
            Area("signs", "SignsItIsGettingBad"),
            Area("alone", "WhatICanDo"),
            Area("company", "PeopleAndPlaces"),
            Area("ask", "WhoICanAskForHelp"),
            Area("professionals", "ProfessionalsWord"),
            Area("safer", "MakingThePlaceSafer"),
            new("who", T["WhoCanSeeIt"], FieldKind.One) { Choices = Whos },
        ];

    public static IReadOnlyDictionary<string, string?> Of(OwnSafetyPlan? plan) =>
        plan is null
            ? new Dictionary<string, string?>()
            : new Dictionary<string, string?>
            {
                ["signs"] = Written(plan.Words.Signs),
                ["alone"] = Written(plan.Words.Alone),
                ["company"] = Written(plan.Words.Company),
                ["ask"] = Written(plan.Words.Ask.Select(c => c.InWords())),
                ["professionals"] = Written(plan.Words.Professionals.Select(c => c.InWords())),
                ["safer"] = Written(plan.Words.SaferPlace),
                ["who"] = plan.IsShared ? "team" : "me",
            };

    public static SafetyPlanWords Read(FormReader sent) =>
        new(
            Lines(sent, "signs"),
            Lines(sent, "alone"),
            Lines(sent, "company"),
            Contacts(sent, "ask"),
            Contacts(sent, "professionals"),
            Lines(sent, "safer")
        );

    private static FormField Area(string name, string label) => new(name, T[label], FieldKind.Area) { Most = Most };

    private static string? Written(IEnumerable<string> lines) => string.Join('\n', lines) is { Length: > 0 } written ? written : null;

    private static List<string> Lines(FormReader sent, string field) =>
        [.. (sent.Words(field, Most) ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    /// <summary>What stands after the last comma is the number, where it begins like one.</summary>
    private static List<SafetyContact> Contacts(FormReader sent, string field) =>
        [
            .. Lines(sent, field)
                .Select(line =>
                    line.LastIndexOf(',') is > 0 and var at
                    && line[(at + 1)..].Trim() is [var first, ..] phone
                    && (char.IsAsciiDigit(first) || first is '(' or '+')
                        ? new SafetyContact(line[..at].Trim(), phone)
                        : new(line, null)
                ),
        ];
}
