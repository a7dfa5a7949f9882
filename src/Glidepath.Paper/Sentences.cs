using System.Globalization;
using System.Resources;
using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper;

/// <summary>
/// The words of what the engine says, in the culture of the one who reads. Numbers, doses and dates are written the same in every culture:
/// a decimal comma in a dose is a tenfold error.
/// </summary>
/// <remarks>
/// In a sentence <c>{dose}</c> is the argument of that name, <c>{cut:percent}</c> a percentage, <c>{cut:percent1}</c> one with a decimal,
/// and <c>{count|day|days}</c> a count with its word.
/// </remarks>
public static partial class Sentences
{
    private static readonly ResourceManager[] Areas = [Of("Safety"), Of("Tapering"), Of("Setting"), Of("Person")];

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
        public string InWords() => Fill(Template(sentence.Id), sentence.Arguments);
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

    /// <exception cref="InvalidOperationException">The sentence has no such argument, or an argument no such form.</exception>
    internal static string Fill(string template, IReadOnlyList<(string Name, object? Value)> arguments) =>
        Hole()
            .Replace(
                template,
                hole =>
                {
                    var (name, form) = (hole.Groups["name"].Value, hole.Groups["form"].Value);
                    foreach (var argument in arguments)
                        if (argument.Name == name)
                            return Write(argument.Value, form);
                    throw new InvalidOperationException($"The sentence \"{template}\" is given no {name}.");
                }
            );

    private static string Write(object? value, string form) =>
        (value, form) switch
        {
            (null, _) => "",
            (Sentence inner, "") => inner.InWords(),
            (SentenceList list, "") => string.Join(Template(list.Between), list.Items.Select(item => Write(item, ""))),
            (decimal share, ":percent") => SafeNumber.Percent(share),
            (decimal share, ":percent1") => SafeNumber.Write(Math.Round(share, 1, MidpointRounding.AwayFromZero)) + " %",
            (int count, ['|', ..]) => string.Create(CultureInfo.InvariantCulture, $"{count} {form.Split('|')[count == 1 ? 1 : 2]}"),
            (decimal number, "") => SafeNumber.Write(number),
            (DateOnly day, "") => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            (IFormattable number, "") => number.ToString(null, CultureInfo.InvariantCulture),
            (_, "") => value.ToString()!,
            _ => throw new InvalidOperationException($"{value.GetType().Name} is not written as \"{form}\"."),
        };

    /// <summary>A sentence without arguments, such as the one that says a rule's finding to the person whom it is about.</summary>
    /// <returns>Null where none stands under the id.</returns>
    public static string? Find(string id) =>
        Areas.Select(area => area.GetString(id, CultureInfo.CurrentUICulture)).FirstOrDefault(words => words is not null);

    /// <exception cref="InvalidOperationException">No sentence stands under the id.</exception>
    internal static string Template(string id) => Find(id) ?? throw new InvalidOperationException($"No sentence stands under {id}.");

    private static ResourceManager Of(string area) => new($"Glidepath.Paper.Shared.Sentences.{area}", typeof(Sentences).Assembly);

    [GeneratedRegex(@"\{(?<name>\w+)(?<form>[:|][^}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Hole();
}
