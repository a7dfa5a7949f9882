using System.Reflection;
using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

public class CriterionTests
{
    [Fact]
    public void Ids_are_kebab_case_and_every_row_is_told_in_full()
    {
        Assert.All(CriterionTable.All, c => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", c.Id));
        Assert.All(
            CriterionTable.All,
            c =>
                Assert.True(
                    c.Label.Length is > 3 and < 70 && c.Question.EndsWith('?') && c.DefaultWeight is > 0 and <= Wish.MostWeight,
                    c.Id
                )
        );
        Assert.All(
            CriterionTable.All,
            c => Assert.Equal(1, (c.Codes.Count > 0 ? 1 : 0) + (c.Capability is null ? 0 : 1) + (c.IsCapacity ? 1 : 0))
        );
        Assert.Equal(CriterionTable.All.Count, CriterionTable.Ids.Distinct().Count());
    }

    [Fact]
    public void Every_capability_of_the_profile_can_be_asked_for() =>
        Assert.Equal(
            Enum.GetValues<BenzodiazepineCapability>(),
            CriterionTable.All.Select(c => c.Capability).OfType<BenzodiazepineCapability>().Order()
        );

    [Fact]
    public void Every_code_of_the_official_reference_that_a_row_names_exists_in_it()
    {
        var reference = File.ReadLines(TestData.File("directory/service_codes_2022.csv"))
            .Skip(1)
            .Select(line => Regex.Match(line, """^[A-Z]+,("[^"]*"|[^,]*),([A-Z0-9]+),""").Groups[2].Value)
            .ToHashSet();
        Assert.Subset(reference, CriterionTable.All.SelectMany(c => c.Codes).ToHashSet());
    }

    [Theory]
    [InlineData("medicaid", "MD")]
    [InlineData("medicare", "MC")]
    [InlineData("self-pay", "SF")]
    [InlineData("sliding-scale", "SS")]
    [InlineData("payment-assistance", "PA")]
    [InlineData("military", "MI")]
    [InlineData("motivational-interviewing", "MOTI")]
    [InlineData("benzodiazepine-withdrawal", "BDTX")]
    [InlineData("BDTX", "BDTX")]
    [InlineData("private", "PI")]
    public void A_word_means_its_code(string word, string code) => Assert.Equal([code], CriterionTable.Get(word).Codes);

    [Fact]
    public void Nobody_can_pay_advertise_or_own_their_way_up()
    {
        var inputs = new[]
        {
            typeof(CallerNeeds),
            typeof(Place),
            typeof(Programme),
            typeof(Criterion),
            typeof(Wish),
            typeof(CapacityStatement),
            typeof(BenzodiazepineProfile),
        };
        var money = new Regex("Paid|Fee|Sponsor|Advert|Promot|Boost|Partner|Commission|Rank|Featured|Bid|Click", RegexOptions.IgnoreCase);
        Assert.DoesNotContain(
            inputs.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance)),
            p => money.IsMatch(p.Name)
        );
        Assert.All(CriterionTable.Of(CriterionGroup.Ownership), c => Assert.Equal(CriterionRole.Shown, c.Role));
        foreach (var shown in CriterionTable.Of(CriterionGroup.Ownership).Append(Criterion.OfCode("PVTP", "for profit")))
        foreach (
            var needs in new CallerNeeds[]
            {
                new() { Musts = [shown] },
                new() { Not = [shown] },
                new()
                {
                    AnyOf =
                    [
                        [shown],
                    ],
                },
                new() { Payers = [shown] },
                new() { Wishes = [new(shown)] },
            }
        )
            Assert.Throws<ArgumentException>(() => NeedLines.Of(needs));
    }

    [Fact]
    public void Numbers_out_of_range_are_the_caller_s_mistake()
    {
        var near = new CallerNeeds { Near = MadeUp.PalmSprings };
        CallerNeeds[] wrong =
        [
            near with
            {
                WithinMiles = 0,
            },
            near with
            {
                WithinMiles = double.NaN,
            },
            near with
            {
                TooFarMiles = -1,
            },
            near with
            {
                DistanceWeight = 11,
            },
            new() { WithinMiles = 25 },
            near with
            {
                Near = MadeUp.PalmSprings with { Latitude = 91 },
            },
            near with
            {
                Wishes = [new(CriterionTable.Get("cbt"), double.PositiveInfinity)],
            },
        ];
        Assert.All(wrong, needs => Assert.ThrowsAny<ArgumentException>(() => NeedLines.Of(needs)));
    }

    [Fact]
    public void Doing_both_a_list_and_an_emergency_is_impossible_for_each_sign() =>
        Assert.All(Enum.GetValues<DangerSign>(), sign => Assert.Matches("911|988", string.Join(' ', EmergencyGate.Check([sign])!.Text)));

    [Fact]
    public void Thoughts_of_suicide_alone_lead_to_988_and_anything_with_them_to_911()
    {
        Assert.Equal(EmergencyCall.Crisis988, EmergencyGate.Check([DangerSign.ThoughtsOfSuicide])!.Call);
        Assert.Equal(EmergencyCall.Emergency911, EmergencyGate.Check([DangerSign.ThoughtsOfSuicide, DangerSign.Overdose])!.Call);
    }

    [Fact]
    public void The_page_of_the_method_gives_every_weight_as_it_is()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/clinical/matching.md"));
        var written = Regex
            .Matches(page, @"^\| ([0-9]+) \| (`[^|]*) \|", RegexOptions.Multiline)
            .SelectMany(row =>
                Regex
                    .Matches(row.Groups[2].Value, "`([a-z0-9-]+)`")
                    .Select(id =>
                        (
                            Id: id.Groups[1].Value,
                            Weight: double.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
                        )
                    )
            )
            .ToDictionary(w => w.Id, w => w.Weight);
        Assert.Equal(MatchMethod.DistanceWeight, written["distance"]);
        Assert.Subset(CriterionTable.Ids.Append("distance").ToHashSet(), written.Keys.ToHashSet());
        Assert.All(
            CriterionTable.All.Where(c => c.Group is not (CriterionGroup.ExclusiveClients or CriterionGroup.Ownership)),
            c => Assert.Equal((c.Id, c.DefaultWeight), (c.Id, written.GetValueOrDefault(c.Id, 1)))
        );
        Assert.All(
            new[]
            {
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"not listed {MatchMethod.Unknown}"),
                $"e^(−miles/{MatchMethod.FadeMiles})",
                $"step of {MatchMethod.BandPoints} points",
                $"{string.Join(", ", MatchMethod.Rings)} miles",
                $"until {MatchMethod.EnoughToChoose} places",
                $"within {MatchMethod.NearMiles}, where none",
            },
            words => Assert.Contains(words, page, StringComparison.Ordinal)
        );
    }
}
