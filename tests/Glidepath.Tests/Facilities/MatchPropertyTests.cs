using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Facilities;
using static Glidepath.Tests.Facilities.RandomPlaces;

namespace Glidepath.Tests.Facilities;

/// <summary>What must hold of any directory and any caller. Each was made to fail once.</summary>
public class MatchPropertyTests
{
    private static readonly Gen<(Place[] Places, CallerNeeds Needs)> Any = Gen.Select(Many, RandomPlaces.Needs);

    private static MatchResult Match(Place[] places, CallerNeeds needs, int seed = 7) =>
        MatchEngine.Match(DirectorySnapshot.Build(places), needs, seed, Now, 1_000);

    [Fact]
    public void The_engine_agrees_with_the_method_written_plainly() =>
        Any.Sample(
            (places, needs) =>
            {
                var result = Match(places, needs);
                var plain = SlowMatch.All(places, needs, result.WithinMiles).ToDictionary(r => r.Place.Id);
                Assert.Equal((plain.Values.Count(r => r.Open == 0), plain.Values.Count(r => r.Open > 0)), (result.Count, result.AskCount));
                Assert.All(
                    result.Items,
                    item =>
                    {
                        var row = plain[item.Place.Id];
                        Assert.Equal(row.Value * 100, item.Score, 0.06);
                        Assert.Equal(row.Open == 0, item.Standing is Standing.Fits);
                        Assert.Equal(row.Miles ?? 0, item.Miles ?? 0, 0.001);
                        Assert.All(item.Fits, l => Assert.Equal(1, SlowMatch.Says(item.Place, l)));
                        Assert.All(item.NotListed, l => Assert.Equal(0.5, SlowMatch.Says(item.Place, l)));
                    }
                );
                foreach (var (before, after) in result.Items.Zip(result.Items.Skip(1)))
                    Assert.True(Order(before) <= Order(after), $"{before.Position}: {Order(before)} then {Order(after)}");

                Assert.Equal(plain.Values.Count(r => r.IsFull), result.EverythingCount);
                Assert.All(result.Items, i => Assert.Equal(plain[i.Place.Id].IsFull, i.FitsEverything));

                double Order(MatchItem item) =>
                    plain[item.Place.Id] is { IsFull: true }
                        ? Math.Round(item.Miles ?? 0)
                        : plain[item.Place.Id].Open * 1e9 + 1e8 + item.Band * 1e6 + Math.Round(item.Miles ?? 0);
            },
            iter: Gate.Cases(150)
        );

    [Fact]
    public void One_more_facility_never_reorders_the_others() =>
        Gen.Select(Many, One, RandomPlaces.Needs)
            .Sample(
                (places, another, needs) =>
                {
                    var before = Match(places, needs).Items.Select(i => i.Place.Id).ToList();
                    var after = Match([.. places.Where(p => p.Id != another.Id), another], needs).Items.Select(i => i.Place.Id).ToList();
                    Assert.Equal(before.Where(after.Contains).ToList(), after.Where(before.Contains).ToList());
                    if (needs.Near is null || needs.WithinMiles is not null)
                        Assert.Equal(before.Where(id => id != another.Id).ToList(), after.Where(id => id != another.Id).ToList());
                },
                iter: Gate.Cases(150)
            );

    [Fact]
    public void The_order_in_which_places_come_changes_nothing() =>
        Gen.Select(Many, RandomPlaces.Needs, Gen.Int[1, 1_000])
            .Sample(
                (places, needs, turn) =>
                {
                    var turned = places.OrderBy(p => p.Id.GetHashCode() % 9973L * turn % 9967).ThenBy(p => p.Id).ToArray();
                    var (one, other) = (Match(places, needs), Match(turned, needs));
                    Assert.Equal(one.Items.Select(Line), other.Items.Select(Line));
                    Assert.Equal(one.Relaxations, other.Relaxations);
                    Assert.Equal(one.Facets.Codes, other.Facets.Codes);
                    Assert.Equal(one.Stability, other.Stability);

                    static string Line(MatchItem i) => $"{i.Place.Id} {i.Score} {i.Miles} {i.MoveUp}";
                },
                iter: Gate.Cases(100)
            );

    [Fact]
    public void No_wish_buys_off_a_hard_rule() =>
        Gen.Select(Many, RandomPlaces.Needs, Gen.OneOf(1d, 10d))
            .Sample(
                (places, needs, weight) =>
                {
                    var loud = needs with
                    {
                        Wishes = [.. CriterionTable.All.Where(c => c.Role is CriterionRole.Soft).Select(c => new Wish(c, weight))],
                    };
                    var result = Match(places, loud);
                    Assert.All(result.Items, i => Assert.DoesNotContain(i.Misses, l => l.IsHard));
                    Assert.All(
                        result.Items.Where(i => i.Standing is Standing.Fits),
                        i => Assert.DoesNotContain(i.NotListed, l => l.IsStrict)
                    );
                    Assert.Equal(
                        result.Items.OrderBy(i => i.NotListed.Count(l => l.IsStrict)).Select(i => i.Position),
                        result.Items.Select(i => i.Position)
                    );
                },
                iter: Gate.Cases(150)
            );

