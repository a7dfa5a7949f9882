using Glidepath.Treatment.Facilities;
using static Glidepath.Tests.Facilities.MadeUp;
using Pathway = Glidepath.Treatment.Patients.Pathway;

namespace Glidepath.Tests.Facilities;

public class MatchTests
{
    private static readonly CallerNeeds Caller = new()
    {
        Near = PalmSprings,
        Musts = [The("benzodiazepine-withdrawal")],
        Payers = [The("medicaid")],
    };

    [Fact]
    public void What_is_not_listed_stays_below_and_what_is_denied_is_out()
    {
        var result = Match(
            Caller,
            Place(1, "BDTX", 1),
            Place(2, "BDTX MD", 20),
            Place(3, "BDTX !MD"),
            Place(4, "CBT"),
            Place(5, "!BDTX MD")
        );
        Assert.Equal("2 1 4", result.Order());
        Assert.Equal((1, 2), (result.Count, result.AskCount));
        Assert.Equal(["medicaid"], result.Items[1].NotListed.Select(l => l.Id));
    }

    [Fact]
    public void The_score_is_the_weighted_sum_worked_by_hand()
    {
        // Weights 3 for withdrawal, 2 for Medicaid, 3 for 40 miles away (e^-1), 2 for CBT not listed (0.25), 1 for the 12 steps that are
        // not wanted and not listed (0.75).
        var needs = Caller with
        {
            Wishes = [new(The("cbt")), new(The("twelve-step"), Wanted: false)],
        };
        var item = Match(needs, Place(1, "BDTX MD", 40)).Items.Single();
        Assert.Equal(100 * (3 + 2 + 3 * Math.Exp(-1) + 2 * 0.25 + 0.75) / 11, item.Score, 0.1);
        Assert.Equal(40, item.Miles!.Value, 0.05);
    }

    [Theory]
    [InlineData("BDTX", "medicaid", "MC", false)]
    [InlineData("BDTX", "medicaid", "MD", true)]
    [InlineData("BDTX", "medicare", "MD", false)]
    [InlineData("BDTX", "self-pay", "SS", false)]
    [InlineData("BDTX", "sliding-scale", "SS", true)]
    [InlineData("BDTX", "military", "MOTI", false)]
    [InlineData("BDTX", "military", "MI", true)]
    [InlineData("BDTX", "free", "NP", true)]
    public void A_way_to_pay_reads_its_own_code_and_no_other(string codes, string payer, string listed, bool fits) =>
        Assert.Equal(fits ? 1 : 0, Match(Caller with { Payers = [The(payer)] }, Place(1, $"{codes} {listed}")).Count);

    [Fact]
    public void One_way_to_pay_of_several_is_enough() =>
        Assert.Equal(
            2,
            Match(
                Caller with
                {
                    Payers = [The("medicaid"), The("sliding-scale"), The("payment-assistance")],
                },
                Place(1, "BDTX SS"),
                Place(2, "BDTX PA"),
                Place(3, "BDTX PI")
            ).Count
        );

    [Fact]
    public void Rings_widen_until_there_is_a_choice()
    {
        var result = Match(Caller, Place(1, "BDTX MD", 5), Place(2, "BDTX MD", 60), Place(3, "BDTX MD", 90), Place(4, "BDTX MD", 190));
        Assert.Equal((100d, true, 3), (result.WithinMiles, result.Widened, result.Count));
    }

    [Fact]
    public void Miles_that_the_caller_named_are_never_widened()
    {
        var result = Match(Caller with { WithinMiles = 30 }, Place(1, "BDTX MD", 5), Place(2, "BDTX MD", 60), Place(3, "BDTX MD", 90));
        Assert.Equal((30d, false, 1), (result.WithinMiles, result.Widened, result.Count));
        Assert.Equal("1", result.Order());
        Assert.Equal(
            ("within", 2, 100d),
            result.Relaxations.Where(r => r.Drop == "within").Select(r => (r.Drop, r.Gain, r.WithinMiles!.Value)).Single()
        );
    }

