using System.Globalization;
using System.Text.RegularExpressions;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

public partial class OutlineMapTests
{
    [Theory]
    [InlineData(38.63, -90.2, 100)]
    [InlineData(42.36, -71.06, 60)]
    [InlineData(21.3, -157.8, 200)]
    [InlineData(61.2, -149.9, 900)]
    [InlineData(39, -96, 3_000)]
    public void A_region_is_land_and_borders_inside_its_picture_and_light_enough_for_a_page(double latitude, double longitude, double miles)
    {
        var view = new MapView(latitude, longitude, miles, 400, 372);
        var paths = Outlines.Census.Of(view);
        Assert.Null(paths[0].Kind);
        Assert.Contains(paths, p => p.Kind is Border.State or Border.Coast);
        Assert.InRange(paths.Sum(p => p.Path.Length), 100, 40_000);
        Assert.All(
            Point().Matches(paths[0].Path),
            m => Assert.True(Number(m.Groups[1]) is >= 0 and <= 400 && Number(m.Groups[2]) is >= 0 and <= 372, m.Value)
        );
    }

    [Fact]
    public void Saint_Louis_lies_at_the_border_of_two_states_and_a_mile_is_a_mile()
    {
        var view = new MapView(38.63, -90.2, 100, 400, 372);
        Assert.Contains(
            Outlines.Census.Of(view),
            p => p.Kind is Border.State && Point().Matches(p.Path).Any(m => Math.Abs(Number(m.Groups[1]) - 200) < 20)
        );
        var (x, y) = view.Of(38.63 + 25 / 69.05, -90.2);
        Assert.Equal((200, 86), (Math.Round(x), Math.Round(y)));
    }

    private static double Number(Group digits) => double.Parse(digits.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("[ML](-?[0-9]+) (-?[0-9]+)")]
    private static partial Regex Point();
}
