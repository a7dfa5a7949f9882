using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>What a caller may write for the place to start from.</summary>
public class GazetteerTests
{
    [Theory]
    [InlineData("St. Louis, Missouri", "saint louis mo", "St Louis, MO", "SAINT-LOUIS MO", "St.Louis, mo")]
    [InlineData("Mount Pleasant, South Carolina", "Mt. Pleasant, SC", "mount pleasant south carolina")]
    [InlineData("Fort Wayne, Indiana", "Ft Wayne, IN", "Fort Wayne, Indiana")]
    [InlineData("O'Fallon, Missouri", "OFallon MO", "O’Fallon, MO", "O Fallon, Missouri")]
    [InlineData("Cañon City, Colorado", "Canon City, CO", "cañon city co")]
    [InlineData("Winston-Salem, North Carolina", "winston salem NC", "Winston–Salem, N.C.")]
    [InlineData("Washington, District of Columbia", "Washington, D.C.", "washington dc")]
    [InlineData("Brooklyn, New York", "Brooklyn NY", "brooklyn, new york")]
    [InlineData("Manhattan, New York", "manhattan ny")]
    [InlineData("Van Nuys, California", "Van Nuys CA")]
    [InlineData("Paso Robles, California", "paso robles ca")]
    [InlineData("La Grange, Illinois", "LaGrange IL")]
    public void A_town_is_known_by_any_spelling(string label, params string[] typed) =>
        Assert.All(typed, text => Assert.Equal(Find(label), Find(text)));

    [Fact]
    public void A_town_with_no_place_in_it_is_a_place_to_start_from()
    {
        var start = Find("Loving, TX");
        Assert.Equal(StartKind.Town, start!.Kind);
        Assert.Equal("Philipsburg, Montana", Find("philipsburg montana")!.Label);
    }

    [Theory]
    [InlineData("92262")]
    [InlineData("92262-1234")]
    [InlineData("92262 1234")]
    [InlineData("922621234")]
    [InlineData("92262–1234")]
    public void A_ZIP_is_its_first_five_digits(string typed) => Assert.Equal(Find("92262"), Find(typed));

    [Theory]
    [InlineData("63188", "63188, Saint Louis, Missouri")]
    [InlineData("10118", "10118, New York, New York")]
    public void A_ZIP_without_an_area_counts_from_its_town_and_says_so(string typed, string label) =>
        Assert.Equal((label, StartKind.ZipWithoutArea), (Find(typed)!.Label, Find(typed)!.Kind));

    [Fact]
    public void On_an_island_the_nearest_number_is_near_and_it_is_said() =>
        Assert.Equal(("00901", StartKind.NearestZip), (Find("00902")!.Label, Find("00902")!.Kind));

    [Theory]
    [InlineData("99999", StartProblem.Unknown, "")]
    [InlineData("2139", StartProblem.ShortZip, "")]
    [InlineData("Palm Sprngs, CA", StartProblem.Unknown, "Palm Springs, California")]
    [InlineData("Springfield", StartProblem.WhichState, "Springfield, Arkansas")]
    [InlineData("Nowhere, ZZ", StartProblem.Unknown, "")]
    [InlineData(", MO", StartProblem.Unknown, "")]
    public void What_is_not_known_says_what_may_have_been_meant(string typed, StartProblem problem, string meant)
    {
        var read = Gazetteers.Known.Find(typed, CityTable.Of([]));
        Assert.Equal((null, problem), (read.Point, read.Problem));
        Assert.Contains(meant, string.Join("; ", read.Meant), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2139", "MA", "02139")]
    [InlineData("21391234", "MA", "02139")]
    [InlineData("601", "PR", "00601")]
    [InlineData("6390", "NY", "06390")]
    [InlineData("7523", "TX", null)]
    [InlineData("2139", "CA", null)]
    [InlineData("601", "MA", null)]
    [InlineData("75230 1234", "TX", "75230")]
    [InlineData("7523 01234", "TX", null)]
    [InlineData("ABCDE", "MA", null)]
    public void A_dropped_zero_is_put_back_only_where_the_state_has_such_ZIPs(string text, string state, string? zip) =>
        Assert.Equal(zip, ZipCode.Read(text, state));

    private static StartPoint? Find(string typed) => Gazetteers.Known.Find(typed, CityTable.Of([])).Point;
}