    [Fact]
    public void With_fewer_than_three_each_rule_is_dropped_in_turn_and_its_gain_counted()
    {
        var result = Match(
            Caller with
            {
                WithinMiles = 50,
                Not = [The("twelve-step")],
            },
            Place(1, "BDTX MD"),
            Place(2, "BDTX PI"),
            Place(3, "BDTX !MD"),
            Place(4, "MD"),
            Place(5, "BDTX MD TWFA"),
            Place(6, "CBT")
        );
        Assert.Equal(
            "medicaid +2, benzodiazepine-withdrawal +1, not-twelve-step +1, within +0",
            string.Join(", ", result.Relaxations.Select(r => $"{r.Drop} +{r.Gain}"))
        );
        Assert.Empty(Match(Caller, Place(1, "BDTX MD"), Place(2, "BDTX MD"), Place(3, "BDTX MD")).Relaxations);
    }

    [Fact]
    public void Far_from_everything_the_rules_are_weighed_within_fifty_miles()
    {
        var result = Match(
            Caller,
            Place(1, "BDTX", 10),
            Place(2, "BDTX", 20),
            Place(3, "BDTX MD", 150),
            Place(4, "BDTX MD", 160),
            Place(5, "BDTX MD", 170)
        );
        Assert.Equal(
            (200d, "medicaid", 2, 50d),
            (result.WithinMiles, result.Relaxations[0].Drop, result.Relaxations[0].Gain, result.Relaxations[0].WithinMiles)
        );
    }

    [Fact]
    public void A_count_says_none_here_and_some_a_ring_wider()
    {
        var result = Match(
            Caller with
            {
                WithinMiles = 25,
            },
            Place(1, "BDTX MD", 5),
            Place(2, "BDTX MD BC", 30),
            Place(3, "BDTX MD BC", 45),
            Place(4, "BDTX BC", 10),
            Place(5, "BDTX MD BC", 70)
        );
        Assert.Equal(((0, 2), 50d), (result.Facets.Of("BC"), result.Facets.WiderMiles));
        Assert.Equal((0, 2), result.Facets.Of(The("children-beds")));
    }

    [Fact]
    public void A_place_that_serves_only_alcohol_clients_is_out_and_its_open_neighbour_is_read_alone()
    {
        var mixed = Place(1, "BDTX MD OUDO") with { Programmes = [Programme("BDTX MD OUDO"), Programme("BDTX")] };
        var result = Match(Caller, mixed, Place(2, "BDTX MD AUDO"), Place(3, "BDTX MD DUO"));
        Assert.Equal(("1", 0, 1), (result.Order(), result.Count, result.AskCount));
        Assert.Equal(
            3,
            Match(Caller with { ForBenzodiazepine = false, Payers = [] }, mixed, Place(2, "BDTX MD AUDO"), Place(3, "BDTX MD DUO")).Count
        );
    }

    [Fact]
    public void A_mental_health_programme_beside_an_opioid_only_one_is_no_way_in() =>
        Assert.Empty(
            Match(new(), Place(1, "OUDO") with { Programmes = [Programme("BDTX OUDO"), Programme("MH", ProgrammeKind.MentalHealth)] }).Items
        );

    [Fact]
    public void The_prescribed_pathway_leaves_out_who_refuses_and_keeps_who_was_not_asked()
    {
        Place Says(byte id, Listing answer, bool verified) =>
            Place(id, "BDTX MD") with
            {
                Profile = Attests(BenzodiazepineCapability.PrescribedDependence, answer, null, verified),
            };
        var result = Match(
            Caller with
            {
                Pathway = Pathway.Prescribed,
            },
            Place(1, "BDTX MD"),
            Says(2, Listing.Listed, true),
            Says(3, Listing.ListedAsNot, true),
            Says(4, Listing.Listed, false)
        );
        Assert.Equal((3, "2"), (result.Count, result.Order()[..1]));
        Assert.DoesNotContain("3", result.Order());
        Assert.Equal(result.Items[1].Score, result.Items[2].Score);
    }

    [Theory]
    [InlineData("5", Listing.Listed)]
    [InlineData("10 %", Listing.Listed)]
    [InlineData("25", Listing.ListedAsNot)]
    [InlineData("slowly", Listing.NotListed)]
    public void A_taper_is_slow_at_ten_percent_in_four_weeks_or_less(string value, Listing reads) =>
        Assert.Equal(
            reads,
            PlaceReading
                .Of(
                    Place(1, "") with
                    {
                        Profile = Attests(BenzodiazepineCapability.SlowestTaper, Listing.Listed, value),
                    },
                    The("slow-taper"),
                    RandomPlaces.Now
                )
                .Listing
        );

