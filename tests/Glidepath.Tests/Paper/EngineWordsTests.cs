using System.Globalization;
using System.Text.RegularExpressions;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>What the engine says is an id with arguments; the words of each stand once, in the resources of the papers.</summary>
public partial class EngineWordsTests
{
    /// <summary>Where the engine and the domain say something of a person or a plan.</summary>
    private static readonly string[] Sayers =
    [
        "src/Glidepath.Pharmacology/Safety",
        "src/Glidepath.Pharmacology/Tapering",
        "src/Glidepath.Pharmacology/Products",
        "src/Glidepath.Pharmacology/Units",
        "src/Glidepath.Treatment/Patients/SettingRules.cs",
        "src/Glidepath.Treatment/Patients/SettingFindings.cs",
        "src/Glidepath.Treatment/Assessments/DueList.cs",
        "src/Glidepath.Treatment/Therapy/Booklet",
    ];

    /// <summary>Ids that are put together from a word or a number: those of the kinds of interaction, and pieces in letters.</summary>
    private static IEnumerable<string> Built =>
        Enum.GetNames<InteractionKind>()
            .Select(kind => $"interaction.{kind.ToLowerInvariant()}")
            .Concat(Enumerable.Range(1, 49).Select(count => $"number.{count}"));

    /// <summary>Said to the person whom a finding is about, by the id of its rule.</summary>
    private const string ToPerson = "person.";

    private static readonly IReadOnlyList<string> Code =
    [
        .. Sayers
            .Concat([
                "src/Glidepath.Web/Tapering/FindingWords.cs",
                "src/Glidepath.Web/Tapering/DraftReader.cs",
                "src/Glidepath.Web/Tapering/PlannerForm.Reading.cs",
                "src/Glidepath.Paper/Tapering/CareFirstWords.cs",
                "src/Glidepath.Paper/Tapering/Levels",
                "src/Glidepath.Paper/Shared/Charts",
                "src/Glidepath.Paper/Therapy/Booklet",
            ])
            .Select(p => Path.Combine(Repository.Root, p))
            .SelectMany(p => File.Exists(p) ? [p] : Directory.GetFiles(p, "*.cs", SearchOption.AllDirectories))
            .Select(f => Comment().Replace(File.ReadAllText(f), "")),
    ];

    [Fact]
    public void Every_sentence_that_is_said_has_words()
    {
        var said = Code.SelectMany(c => Said().Matches(c).Select(m => m.Groups["id"].Value)).Concat(Built).ToHashSet();
        Assert.True(said.Count > 150, $"{said.Count} found");
        Assert.Empty(said.Except(EngineWords.Ids.Select(Plural.Singled)));
    }

    [Fact]
    public void No_sentence_stands_there_unsaid()
    {
        var literals = Code.SelectMany(c => Literal().Matches(c).Select(m => m.Groups["text"].Value)).Concat(Built).ToHashSet();
        literals.UnionWith(
            EngineWords.Ids.SelectMany(id => Counts().Matches(EngineWords.Find(id)!)).Select(m => $"count.{m.Groups["word"].Value}")
        );
        Assert.DoesNotContain(EngineWords.Ids.Select(Plural.Singled), id => !literals.Contains(id) && !literals.Contains(Rule(id)));
        Assert.Distinct(EngineWords.Ids);
    }

    [Fact]
    public void A_count_and_the_language_choose_the_form_of_a_sentence()
    {
        Assert.Equal("every day", Sentence.Of("due.every", ("days", 1)).InWords());
        Assert.Equal("every 28 days", Sentence.Of("due.every", ("days", 28)).InWords());
        Assert.Equal("after 1 day", Sentence.Of("fall.after", ("held", 1)).InWords());
        string[] polish = [.. new[] { 1, 2, 5, 12, 22, 101 }.Select(n => Plural.Of(n, CultureInfo.GetCultureInfo("pl")))];
        Assert.Equal(["One", "Few", "Many", "Many", "Few", "Many"], polish);
        string[] arabic = [.. new[] { 0, 1, 2, 3, 11, 100 }.Select(n => Plural.Of(n, CultureInfo.GetCultureInfo("ar")))];
        Assert.Equal(["Zero", "One", "Two", "Few", "Many", "Other"], arabic);
        // A language that has not all the forms of its grammar written yet says the last.
        Assert.Equal("dni", Plural.Find("days", 2, id => id is "days.Other" ? "dni" : null));
    }

    [Fact]
    public void A_sentence_that_differs_by_a_count_has_a_form_for_every_other_count() =>
        Assert.Empty(
            EngineWords.Ids.Where(id => Plural.Singled(id) != id).Select(id => $"{Plural.Singled(id)}.Other").Except(EngineWords.Ids)
        );

    /// <summary>Of a sentence to the person the rule that it is said for.</summary>
    private static string Rule(string id) =>
        id.StartsWith(ToPerson, StringComparison.Ordinal) ? id[ToPerson.Length..].Replace(".title", "", StringComparison.Ordinal) : id;