    [Fact]
    public void What_is_not_known_ranks_between_yes_and_no() =>
        Gen.Select(One, RandomPlaces.Needs, Gen.OneOf("BDTX", "CO", "MD", "CBT", "TWFA", "SP"))
            .Sample(
                (place, needs, code) =>
                {
                    // Who wants a thing and does not want it has no order.
                    if (
                        NeedLines.Of(needs).Where(l => l.Criteria.Any(c => c.Codes.Contains(code))).Select(l => l.Wanted).Distinct().Count()
                        > 1
                    )
                        return;
                    var (yes, unknown, no) = (With(Listing.Listed, 1), With(Listing.NotListed, 2), With(Listing.ListedAsNot, 3));
                    var items = Match([yes, unknown, no], needs).Items;
                    var places = new[] { yes, unknown, no }
                        .Select(p => items.FirstOrDefault(i => i.Place.Id == p.Id))
                        .Select(i => i is null ? (99, 0d) : ((int)i.Standing, -i.Score))
                        .ToList();
                    var (up, down) = (
                        places[0].CompareTo(places[1]) <= 0 && places[1].CompareTo(places[2]) <= 0,
                        places[0].CompareTo(places[1]) >= 0 && places[1].CompareTo(places[2]) >= 0
                    );
                    Assert.True(up || down, string.Join(" ", places));

                    Place With(Listing says, byte id) =>
                        place with
                        {
                            Id = new Guid(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
                            Programmes =
                            [
                                .. place.Programmes.Select(p =>
                                    p with
                                    {
                                        Services = [.. p.Services.Where(s => s.Code != code), new(code, says, p.Origin, p.Origin.AsOf)],
                                    }
                                ),
                            ],
                        };
                },
                iter: Gate.Cases(300)
            );

    [Fact]
    public void A_place_that_serves_only_others_is_never_offered() =>
        Gen.Select(Many, RandomPlaces.Needs)
            .Sample(
                (places, needs) =>
                {
                    var result = Match(places, needs);
                    Assert.All(result.Items, i => Assert.NotEmpty(PlaceReading.Open(i.Place)));
                    Assert.All(
                        result.Items,
                        i =>
                            Assert.DoesNotContain(
                                PlaceReading.Open(i.Place).SelectMany(p => p.Services),
                                s => s is { Listing: Listing.Listed, Code: "AUDO" or "OUDO" or "DUO" }
                            )
                    );
                    Assert.DoesNotContain(result.Relaxations, r => r.Drop.Contains("only", StringComparison.Ordinal));
                },
                iter: Gate.Cases(150)
            );

    [Fact]
    public void A_danger_sign_yields_no_list() =>
        Gen.Select(Many, RandomPlaces.Needs, Gen.Enum<DangerSign>())
            .Sample(
                (places, needs, sign) =>
                {
                    var result = Match(places, needs with { DangerSigns = [sign] });
                    Assert.NotNull(result.Emergency);
                    Assert.NotEmpty(result.Emergency.Text);
                    Assert.Equal((0, 0, 0, 0), (result.Items.Count, result.Count, result.AskCount, result.Facets.Codes.Count()));
                },
                iter: Gate.Cases(50)
            );

    [Fact]
    public void Distance_is_within_a_thousandth() =>
        Gen.Select(Gen.Double[-89, 89], Gen.Double[-180, 180], Gen.Double[-3, 3], Gen.Double[-3, 3], Gen.Bool)
            .Sample(
                (lat, lon, north, east, far) =>
                {
                    var from = new Coordinates(lat, lon, CoordinateSource.Address);
                    var to = far
                        ? new Coordinates(-lat / 2, lon / 3, CoordinateSource.Address)
                        : new Coordinates(Math.Clamp(lat + north, -90, 90), Math.Clamp(lon + east, -180, 180), CoordinateSource.Address);
                    using var run = new MatchRun(
                        DirectorySnapshot.Build([MadeUp.Place(1, "") with { Coordinates = to }]),
                        new() { Near = from },
                        [],
                        1
                    );
                    var fast = run.MilesTo(0);
                    var exact = SlowMatch.Haversine(from, to);
                    Assert.Equal(exact, Sphere.Miles(from, to), 1e-6 * (1 + exact));
                    // Below a mile the grain of float32, about 2 feet, is what counts.
                    Assert.Equal(exact, fast, Math.Max(0.001 * exact, 0.001));
                },
                iter: Gate.Cases(2_000)
            );

    [Fact]
    public void Being_our_own_changes_nothing() =>
        Any.Sample(
            (places, needs) =>
                Assert.Equal(
                    Match([.. places.Select(p => p with { IsOwn = true })], needs).Items.Select(i => (i.Place.Id, i.Score)),
                    Match([.. places.Select(p => p with { IsOwn = false })], needs).Items.Select(i => (i.Place.Id, i.Score))
                ),
            iter: Gate.Cases(100)
        );

    [Fact]
    public void Every_count_beside_a_code_is_the_count_after_asking_for_it() =>
        Gen.Select(Many, RandomPlaces.Needs, Gen.OneOf("CO", "CBT", "SP", "TELE"))
            .Sample(
                (places, needs, code) =>
                {
                    var result = Match(places, needs);
                    var plain = SlowMatch.All(places, needs, result.WithinMiles).Where(r => r.Open == 0).Select(r => r.Place).ToList();
                    var wider = SlowMatch
                        .All(places, needs, result.Facets.WiderMiles)
                        .Where(r => r.Open == 0)
                        .Select(r => r.Place)
                        .ToList();
                    Assert.Equal((Lists(plain), Lists(wider)), result.Facets.Of(code));

                    int Lists(List<Place> among) =>
                        among.Count(p => PlaceReading.Of(p, Criterion.OfCode(code, code), Now).Listing is Listing.Listed);
                },
                iter: Gate.Cases(100)
            );
}
