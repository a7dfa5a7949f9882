using System.Globalization;
using System.Resources;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper;

/// <summary>The words of what the engine says, in the culture of the one who reads; see <see cref="SentenceTemplate"/> for their
/// form.</summary>
public static class EngineWords
{
    private static readonly ResourceManager[] Areas =
    [
        Of("Safety"),
        Of("Tapering"),
        Of("Setting"),
        Of("Person"),
        Of("Counts"),
        Of("Reading"),
        Of("Directions"),
        Of("Charts"),
        Of("Booklet"),
    ];

    /// <summary>Every id that has a sentence.</summary>
    public static IReadOnlyList<string> Ids =>
        field ??= [
            .. Areas
                .SelectMany(a => a.GetResourceSet(CultureInfo.InvariantCulture, true, false)!.Cast<System.Collections.DictionaryEntry>())
                .Select(e => (string)e.Key),
        ];

    extension(Sentence sentence)
    {
        /// <summary>In the culture of the reader.</summary>
        public string InWords() => SentenceTemplate.Fill(sentence, Find);

        /// <summary>In American English, whoever reads: it is kept as it stood, and compared with what was kept before.</summary>
        public string AsKept() =>
            SentenceTemplate.Fill(
                sentence,
                id => Areas.Select(area => area.GetString(id, CultureInfo.InvariantCulture)).FirstOrDefault(words => words is not null),
                CultureInfo.InvariantCulture
            );
    }

    extension(Finding finding)
    {
        /// <summary>One or two sentences for a clinician, with both percentages where a cut is meant.</summary>
        public string Message => finding.Says.InWords();
    }

    extension(Indication indication)
    {
        /// <summary>As it reads within a sentence.</summary>
        public string Text() => indication.Words().InWords();
    }

    extension(TaperPlan plan)
    {
        /// <summary>How long the longest step lasts: <c>2 weeks</c>.</summary>
        public string WeeksOnEach => Counted.Of(plan.MostWeeksOnOne, "week");
    }

    extension(Refusal refusal)
    {
        /// <summary>Each makes a plan possible by itself, cheapest first; may be empty.</summary>
        public IReadOnlyList<string> Relaxations => [.. refusal.WouldDo.Select(change => change.InWords())];

        /// <summary>One sentence that names the limit, the value and the nearest that would do.</summary>
        public string Message => refusal.Says.InWords();
    }

    /// <summary>A sentence without arguments, such as the one that says a rule's finding to the person whom it is about.</summary>
    /// <returns>Null where none stands under the id.</returns>
    public static string? Find(string id) =>
        Areas.Select(area => area.GetString(id, CultureInfo.CurrentUICulture)).FirstOrDefault(words => words is not null) is { } found
            ? PseudoLanguage.Of(found)
            : null;

    private static ResourceManager Of(string area) => new($"Glidepath.Paper.Shared.Sentences.{area}", typeof(EngineWords).Assembly);
}
