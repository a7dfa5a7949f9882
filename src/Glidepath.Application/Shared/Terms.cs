using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Resources;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Application.Shared;

/// <summary>
/// What tables and enums in code say: the questions of the intake, the criteria of the finder, the names of lists. Their English stands in
/// the table, beside its source, and finds its entry in <c>Terms/*.resx</c>; other languages have the entry. The official wording of an
/// instrument is in none of them: in another language it is another instrument.
/// </summary>
internal static class Terms
{
    private static readonly ResourceManager[] Subjects =
    [
        .. new[]
        {
            "Care",
            "Family",
            "Intake",
            "Monitoring",
            "Patient",
            "Privacy",
            "Scale",
            "Session",
            "Tapering",
            "Therapy",
            "Ward",
        }.Select(subject => new ResourceManager($"Glidepath.Application.Shared.Terms.{subject}Terms", typeof(Terms).Assembly)),
    ];

    /// <summary>By the English, which stands once in all subjects.</summary>
    private static readonly FrozenDictionary<string, (ResourceManager Subject, string Id)> ByEnglish = Subjects
        .SelectMany(subject =>
            subject
                .GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: false)!
                .Cast<DictionaryEntry>()
                .Select(entry => (English: (string)entry.Value!, Entry: (subject, (string)entry.Key)))
        )
        .ToFrozenDictionary(e => e.English, e => e.Entry, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> English => ByEnglish.Keys;

    /// <summary>Of a list that was put together with commas.</summary>
    public static string Each(string english) => string.Join(", ", english.Split(", ").Select(Of));

    /// <summary>In the language of the request; what is no term, such as a name, is given back as it is.</summary>
    public static string Of(string english) =>
        ByEnglish.TryGetValue(english, out var term)
            ? PseudoLanguage.Of(term.Subject.GetString(term.Id, CultureInfo.CurrentUICulture) ?? english)
            : english;
}
