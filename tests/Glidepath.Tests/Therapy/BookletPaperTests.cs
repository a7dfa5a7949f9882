using System.Text.RegularExpressions;
using CsCheck;
using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Therapy.Booklet;
using Glidepath.Tests.Paper;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Tests.Therapy;

/// <summary>The booklet on paper: eight pages for every reader, large enough to read.</summary>
public sealed partial class BookletPaperTests
{
    [Fact]
    public void A_booklet_for_sleep_at_71() => Approved.Match(BookletMade.Lay(BookletMade.Older).Lines());

    [Fact]
    public void Any_reader_gets_eight_pages_that_fit_in_print_that_is_large_enough() => BookletMade.Any.Sample(Fits, iter: Gate.Cases(80));

    /// <summary>The longest of each: names, years, all effects, and a dose for which there is no example.</summary>
    [Theory]
    [InlineData(66, "chlordiazepoxide", 300, 65.25, BookletReason.Muscle)]
    [InlineData(110, "chlordiazepoxide", 299.999, 109.75, BookletReason.Other)]
    [InlineData(66, "diazepam", 40, 60.5, BookletReason.Worry)]
    [InlineData(66, "lorazepam", 9.999, 60.5, BookletReason.Sleep)]
    [InlineData(18, "estazolam", 0.001, 0.1, BookletReason.Panic)]
    public void The_longest_booklets_fit(int age, string drug, decimal mg, decimal years, BookletReason reason) =>
        Fits(new(age, BookletReader.Drugs.Single(d => d.Name == drug), mg, years, reason));

    [Fact]
    public void Each_page_says_that_it_is_no_plan_and_the_first_not_to_stop_and_whom_to_call()
    {
        var booklet = BookletMade.Lay(BookletMade.Older);
        Assert.All(
            booklet.Pages,
            page => Assert.Contains("This is not a plan. Only your doctor can change your dose.", page.Words(), StringComparison.Ordinal)
        );
        Assert.All(["Do not stop suddenly.", "911", "988", "1-800-662-4357"], w => Assert.Contains(w, booklet.Pages[0].Words()));
        Assert.Contains(SafetyText.Default.Draft, booklet.Pages[5].Words());
        Assert.Contains("Do not stop suddenly.", booklet.Pages[6].Words());
    }

    [Fact]
    public void Its_numbers_to_call_come_from_the_one_place()
    {
        var safety = SafetyText.Default with { Emergency = "112", CrisisLine = "116 123", Helpline = "0800 1111", PoisonHelp = "0344 892" };
        var words = BookletPaper.Lay(BookletMade.Older, null, safety, A.Day).Words();
        Assert.All(["112", "116 123", "0800 1111", "0344 892"], w => Assert.Contains(w, words, StringComparison.Ordinal));
        Assert.All(["911", "988", "1-800"], w => Assert.DoesNotContain(w, words, StringComparison.Ordinal));
    }

    [Fact]
    public void Its_title_names_no_medicine_and_nothing_on_it_asks_for_a_name()
    {
        var booklet = BookletMade.Lay(BookletMade.Older);
        Assert.Equal("My booklet", booklet.Title);
        Assert.DoesNotContain("Name:", booklet.Words(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_dose_without_an_example_is_said_kindly_and_what_comes_first_all_the_same()
    {
        var none = BookletPaper.Lay(BookletMade.Older, null, SafetyText.Default, A.Day).Pages[5].Words();
        Assert.Contains("We can't draw an example for this dose.", none);
        Assert.Contains("A doctor asks about these first: seizures", none);
        Assert.DoesNotContain("This is an example.", none);
        var drawn = BookletMade.Lay(BookletMade.Older).Pages[5];
        Assert.Contains("A doctor asks about these first: seizures", drawn.Words());
        Assert.DoesNotContain("We can't draw", drawn.Words());
        Assert.True(drawn.Marks.OfType<LineMark>().Count(l => l.Weight == 3) > 10);
    }

    [Fact]
    public void There_is_a_box_for_each_mark_of_each_belief()
    {
        var boxes = BookletMade.Lay(BookletMade.Older).Pages[1].Marks.OfType<BoxMark>().Count(b => b.Width == b.Height);
        Assert.Equal(3 * 7, boxes);
    }

    private static void Fits(BookletReader reader)
    {
        var booklet = BookletMade.Lay(reader);
        Assert.Equal(BookletPaper.PageCount, booklet.Pages.Count);
        foreach (var (number, page) in booklet.Pages.Index())
        {
            Assert.Contains($"Page {number + 1} of 8", page.Words(), StringComparison.Ordinal);
            var texts = page.Texts.ToList();
            Assert.DoesNotContain(texts, t => t.Size < 12 || t.X < 18 || t.Top < 18 || t.Right > 594 || t.Bottom > 774);
            // The body: more letters in 14 pt and above than in what is small print.
            Assert.True(texts.Where(t => t.Size >= 14).Sum(t => t.Text.Length) > texts.Where(t => t.Size < 14).Sum(t => t.Text.Length));
            Assert.DoesNotContain(texts, t => t.Face is Face.Heading && t.Text.Any(char.IsDigit));
            Assert.DoesNotContain(texts, t => t.Text.Contains("? ?", StringComparison.Ordinal) || Unshown().IsMatch(t.Text));
            for (var i = 0; i < texts.Count; i++)
            for (var j = i + 1; j < texts.Count; j++)
                if (Overlap(texts[i], texts[j]))
                    Assert.Fail($"{reader}: {texts[i]} lies over {texts[j]}");
        }
        // Doses on the picture, from left to right.
        var doses = booklet
            .Pages[5]
            .Texts.Where(t => t.Size == 12 && t.Face is Face.Strong)
            .Select(t => OnPicture().Match(t.Text))
            .Where(m => m.Success)
            .Select(m => decimal.Parse(m.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))
            .ToList();
        Assert.Equal(doses.OrderDescending(), doses);
    }

    private static bool Overlap(TextMark a, TextMark b) =>
        Math.Min(a.Right, b.Right) - Math.Max(a.X, b.X) > 1 && Math.Min(a.Bottom, b.Bottom) - Math.Max(a.Top, b.Top) > 1;

    [GeneratedRegex(@"^([\d.]+) mg")]
    private static partial Regex OnPicture();

    [GeneratedRegex(@"(^|[\w,.])\?\w")]
    private static partial Regex Unshown();
}
