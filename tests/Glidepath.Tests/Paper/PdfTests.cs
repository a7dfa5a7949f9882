using System.Text.RegularExpressions;
using Glidepath.Cli.Shared;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Cli;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

public partial class PdfTests
{
    [Fact]
    public void The_same_plan_gives_the_same_bytes()
    {
        Assert.Equal(Printed.Calendar(Printed.Plan("quarters")).ToPdf(), Printed.Calendar(Printed.Plan("quarters")).ToPdf());
        Assert.Equal(Printed.Order(Printed.Plan("quarters")).ToPdf(), Printed.Order(Printed.Plan("quarters")).ToPdf());
    }

    [Fact]
    public void The_date_of_making_is_the_start_of_the_plan_and_the_title_names_no_drug()
    {
        var pdf = Text(Printed.Calendar(Printed.Plan("capsules")).ToPdf());
        Assert.Contains("/Title(Plan to discuss)", pdf, StringComparison.Ordinal);
        Assert.Contains("D:20261201000000", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("temazepam", pdf, StringComparison.OrdinalIgnoreCase);
        // Not the day on which it was printed, which may be the same by chance.
        Assert.All(Dates().Matches(pdf), date => Assert.Equal("D:20261201000000", date.Value));
    }

    [Fact]
    public void Each_page_is_read_from_its_head_to_its_foot()
    {
        var page = Printed.Calendar(Printed.Plan("eight weeks")).Pages[^1];
        var texts = page.Texts.ToList();
        Assert.True(texts[0].Y < 100, texts[0].Text);
        Assert.StartsWith("Page", texts[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_can_be_selected_and_nothing_is_a_picture()
    {
        var pdf = Text(Printed.Calendar(Printed.Plan("capsules")).ToPdf());
        var fonts = Type0Font().Count(pdf);
        Assert.Equal(3, fonts);
        Assert.Equal(fonts, ToUnicode().Count(pdf));
        Assert.DoesNotContain("/Subtype/Image", pdf, StringComparison.Ordinal);
        Assert.DoesNotContain("/Type3", pdf, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("four times a day with a liquid")]
    [InlineData("eight weeks")]
    public void It_is_black_and_white(string kind)
    {
        var colours = Printed
            .Both(Printed.Plan(kind))
            .SelectMany(d => PdfStructure.Streams(d.ToPdf()))
            .SelectMany(s => Colour().Matches(s))
            .Select(m => m.Groups[1].Value)
            .Distinct();
        Assert.Equal(["0 0 0"], colours);
    }

    [Fact]
    public void Text_that_is_too_small_or_runs_off_the_page_is_never_set()
    {
        var page = new Page(PageSize.LetterPortrait);
        Assert.Throws<InvalidOperationException>(() => page.Text("0.5 mg", 100, 100, 11.5f));
        Assert.Throws<InvalidOperationException>(() => page.Text("0.5 mg", 580, 100, 14));
        Assert.Throws<InvalidOperationException>(() => page.Text("0.5 mg", 100, 780, 14));
        Assert.Empty(page.Marks);
    }

    [Fact]
    public void A_part_of_a_tablet_without_its_line_is_never_drawn()
    {
        var tablet = A.Stock(BenzodiazepineTable.Clonazepam, "tablet 0.5 scored").Single();
        Block Drawn(Scoring scoring, decimal count) =>
            DoseDrawing.Of(new MakeableDose(new Dose(0.5m * count), [new MakeupItem(tablet with { Scoring = scoring }, count)], 1, 1), 300);

        Assert.Throws<ArgumentException>(() => Drawn(Scoring.Unscored, 0.5m));
        Assert.Throws<ArgumentException>(() => Drawn(Scoring.Halves, 0.25m));
        Assert.True(Drawn(Scoring.Halves, 1.5m).Height > 0);
        Assert.True(Drawn(Scoring.Quarters, 0.75m).Height > 0);
    }

    [Fact]
    public void A_block_is_never_cut_in_two_and_a_header_comes_again()
    {
        var flow = new Flow(PageSize.LetterPortrait, 36, 36, 700);
        flow.Table(
            Block.Text("Heading", 500),
            Block.Text("Header", 500),
            Enumerable.Range(0, 9).Select(i => Block.Text($"row {i}", 500).Padded(90, 90))
        );

        Assert.Equal(3, flow.Pages.Count);
        Assert.Equal("Heading Header row 0 row 1 row 2", flow.Pages[0].Words());
        Assert.Equal("Header row 3 row 4 row 5", flow.Pages[1].Words());
        Assert.Throws<InvalidOperationException>(() => flow.Add(Block.Space(700)));
    }

    [Fact]
    public void The_command_line_writes_both()
    {
        using var folder = new Folder();
        CommandLine.Run($"plan temazepam --regimen \"7.5 mg bedtime\" --pdf {folder["a.pdf"]} --pharmacy {folder["b.pdf"]}").Done();
        Assert.All(folder.Files, f => Assert.Equal("%PDF-"u8.ToArray(), File.ReadAllBytes(folder[f])[..5]));
        Assert.Equal(["a.pdf", "b.pdf"], folder.Files);
    }

    [Fact]
    public void A_missing_library_is_said_in_one_line_and_leaves_nothing_behind()
    {
        using var folder = new Folder();
        var missing = Assert.Throws<InputException>(() =>
            OutputFiles.Write(
                OutputFile.OfText("--csv", folder["a.csv"], () => "whole"),
                OutputFile.OfDrawing(
                    "--pdf",
                    folder["a.pdf"],
                    () => throw new TypeInitializationException("SkiaSharp", new DllNotFoundException("libSkiaSharp"))
                )
            )
        );
        Assert.StartsWith("--pdf: cannot draw", missing.Message, StringComparison.Ordinal);
        Assert.Empty(folder.Files);
    }

    private static string Text(byte[] pdf) => PdfStructure.Text(pdf);

    [GeneratedRegex(@"([\d.]+ [\d.]+ [\d.]+) (?:rg|RG)\b")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\bD:\d{14}")]
    private static partial Regex Dates();

    [GeneratedRegex(@"/Subtype/Type0")]
    private static partial Regex Type0Font();

    [GeneratedRegex(@"/ToUnicode")]
    private static partial Regex ToUnicode();
}
