using System.Net;
using System.Text;
using Glidepath.Cli.Facilities;
using Glidepath.Tests.Cli;
using Glidepath.Tests.Shared;
using Microsoft.Data.Sqlite;

namespace Glidepath.Tests.Facilities;

/// <summary>directory fetch, as an operator types it. Nothing here leaves the process: the answers are made up.</summary>
public sealed class FetchCommandTests : IDisposable
{
    private const string PalmSprings = "92262",
        SanFrancisco = "94103";

    private static readonly Dictionary<string, string?> Registered = new()
    {
        ["Locator__Operator"] = "Sample Helpline",
        ["Locator__Contact"] = "data@example.org",
        ["Locator__RegisteredOn"] = "2026-11-02",
    };

    private readonly Folder _folder = new();

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("Locator__Operator", null, "not set: Locator__Operator;")]
    [InlineData("Locator__Contact", " ", "not set: Locator__Contact;")]
    [InlineData("Locator__RegisteredOn", null, "not set: Locator__RegisteredOn;")]
    [InlineData("Locator__Contact", "by telephone", "Locator__Contact: read \"by telephone\"")]
    [InlineData("Locator__RegisteredOn", "soon", "Locator__RegisteredOn: read \"soon\"")]
    [InlineData("Locator__RegisteredOn", "2026-12-02", "Locator__RegisteredOn: read \"2026-12-02\"")]
    public void Without_a_registration_it_says_what_to_set_and_asks_nobody(string name, string? value, string why)
    {
        using var answers = new Answers(Page(PalmSprings, "Oak"));
        var refused = Fetch(answers, PalmSprings, new(Registered) { [name] = value });
        refused.Fails(2, why);
        Assert.All(
            ["nothing was asked of anybody", "Locator__Operator (name)", "Locator__Contact (e-mail)", "Locator__RegisteredOn (the day"],
            words => Assert.Contains(words, refused.Error, StringComparison.Ordinal)
        );
        Assert.Empty(answers.Asked);
    }

    [Fact]
    public void Without_a_table_of_codes_or_a_sound_region_nobody_is_asked_either()
    {
        using var answers = new Answers(Page(PalmSprings, "Oak"));
        Fetch(answers, PalmSprings).Fails(2, "there is no store");
        Import();
        Fetch(answers, "00000").Fails(2, "read \"00000\"; accepted: a ZIP as 92262");
        Run(answers, Registered, "--near", PalmSprings, "--within", "501")
            .Fails(2, "--within: read \"501\"; accepted: a number from 1 to 500 miles");
        Run(answers, Registered, "--within", "25").Fails(2, "--near: missing");
        Run(answers, Registered, "--near", PalmSprings).Fails(2, "--within: read \"\"");
        Assert.Empty(answers.Asked);
    }

    [Fact]
    public void A_region_is_taken_over_and_what_lies_outside_it_stays_whatever_its_state()
    {
        Import();
        using var answers = new Answers(Page(PalmSprings, "Oak", "Elmwood"), Page(SanFrancisco, "Pine"));
        var said = Words(Fetch(answers, PalmSprings).Done());
        Assert.Contains("FindTreatment.gov API from 25 miles around 92262: 2 rows.", said, StringComparison.Ordinal);
        Assert.Contains("Only this region was asked for.", said, StringComparison.Ordinal);
        said = Words(Fetch(answers, SanFrancisco).Done());
        Assert.Contains("Places 4 3 1 0", said, StringComparison.Ordinal);
        Assert.Equal(2, answers.Asked.Count);
        Assert.Contains("limitValue=40233.6", answers.Asked[0].Query, StringComparison.Ordinal);
        Assert.Contains(
            "FindTreatment.gov API 2026-12-01",
            Words(CommandLine.Run("directory", "stats", "--data", Data).Done()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_dry_run_asks_shows_what_would_change_and_changes_nothing()
    {
        Import();
        using var answers = new Answers(Page(PalmSprings, "Oak"));
        var said = Words(Run(answers, Registered, "--near", PalmSprings, "--within", "25", "--dry-run").Done());
        Assert.Contains("Places 2 1 1 0", said, StringComparison.Ordinal);
        Assert.Contains("Dry run: nothing was changed.", said, StringComparison.Ordinal);
        Assert.Single(answers.Asked);
        Assert.Contains(
            "1 rows are 1 programs at 1 places",
            Words(CommandLine.Run("directory", "stats", "--data", Data).Done()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_region_that_lost_half_is_refused_until_somebody_says_it_is_meant()
    {
        Import();
        using var answers = new Answers(Page(PalmSprings, "Oak", "Elmwood"), Page(PalmSprings, "Oak"), Page(PalmSprings, "Oak"));
        Fetch(answers, PalmSprings).Done();
        Fetch(answers, PalmSprings).Fails(2, "See --dry-run for what would go, and --allow-drop");
        Assert.Contains(
            "Places 2 3 0 1",
            Words(Run(answers, Registered, "--near", PalmSprings, "--within", "25", "--allow-drop").Done()),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_locator_that_does_not_answer_is_told_in_one_line()
    {
        Import();
        using var answers = new Answers();
        Fetch(answers, PalmSprings).Fails(2, "locator: The locator answered 503 to page 1");
    }

    [Fact]
    public void A_redirect_of_the_locator_is_not_followed()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(LocatorAccess.Real.Handler());
        Assert.False(handler.AllowAutoRedirect);
    }

    [Fact]
    public void Help_says_what_to_set_and_that_the_rest_of_the_directory_stays()
    {
        var help = Words(CommandLine.Run("directory fetch --help").Done());
        Assert.All(
            [
                "Locator__Operator, Locator__Contact and Locator__RegisteredOn",
                "the rest of the directory stays",
                "--near",
                "--within",
                "--dry-run",
                "--data",
            ],
            words => Assert.Contains(words, help, StringComparison.Ordinal)
        );
    }

    private string Data => _folder["data"];

    /// <summary>A workbook, for its table of codes, with one place far from both regions.</summary>
    private void Import()
    {
        File.WriteAllBytes(
            _folder["2022.xlsx"],
            MadeFile.Directory(MadeFile.Row("Ash House", "9 Ash Street", "SA BDTX", "96001", "Redding", phone: "530-555-0109"))
        );
        CommandLine.Run("directory", "import", _folder["2022.xlsx"], "--data", Data).Done();
    }

    private Outcome Fetch(Answers answers, string zip, Dictionary<string, string?>? environment = null) =>
        Run(answers, environment ?? Registered, "--near", zip, "--within", "25");

    private Outcome Run(Answers answers, Dictionary<string, string?> environment, params string[] arguments) =>
        CommandLine.Run(
            ["directory", "fetch", .. arguments, "--data", Data],
            new LocatorAccess(environment.GetValueOrDefault, () => answers)
        );

    private static string Words(string output) =>
        string.Join(
            ' ',
            output.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Any(char.IsAsciiLetterOrDigit))
        );

    private static string Page(string zip, params string[] names)
    {
        var (city, at, area) =
            zip == PalmSprings
                ? ("Palm Springs", "\"latitude\":\"33.83\",\"longitude\":\"-116.54\"", 760)
                : ("San Francisco", "\"latitude\":\"37.77\",\"longitude\":\"-122.41\"", 415);
        var rows = names.Select(
            (name, i) =>
                $$"""{"name1":"{{name}} House","street1":"{{i + 1}} {{name}} Street","city":"{{city}}","state":"CA","zip":"{{zip}}","phone":"{{area}}-555-010{{name.Length}}",{{at}},"typeFacility":"SA","services":null}"""
        );
        return $$"""{"page":1,"totalPages":1,"recordCount":{{names.Length}},"rows":[{{string.Join(',', rows)}}]}""";
    }

    private sealed class Answers(params string[] pages) : HttpMessageHandler
    {
        public List<Uri> Asked { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Asked.Add(request.RequestUri!);
            return Task.FromResult(
                Asked.Count <= pages.Length
                    ? new HttpResponseMessage(HttpStatusCode.OK)
                    {
                        Content = new StringContent(pages[Asked.Count - 1], Encoding.UTF8, "application/json"),
                    }
                    : new HttpResponseMessage(HttpStatusCode.ServiceUnavailable)
            );
        }
    }
}
