using System.Collections;
using System.Globalization;
using System.Resources;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment;

/// <summary>
/// The words of the domain's refusals: of rules here, of the store and of the use cases, by area in <c>*Rules.resx</c>. The id is the
/// rule's own, or that of a sentence that several rules share.
/// </summary>
public static class RuleSentences
{
    private static readonly ResourceManager[] Areas =
    [
        .. new[]
        {
            "Assessments",
            "Facilities",
            "Family",
            "Medications",
            "Messages",
            "Monitoring",
            "Patients",
            "Privacy",
            "Tapering",
            "Tasks",
            "Therapy",
            "Visits",
        }.Select(area => new ResourceManager($"Glidepath.Treatment.{area}.{area}Rules", typeof(RuleSentences).Assembly)),
        new ResourceManager("Glidepath.Treatment.Privacy.PrivacyFields", typeof(RuleSentences).Assembly),
    ];

    /// <summary>Every id that has a sentence.</summary>
    public static IReadOnlyList<string> Ids =>
        field ??= [
            .. Areas
                .SelectMany(area => area.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<DictionaryEntry>())
                .Select(entry => (string)entry.Key),
        ];

    /// <summary>In the culture of the reader.</summary>
    public static string InWords(Sentence says) => SentenceTemplate.Fill(says, Find);

    /// <returns>Null where none stands under the id.</returns>
    internal static string? Find(string id) =>
        Areas.Select(area => area.GetString(id, CultureInfo.CurrentUICulture)).FirstOrDefault(words => words is not null) is { } found
            ? PseudoLanguage.Of(found)
            : null;
}
