using System.Net;
using System.Text.Json.Nodes;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>What others may see of it on a person's phone: the name and the picture that the person chose.</summary>
public sealed class HomeScreenTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("notes", "My notes", "/img/icon-neutral.svg")]
    [InlineData("glidepath", "Glidepath", "/img/icon.svg")]
    public async Task The_chosen_name_and_picture_are_those_of_the_app_and_it_opens_the_persons_pages(string id, string name, string icon)
    {
        var text = await app.Stranger().GetStringAsync(new Uri($"/app/{id}.webmanifest", UriKind.Relative), Stop);
        var manifest = JsonNode.Parse(text)!;
        Assert.Equal((name, name), (manifest["name"]!.GetValue<string>(), manifest["short_name"]!.GetValue<string>()));
        Assert.Equal((icon, "/me", "/me"), (Icon(), manifest["start_url"]!.GetValue<string>(), manifest["scope"]!.GetValue<string>()));
        using var picture = await app.Stranger().GetAsync(new Uri(Icon(), UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.OK, picture.StatusCode);
        if (id is not "glidepath")
            Assert.DoesNotContain("glide", text, StringComparison.OrdinalIgnoreCase);

        string Icon() => manifest["icons"]![0]!["src"]!.GetValue<string>();
    }

    [Fact]
    public async Task A_name_that_is_not_on_the_list_is_not_there_and_is_said_nowhere()
    {
        using var none = await app.Stranger().GetAsync(new Uri("/app/klonopin.webmanifest", UriKind.Relative), Stop);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        var ana = await PersonInCare.MakeAsync(app);
        var (own, _) = await app.SignedInAsync(Role.Patient, ana.Id);
        var page = await own.GetStringAsync(new Uri("/me/home-screen?name=klonopin", UriKind.Relative), Stop);
        Assert.DoesNotContain("klonopin", page);
        Assert.DoesNotContain("rel=\"manifest\"", page);
        Assert.Contains(
            "rel=\"manifest\" href=\"/app/day.webmanifest\"",
            await own.GetStringAsync(new Uri("/me/home-screen?name=day", UriKind.Relative), Stop)
        );
    }
}
