using System.Globalization;
using System.Text;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients;

/// <summary>How the words of the record are shown. Each is the key of its translation.</summary>
internal static class PatientWords
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

    /// <summary>Whoever of the care team was told stands by name beside it.</summary>
    public static string Words(this SafetyState state) =>
        state is SafetyState.OpenAlerted ? "Care team notified" : state.Words<SafetyState>();

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

    public static IReadOnlyList<Choice> YesNo { get; } =
    [new(nameof(Answer.Yes), "Yes"), new(nameof(Answer.No), "No"), new(nameof(Answer.Unknown), "Not asked or not known")];

    public static string Door(this DoorIn? door) =>
        door switch
        {
            DoorIn.Prescribed => "Prescribed",
            DoorIn.NotPrescribed => "Not prescribed",
            null => "Pathway not known yet",
        };

    public static string Day(this DateOnly day) => day.ToString("MMM d, yyyy", CultureInfo.InvariantCulture);

    public static string? Iso(this DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static (Sign Sign, string Word) Shown(this Answer answer) =>
        answer switch
        {
            Answer.Yes => (Sign.Look, "yes"),
            Answer.No => (Sign.Fits, "no"),
            Answer.Unknown => (Sign.Ask, "not known"),
        };
}
