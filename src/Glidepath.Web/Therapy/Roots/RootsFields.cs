using Glidepath.Application.Therapy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Patients;
using static Glidepath.Web.Therapy.TherapyText;

namespace Glidepath.Web.Therapy;

/// <summary>The roots page as its forms have it: five lists, a line each.</summary>
internal static class RootsFields
{
    /// <summary>Of one list, with the ends of its lines.</summary>
    private const int Most = RootsSheet.MostLines * (Recorded.ShortText + 2);

    private static readonly string[] Names = ["early", "beliefs", "triggers", "use", "keeps-going"];

    private static readonly string[] Hints =
    [
        "RootsEarlyHint",
        "RootsBeliefsHint",
        "RootsTriggersHint",
        "RootsUseHint",
        "RootsKeepsGoingHint",
    ];

    public static IReadOnlyList<FormField> All =>
        [
            .. RootsLines
                .Empty.Parts()
                .Select(
                    (part, i) => new FormField(Names[i], part.What, FieldKind.Area, $"roots.{Names[i]}") { Hint = T[Hints[i]], Most = Most }
                ),
        ];

    public static IReadOnlyDictionary<string, string?> Of(RootsLines lines) =>
        lines.Parts().Select((part, i) => (Names[i], Written(part.Said))).ToDictionary(p => p.Item1, p => p.Item2);

    public static RootsLines Read(PostedForm form)
    {
        return new(Lines("early"), Lines("beliefs"), Lines("triggers"), Lines("use"), Lines("keeps-going"));

        string[] Lines(string field) =>
            form[field]?.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
    }

    /// <summary>The field that a refusal speaks of.</summary>
    public static string FieldOf(string rule) =>
        (All.FirstOrDefault(f => rule.StartsWith(f.Rule!, StringComparison.Ordinal)) ?? All[0]).Name;

    private static string? Written(IReadOnlyList<string> lines) => lines.Count == 0 ? null : string.Join('\n', lines);
}
