using System.Net;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Privacy;

namespace Glidepath.Web.Tests.Family;

/// <summary>The sheet that families have ready, and what the organisation says of itself on it.</summary>
public sealed class FamilyKitTests
{
    private static readonly (string Name, string Value)[] Ours =
    [
        ("do", "reach"),
        ("phone", "(555) 555-0142"),
        ("address", "12 Example Avenue, Springvale, CA 00000"),
        ("hours", "Monday to Friday, 8 to 5\r\nSaturday, 9 to noon"),
        ("how-we-taper", "Slowly. <b>You</b> decide with us."),
    ];

    private static readonly string[] Headed = ["Call us:", "Where we are:", "When we are open:", "How we taper"];

    private static async Task<string> KitAsync(GlidepathApp app) =>
        WebUtility.HtmlDecode(
            (await app.Stranger().GetStringAsync("/family/kit", Clinic.Cancel))
                .Split("<article", 2)[1]
                .Split("</article>")[0]
                .Replace("&lt;", "[", StringComparison.Ordinal)
        );

    private static (string Name, string Value)[] But(string field, string value) =>
        [.. Ours.Select(f => f.Name == field ? (field, value) : f)];

    [Fact]
    public async Task What_the_administrator_wrote_stands_on_the_sheet_and_goes_when_it_is_emptied()
    {
        await using var app = new GlidepathApp();
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using (var done = await Clinic.Send(admin, "/admin/organisation", Ours))
            Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var kit = await KitAsync(app);
        Assert.All(
            [
                .. Headed,
                "tel:+15555550142",
                "12 Example Avenue, Springvale, CA 00000",
                "Monday to Friday, 8 to 5",
                "Saturday, 9 to noon",
                "Slowly. [b>You",
            ],
            words => Assert.Contains(words, kit, StringComparison.Ordinal)
        );
        Assert.All(
            kit.Split("<p").Where(p => Headed.Any(h => p.Contains(h, StringComparison.Ordinal))),
            p => Assert.DoesNotContain("gp-noprint", p, StringComparison.Ordinal)
        );
        Assert.Contains("12 Example Avenue", await admin.GetStringAsync("/admin/organisation", Clinic.Cancel), StringComparison.Ordinal);

        using (var emptied = await Clinic.Send(admin, "/admin/organisation", [("do", "reach"), .. Ours[1..].Select(f => (f.Name, ""))]))
            Assert.Equal(HttpStatusCode.Redirect, emptied.StatusCode);
        kit = await KitAsync(app);
        Assert.All(Headed, words => Assert.DoesNotContain(words, kit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_nothing_is_known_the_sheet_says_where_to_ask_for_a_call_back_also_on_paper()
    {
        await using var app = new GlidepathApp();
        var kit = await KitAsync(app);
        Assert.All(Headed, words => Assert.DoesNotContain(words, kit, StringComparison.Ordinal));
        Assert.DoesNotContain(
            "gp-noprint",
            Assert.Single(
                kit.Split("<p"),
                p => p.Contains("://", StringComparison.Ordinal) && p.Contains("/family/call-back</a>", StringComparison.Ordinal)
            ),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("phone", 31, "Phone: write at most 30 characters.")]
    [InlineData("phone", 0, "Phone: write a phone number")]
    [InlineData("address", 201, "Street address: write at most 200 characters.")]
    [InlineData("hours", 301, "Opening hours: write at most 300 characters.")]
    [InlineData("how-we-taper", 5_000, "How we taper: write at most 1000 characters.")]
    public async Task A_fault_names_its_field_and_nothing_is_saved(string field, int length, string says)
    {
        await using var app = new GlidepathApp();
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using var answer = await Clinic.Send(
            admin,
            "/admin/organisation",
            But(field, length == 0 ? "call the desk" : new string('5', length))
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var html = WebUtility.HtmlDecode(await Clinic.Text(answer));
        Assert.Contains($"<a href=\"#{field}\">{says}", html, StringComparison.Ordinal);
        var kit = await KitAsync(app);
        Assert.All(Headed, words => Assert.DoesNotContain(words, kit, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_end_of_a_line_counts_once_as_a_browser_counts_it()
    {
        await using var app = new GlidepathApp();
        var (admin, _) = await app.SignedInAsync(Role.Administrator);
        using var answer = await Clinic.Send(
            admin,
            "/admin/organisation",
            But("hours", string.Join("\r\n", Enumerable.Repeat("9", 150)) + "!")
        );
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("9!", await KitAsync(app), StringComparison.Ordinal);
    }
}