    [Fact]
    public void A_clinician_s_setting_holds_for_every_higher_rung()
    {
        var result = Match(
            new() { MinimumSetting = Setting.Residential },
            Place(1, "OD"),
            Place(2, "RES"),
            Place(3, "HID"),
            Place(4, "RD")
        );
        Assert.Equal((3, 1), (result.Count, result.AskCount));
        Assert.Equal("1", result.Order()[^1..]);
    }

    [Fact]
    public void A_word_about_a_free_bed_fades_in_three_days()
    {
        Place Said(byte id, int hours, int free) => Place(id, "") with { Capacity = new(free, "Desk", RandomPlaces.Now.AddHours(-hours)) };
        var items = Match(new() { Wishes = [new(The("free-place"))] }, Said(1, 1, 2), Said(2, 80, 2), Said(3, 1, 0)).Items;
        Assert.Equal([100, 25, 0], items.Select(i => i.Score));
    }

    [Fact]
    public void The_one_answer_that_would_lift_a_place_is_named_with_where_it_would_stand()
    {
        var result = Match(Caller with { Wishes = [new(The("cbt"), 1)] }, Place(1, "BDTX CBT", 2), Place(2, "BDTX MD", 10));
        Assert.Equal(("2", "cbt", 1), (result.Items[0].Place.Name[6..], result.Items[0].MoveUp!.Line.Id, result.Items[0].MoveUp!.Position));
        Assert.Equal(
            ("medicaid", Listing.NotListed, 1),
            (result.Items[1].MoveUp!.Line.Id, result.Items[1].MoveUp!.Now, result.Items[1].MoveUp!.Position)
        );
    }

    [Fact]
    public void Equals_are_drawn_by_the_seed_and_the_seed_is_told()
    {
        var places = Enumerable.Range(1, 40).Select(i => Place((byte)i, "BDTX MD")).ToArray();
        var snapshot = DirectorySnapshot.Build(places);
        var firsts = Enumerable.Range(0, 200).Select(seed => MatchEngine.Match(snapshot, Caller, seed, RandomPlaces.Now)).ToList();
        Assert.All(firsts.Index(), f => Assert.Equal(f.Index, f.Item.Seed));
        Assert.True(firsts.Select(f => f.Items[0].Place.Id).Distinct().Count() > 25);
        Assert.Equal(firsts[3].Order(), MatchEngine.Match(snapshot, Caller, 3, RandomPlaces.Now).Order());
    }

    [Fact]
    public void Within_a_band_the_nearer_comes_first_then_the_newer()
    {
        var newer = Place(3, "BDTX MD", 12) with
        {
            Programmes = [Programme("BDTX MD") with { Origin = Listed2022 with { AsOf = new(2025, 1, 1) } }],
        };
        Assert.Equal("2 3 1", Match(Caller with { DistanceWeight = 0.1 }, Place(1, "BDTX MD", 12), Place(2, "BDTX MD", 8), newer).Order());
    }

    [Fact]
    public void A_first_place_that_hangs_on_one_weight_is_said_to()
    {
        var needs = Caller with { DistanceWeight = 3, Wishes = [new(The("cbt"), 1), new(The("family"), 1)] };
        Assert.Equal(
            "first in 6 of 6 variations",
            Match(needs, Place(1, "BDTX MD CBT FCO", 1), Place(2, "BDTX MD", 20)).Stability!.ToString()
        );
        Assert.InRange(Match(needs, Place(1, "BDTX MD CBT", 15), Place(2, "BDTX MD", 5)).Stability!.Held, 1, 5);
    }

    [Fact]
    public void A_place_that_nobody_can_find_on_the_map_is_counted_apart() =>
        Assert.Equal(
            (1, 1),
            Match(Caller, Place(1, "BDTX MD"), Place(2, "BDTX MD") with { Coordinates = null }) is var r
                ? (r.Count, r.WithoutPosition)
                : default
        );

    [Fact]
    public void Without_a_place_to_count_from_the_whole_directory_is_searched() =>
        Assert.Equal(
            (2, (double?)null, false),
            Match(new() { Musts = [The("benzodiazepine-withdrawal")] }, Place(1, "BDTX"), Place(2, "BDTX") with { Coordinates = null })
                is var r
                ? (r.Count, r.WithinMiles, r.Widened)
                : default
        );
}
