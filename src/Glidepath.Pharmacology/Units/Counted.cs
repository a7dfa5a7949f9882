using System.Globalization;

namespace Glidepath.Pharmacology.Units;

/// <summary>A number of things, for people: <c>1 piece</c>, <c>2 pieces</c>.</summary>
public static class Counted
{
    /// <param name="one">The word for one of them; a plain s makes it many.</param>
    public static string Of(int count, string one) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");

    /// <summary>A length to the nearest whole week: <c>40 weeks</c>.</summary>
    public static string Weeks(int days) => Of((int)Math.Round(days / 7m, MidpointRounding.AwayFromZero), "week");
}
