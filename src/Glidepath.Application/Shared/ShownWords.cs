using System.Globalization;
using System.Text;

namespace Glidepath.Application.Shared;

/// <summary>How values and days are shown.</summary>
internal static class ShownWords
{
    /// <summary>"ContinuingCare" as "Continuing care".</summary>
    public static string Words<TEnum>(this TEnum value)
        where TEnum : struct, Enum
    {
        var words = new StringBuilder();
        foreach (var c in value.ToString())
            words.Append(words.Length > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c);
        return American.Aggregate(words.ToString(), (all, pair) => all.Replace(pair.British, pair.Here, StringComparison.Ordinal));
    }

    /// <summary>Names in the store were spelled in British English and stay; what is shown is American.</summary>
    private static readonly (string British, string Here)[] American =
    [
        ("Enquiry", "Inquiry"),
        ("enquiry", "inquiry"),
        ("ounsell", "ounsel"),
        ("rganisation", "rganization"),
        ("rogramme", "rogram"),
    ];

    public static IReadOnlyList<Choice> Choices<TEnum>(params TEnum[] leaveOut)
        where TEnum : struct, Enum => [.. Enum.GetValues<TEnum>().Except(leaveOut).Select(v => new Choice(v.ToString(), v.Words()))];

    public static string Day(this DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string? Iso(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
