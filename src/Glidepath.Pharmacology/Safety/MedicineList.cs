using System.Text.RegularExpressions;

namespace Glidepath.Pharmacology.Safety;

/// <summary>Reads other medicines as people write them in one line: <c>lorazepam 0,5 mg, ketoconazole</c> is two.</summary>
public static partial class MedicineList
{
    /// <summary>
    /// Parts at commas, semicolons and ends of lines, but not at a comma between two digits: that is a decimal or a thousands mark.
    /// </summary>
    /// <returns>Each as it was written; empty for nothing.</returns>
    public static IReadOnlyList<string> Read(string? text) => [.. Mark().Split(text ?? "").Select(m => m.Trim()).Where(m => m.Length > 0)];

    [GeneratedRegex(@"[;\r\n]|(?<![0-9]),|,(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Mark();
}
