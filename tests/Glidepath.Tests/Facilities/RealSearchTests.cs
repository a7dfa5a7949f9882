using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>Searches on the national directory of 2022, whole.</summary>
public class RealSearchTests(RealDirectory real) : IClassFixture<RealDirectory>
{
    private static readonly DateTime Now = new(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc);

    private readonly DirectorySnapshot _snapshot = DirectorySnapshot.Build(real.Directory2022.Places);

    [Fact]
    public void A_site_that_serves_only_other_clients_is_never_offered_to_somebody_with_a_benzodiazepine()
    {
        var sites = real
            .Directory2022.Places.Where(p => p.Coordinates is not null && Lists(p, "BDTX") && p.Programmes.All(IsForOthers))
            .ToList();
        Assert.InRange(sites.Count, 60, 92);
        foreach (var site in sites)
        {
            var found = Find(site.Coordinates!, within: 5, "benzodiazepine-withdrawal");
            Assert.DoesNotContain(found.Items, i => i.Place.Id == site.Id);
            Assert.All(found.Items, i => Assert.Contains(i.Place.Programmes, p => !IsForOthers(p)));
        }
        // It is the codes that keep it out: asked for without them, it is there.
        var all = MatchEngine.Match(
            _snapshot,
            Needs(sites[0].Coordinates!, 5, "benzodiazepine-withdrawal") with
            {
                ForBenzodiazepine = false,
            },
            1,
            Now,
            1_000
        );
        Assert.Contains(all.Items, i => i.Place.Id == sites[0].Id);
    }

    [Fact]
    public void Where_nobody_is_near_the_miles_stay_as_named_and_what_would_have_to_give_is_counted()
    {
        // Miles City, Montana.
        var found = Find(ZipCentroids.Census.Find("59301")!, within: 50, "benzodiazepine-withdrawal", "co-occurring");
        Assert.Equal((0, 50, false), (found.Count, found.WithinMiles, found.Widened));
        Assert.Contains(found.Relaxations, r => r.Drop == "within" && r.Gain > 0);
        var wider = Find(ZipCentroids.Census.Find("59301")!, within: null, "benzodiazepine-withdrawal");
        Assert.True(wider.Widened && wider.Count >= MatchMethod.EnoughToChoose && wider.WithinMiles is > 50 or null);
    }

    [Fact]
    public void Every_place_that_fits_lists_all_that_was_asked_for()
    {
        var found = MatchEngine.Match(
            _snapshot,
            Needs(ZipCentroids.Census.Find("90012")!, 50, "benzodiazepine-withdrawal", "co-occurring") with
            {
                Payers = [CriterionTable.Get("medicaid")],
            },
            1,
            Now,
            1_000
        );
        var near = real
            .Directory2022.Places.Where(p => p.Coordinates is { } at && Sphere.Miles(at, ZipCentroids.Census.Find("90012")!) <= 50)
            .ToList();
        var expected = near.Where(p =>
                p.Programmes.Where(r => !IsForOthers(r)).ToList() is var open
                && new[] { "BDTX", "CO", "MD" }.All(c => open.Any(r => Lists(r, c)))
            )
            .Select(p => p.Id)
            .Order();
        Assert.Equal(expected, found.Items.Where(i => i.Standing is Standing.Fits).Select(i => i.Place.Id).Order());
        Assert.Equal(found.Count, found.Items.Count(i => i.Standing is Standing.Fits));
    }

    private MatchResult Find(Coordinates near, double? within, params string[] musts) =>
        MatchEngine.Match(_snapshot, Needs(near, within, musts), 1, Now, 1_000);

    private static CallerNeeds Needs(Coordinates near, double? within, params string[] musts) =>
        new()
        {
            Near = near,
            WithinMiles = within,
            Musts = [.. musts.Select(CriterionTable.Get)],
        };

    private static bool IsForOthers(Programme programme) => programme.Services.Any(f => f.Code is "AUDO" or "OUDO" or "DUO");

    private static bool Lists(Place place, string code) => place.Programmes.Any(p => Lists(p, code));

    private static bool Lists(Programme programme, string code) =>
        programme.Services.Any(f => f.Code == code && f.Listing is Listing.Listed);
}