    [Fact]
    public void A_sentence_is_given_what_it_names()
    {
        var broken = new List<string>();
        var checkedAll = 0;
        foreach (var said in Code.SelectMany(c => WithArguments().Matches(c)))
        {
            var given = Argument().Matches(said.Value).Select(m => m.Groups["name"].Value).ToHashSet();
            foreach (var id in said.Groups["id"].Captures.Select(c => c.Value))
            {
                checkedAll++;
                var named = EngineWords
                    .Ids.Where(i => Plural.Singled(i) == id)
                    .SelectMany(i => Hole().Matches(EngineWords.Find(i)!))
                    .Select(m => m.Groups["name"].Value)
                    .ToHashSet();
                if (!named.IsSubsetOf(given))
                    broken.Add($"{id} names {string.Join(", ", named.Except(given))}");
            }
        }
        Assert.Empty(broken);
        Assert.True(checkedAll > 60, $"{checkedAll} checked");
    }

    [Fact]
    public void The_engine_holds_ids_and_no_sentences()
    {
        string[] read = ["CertificateChecker", "IndicationWords", "OralSyringe", "ProductTable", "PseudoLanguage"];
        var sentences = Sayers
            .Select(p => Path.Combine(Repository.Root, p))
            .SelectMany(p => File.Exists(p) ? [p] : Directory.GetFiles(p, "*.cs", SearchOption.AllDirectories))
            .Where(f => !read.Any(r => Path.GetFileName(f).StartsWith(r, StringComparison.Ordinal)))
            .SelectMany(f =>
                Literal()
                    .Matches(Thrown().Replace(Comment().Replace(File.ReadAllText(f), ""), ""))
                    .Select(m => m.Groups["text"].Value)
                    .Where(t => t.Count(c => c == ' ') >= 3 && Words().Count(t) >= 4 && t.IndexOfAny(['{', '|']) < 0)
                    .Select(t => $"{Path.GetFileName(f)}: {t}")
            );
        string[] names =
        [
            "Joint Guideline 2025 (ASAM and nine societies)",
            "FDA labels, advice on stopping",
            // Who told of a product, as a source is named.
            "the pharmacy that makes it",
            "not checked by this program",
        ];
        Assert.DoesNotContain(sentences, s => !names.Contains(s.Split(": ", 2)[1]));
    }

    [Fact]
    public void Figures_read_the_same_in_every_culture()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = comma;
            Assert.Equal(
                "0.5 mg to 0.375 mg: 25 % of current, 12.5 % of original, after 1 day",
                Sentence
                    .Of(
                        "fall",
                        ("from", new Dose(0.5m)),
                        ("to", new Dose(0.375m)),
                        ("current", 25m),
                        ("original", 12.5m),
                        ("when", Sentence.Of("fall.after", ("held", 1)))
                    )
                    .InWords()
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void What_a_person_wrote_is_never_read_as_a_sentence() =>
        Assert.StartsWith(
            "{drug} {effect}: not in",
            Sentence.Of("interaction.unknown", ("medicine", "{drug} {effect}")).InWords(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_sentence_without_words_or_argument_is_a_mistake_that_names_itself()
    {
        Assert.Contains(
            "asam.nothing",
            Assert.Throws<InvalidOperationException>(() => Sentence.Of("asam.nothing").InWords()).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "medicine",
            Assert.Throws<InvalidOperationException>(() => Sentence.Of("interaction.unknown").InWords()).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Two_findings_that_say_the_same_are_equal()
    {
        var facts = new PatientFacts { SeizureHistory = Answer.Yes, Medicines = ["phenibut"] };
        Assert.Equal(CareFirst.Reasons(facts), CareFirst.Reasons(facts));
        Assert.NotEqual(CareFirst.Unasked(facts), CareFirst.Unasked(facts with { Age = 40 }));
    }

    [GeneratedRegex(@"^\s*//[^\n]*", RegexOptions.Multiline)]
    private static partial Regex Comment();

    [GeneratedRegex(
        "(?:Sentence\\.Of|Misread\\.Of|new Finding|Own|Person|Asam|Row|Adds|Lowers|Instead|Add)\\((?:facts\\.\\w+,|\\s)*\"(?<id>[a-z][\\w.-]*\\.[\\w.-]+)\""
    )]
    private static partial Regex Said();

    [GeneratedRegex("\"(?<text>[^\"\\\\\\n]*)\"")]
    private static partial Regex Literal();

    [GeneratedRegex(
        "Sentence\\.Of\\(\\s*(?:[^\"();]*\\?\\s*)?\"(?<id>[\\w.-]+)\"(?:\\s*:\\s*\"(?<id>[\\w.-]+)\")?(?<open>)(?:[^()]|\\((?<open>)|\\)(?<-open>))*?(?(open)(?!))"
    )]
    private static partial Regex WithArguments();

    [GeneratedRegex("\\(\\s*\"(?<name>\\w+)\",")]
    private static partial Regex Argument();

    [GeneratedRegex(@"\{(?<name>\w+)(?:[:|][^}]*)?\}")]
    private static partial Regex Hole();

    [GeneratedRegex(@"\{\w+\|(?<word>\w+)\}")]
    private static partial Regex Counts();

    [GeneratedRegex(@"throw new \w+\((?:[^()]|\([^()]*\))*\)")]
    private static partial Regex Thrown();

    [GeneratedRegex(@"[A-Za-z]{2,}")]
    private static partial Regex Words();
}
