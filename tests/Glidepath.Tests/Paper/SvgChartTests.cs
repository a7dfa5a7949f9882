using System.Xml.Linq;
using Glidepath.Paper.Tapering;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>
/// A chart inside a page: it can be read without eyes, asks nothing of the network, and a strict content policy lets it through.
/// </summary>
public class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Kinds => Charted.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_has_a_name_a_sentence_and_its_table(string kind) =>
        Assert.All(
            Charted.Widths,
            width =>
            {
                var data = Charted.All[kind];
                var svg = Charted.Parsed(data, width);
                var (title, sentence) = (svg.Element(Svg + "title")!, svg.Element(Svg + "desc")!);
                Assert.Equal("img", svg.Attribute("role")!.Value);
                Assert.Equal($"{title.Attribute("id")!.Value} {sentence.Attribute("id")!.Value}", svg.Attribute("aria-labelledby")!.Value);
                Assert.EndsWith(".", sentence.Value, StringComparison.Ordinal);
                Assert.Equal($"0 0 {width} {new LevelChart(data).HeightFor(width)}", svg.Attribute("viewBox")!.Value);
                var rows = svg.Element(Svg + "metadata")!.Value.Trim('\n').Split('\n');
                Assert.Equal(LevelTable.Of(data).Rows.Count + 1, rows.Length);
                Assert.All(rows, row => Assert.Equal(rows[0].Split('\t').Length, row.Split('\t').Length));
            }
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_holds_no_script_style_address_or_number_that_is_none(string kind) =>
        Assert.All(
            Charted.Widths,
            width =>
            {
                var text = Charted.Svg(Charted.All[kind], width);
                Assert.All(
                    (string[])["<script", "style", "href", "url(", "NaN", "Infinity", "∞", "@"],
                    banned => Assert.DoesNotContain(banned, text, StringComparison.OrdinalIgnoreCase)
                );
                Assert.DoesNotContain(
                    "http",
                    text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                );
                Assert.All(
                    Charted.Parsed(Charted.All[kind], width).DescendantsAndSelf().Attributes(),
                    a => Assert.False(a.Name.LocalName.StartsWith("on", StringComparison.Ordinal))
                );
            }
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void No_text_in_it_is_under_12(string kind) =>
        Assert.All(
            Charted.Widths,
            width =>
                Assert.All(
                    Charted.Parsed(Charted.All[kind], width).Descendants(Svg + "text"),
                    t => Assert.True((double)t.Attribute("font-size")! >= 12, t.Value)
                )
        );

    [Fact]
    public void A_word_is_as_long_in_any_face() =>
        Assert.All(
            Charted.Parsed(Charted.HalfAYear, 370).Descendants(Svg + "text"),
            t => Assert.InRange((double)t.Attribute("textLength")! / t.Value.Length / (double)t.Attribute("font-size")!, 0.25, 0.8)
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_same_data_gives_the_same_text_and_not_much_of_it(string kind) =>
        Assert.All(
            Charted.Widths,
            width =>
            {
                var text = Charted.Svg(Charted.All[kind], width);
                Assert.Equal(text, Charted.Svg(Charted.All[kind] with { }, width));
                Assert.InRange(text.Length, 1_000, 200_000);
            }
        );

    [Fact]
    public void Drawn_by_many_at_once_it_is_the_same()
    {
        var alone = Charted.Svg(Charted.HalfAYear, 760);
        Parallel.For(0, 24, _ => Assert.Equal(alone, Charted.Svg(Charted.HalfAYear, 760)));
    }

    [Fact]
    public void Two_charts_on_a_page_have_two_names() =>
        Assert.Equal(
            2,
            Charted.Widths.Select(w => Charted.Parsed(Charted.OneDose, w).Element(Svg + "title")!.Attribute("id")!.Value).Distinct().Count()
        );

    [Fact]
    public void It_draws_dashed_edges_steps_dots_and_flags()
    {
        var svg = Charted.Parsed(Charted.All["half a year with dates and measured levels"], 760);
        Assert.Equal(2, svg.Elements().Count(e => e.Attribute("stroke-dasharray") is not null));
        Assert.Single(svg.Elements(), e => (string?)e.Attribute("stroke-width") == "3.5");
        Assert.Equal(
            Charted.HalfAYear.Steps.Count(s => s.Flagged),
            svg.Elements()
                .Count(e =>
                    string.Equals((string?)e.Attribute("fill"), "#7a5200", StringComparison.OrdinalIgnoreCase) && e.Name == Svg + "path"
                )
        );
        Assert.Equal(
            2,
            svg.Elements()
                .Count(e =>
                    string.Equals((string?)e.Attribute("fill"), "#a8481c", StringComparison.OrdinalIgnoreCase) && e.Name != Svg + "text"
                )
        );
        Assert.All(
            (string[])
                [
                    "Dose you take",
                    "Level in the body, a range",
                    "typical",
                    "measured",
                    "more than 25% of the dose at that time",
                    "mg a day",
                    "Clonazepam, ng/mL",
                ],
            words => Assert.Contains(svg.Elements(Svg + "text"), t => t.Value == words)
        );
        Assert.Contains(svg.Elements(Svg + "text"), t => t.Value.StartsWith("Model, not a measurement.", StringComparison.Ordinal));
    }

    [Fact]
    public void Data_table_of_a_taper_with_levels() => Approved.Match(Read("half a year with dates and measured levels"));

    [Fact]
    public void Data_table_of_one_dose() => Approved.Match(Read("one dose"));

    [Fact]
    public void Data_table_of_two_substances() => Approved.Match(Read("two substances"));

    private static string Read(string kind)
    {
        var svg = Charted.Parsed(Charted.All[kind], 760);
        return $"{svg.Element(Svg + "title")!.Value}\n{svg.Element(Svg + "desc")!.Value}\n{svg.Element(Svg + "metadata")!.Value}";
    }
}
