using Glidepath.Web.Shared;

namespace Glidepath.Web.Therapy.HomeScreen;

/// <summary>
/// How the pages of a person look on the home screen of their phone: a name from a short list, so that nothing that was typed stands in an
/// address. All but one say nothing of medicines or health. Nothing is stored: the phone keeps what was chosen when it was added.
/// </summary>
internal static class HomeScreenManifests
{
    /// <summary>As they stand in the address, with the id of the word under the icon.</summary>
    public static readonly IReadOnlyDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["notes"] = "AppMyNotes",
        ["day"] = "AppMyDay",
        ["list"] = "AppMyList",
        ["glidepath"] = "AppGlidepath",
    };

    public static void MapHomeScreen(this WebApplication app) =>
        app.MapGet(
                "/app/{name}.webmanifest",
                (string name, HttpContext context) =>
                    Names.TryGetValue(name, out var word)
                        ? Results.Json(Of(name, TherapyText.T[word]), contentType: "application/manifest+json")
                        : Results.NotFound()
            )
            .Open();

    /// <summary>The address of its icon, the same for all but one.</summary>
    public static string IconOf(string name) => name is "glidepath" ? "/img/icon.svg" : "/img/icon-neutral.svg";

    private static object Of(string name, string word) =>
        new
        {
            name = word,
            short_name = word,
            id = "/me",
            start_url = "/me",
            scope = "/me",
            display = "standalone",
            background_color = "#fbf7f0",
            theme_color = "#0d3b3b",
            icons = new[]
            {
                new
                {
                    src = IconOf(name),
                    sizes = "any",
                    type = "image/svg+xml",
                },
            },
        };
}
