using Glidepath.Treatment.Facilities;
using static Glidepath.Tests.Facilities.MadeUp;

namespace Glidepath.Tests.Facilities;

public class CompareTests
{
    private static readonly CallerNeeds Caller = new()
    {
        Near = PalmSprings,
        Musts = [The("benzodiazepine-withdrawal")],
        Wishes = [new(The("family"), 1), new(The("cbt"), 5)],
    };

    [Fact]
    public void Rows_stand_in_the_caller_s_order_and_a_blank_says_ask()
    {
        var comparison = Comparison.Of([Place(1, "BDTX CBT"), Place(2, "BDTX !CBT PVTP", 10)], Caller, RandomPlaces.Now);
        Assert.Equal(["What you must have", "What you would like", "Reach them"], comparison.Groups.Take(3).Select(g => g.Title));
        Assert.Equal(["cbt", "family"], comparison.Groups[1].Rows.Select(r => r.Id));
        Assert.Equal(["Yes", "No"], comparison.Groups[1].Rows[0].Cells.Select(c => c.Text));
        Assert.Equal([ComparisonCell.Ask, ComparisonCell.Ask], comparison.Groups[1].Rows[1].Cells.Select(c => c.Text));
        Assert.Equal(
            (Listed2022.Source, Listed2022.AsOf),
            (comparison.Groups[0].Rows[0].Cells[0].Source, comparison.Groups[0].Rows[0].Cells[0].AsOf!.Value)
        );
        Assert.StartsWith("Who owns it", comparison.Groups[^1].Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_differences_leaves_out_what_is_the_same()
    {
        var different = Comparison.Of([Place(1, "BDTX CBT"), Place(2, "BDTX", 10)], Caller, RandomPlaces.Now).DifferencesOnly();
        Assert.Equal(["cbt", "distance"], different.Groups.SelectMany(g => g.Rows).Select(r => r.Id));
    }

    [Fact]
    public void What_was_attested_shows_its_number_and_whether_anybody_looked()
    {
        Place With(byte id, bool verified) =>
            Place(id, "BDTX") with
            {
                Profile = Attests(BenzodiazepineCapability.SlowestTaper, Listing.Listed, "5", verified),
            };
        var row = Comparison
            .Of([With(1, true), With(2, false)], Caller, RandomPlaces.Now)
            .Groups.Single(g => g.Title == "How they taper")
            .Rows.Single(r => r.Id == "slow-taper");
        Assert.Equal(["Yes: 5 % of the dose in 4 weeks", "They answered; not checked yet"], row.Cells.Select(c => c.Text));
        Assert.Equal(["Nurse Made Up", "Nurse Made Up"], row.Cells.Select(c => c.Source));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void Fewer_than_two_or_more_than_five_are_not_compared(int places) =>
        Assert.Throws<ArgumentException>(() =>
            Comparison.Of([.. Enumerable.Range(1, places).Select(i => Place((byte)i, ""))], Caller, RandomPlaces.Now)
        );

    [Fact]
    public void A_call_sheet_asks_what_is_not_known_and_not_what_is()
    {
        var sheet = CallSheet.Of(
            Place(1, "BDTX MD") with
            {
                Profile = Attests(BenzodiazepineCapability.SlowestTaper, Listing.Listed, "5"),
            },
            Caller with
            {
                Payers = [The("medicaid")],
            },
            RandomPlaces.Now
        );
        var asked = sheet.Questions.Select(q => q.Id).ToList();
        Assert.Equal(["cbt", "family", "medicaid", "prescribed-dependence"], asked.Take(4));
        Assert.DoesNotContain("benzodiazepine-withdrawal", asked);
        Assert.DoesNotContain("slow-taper", asked);
        Assert.Equal("cost", asked[^1]);
        Assert.Equal(["760-555-0100"], sheet.Phones);
    }

    [Theory]
    [InlineData("Do you give out naloxone?", true)]
    [InlineData("Do you treat anxiety or depression at the same time, in one plan?", true)]
    [InlineData("Do you help people come off benzodiazepines, and how slowly?", false)]
    [InlineData("Do counselors and doctors speak Arabic, or is there an interpreter?", false)]
    [InlineData("Can you change me to a longer-acting pill? Must I change?", false)]
    [InlineData("Who gives CBT, and how often?", false)]
    public void A_question_that_a_yes_or_a_no_answers_has_boxes_for_them(string question, bool boxes) =>
        Assert.Equal(boxes, new CallQuestion("", question, "").IsYesOrNo);

    [Fact]
    public void The_warnings_name_a_bed_before_questions_money_first_and_a_paid_trip()
    {
        var text = string.Join(' ', CallSheet.Warnings.Select(w => w.Text));
        Assert.All(
            new[] { "before they have asked about your health", "money before you come", "free trip" },
            part => Assert.Contains(part, text, StringComparison.Ordinal)
        );
    }
}
