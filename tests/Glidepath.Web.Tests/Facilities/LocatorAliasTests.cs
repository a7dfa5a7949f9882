using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Glidepath.Application.Facilities;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Facilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Glidepath.Web.Tests.Facilities;

public sealed class AliasApp()
    : DemoFixture(
        new GlidepathApp
        {
            Settings = new Dictionary<string, string> { [LocatorAlias.Enabled] = "true", [LocatorAlias.Key] = Secret },
        }
    )
{
    public const string Secret = "a-key-of-another-operator-0123456789";
}

/// <summary>The FindTreatment-compatible address: off by default, with a key, and its query in no log and no trace.</summary>
public sealed class LocatorAliasTests(AliasApp alias) : IClassFixture<AliasApp>
{
    private const string Secret = AliasApp.Secret;

    private static readonly FactOrigin Origin = new("SAMHSA National Directory 2022", new DateOnly(2022, 1, 1));

    private static readonly CodeTable Codes = new(
        "2022",
        [
            new("SA", "TC", "Type of Care", "Substance use treatment", "…"),
            new("BDTX", "DS", "Detoxification Services", "Benzodiazepines Detoxification", "…"),
            new("MD", "PAY", "Payment Accepted", "Medicaid", "…"),
        ]
    );

    private readonly GlidepathApp _app = alias.App;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Our_own_reader_reads_back_what_was_answered()
    {
        await FillAsync(
            Made(1, "Oak House", 33.83, "SA BDTX MD"),
            Made(2, "Elm House", 33.90, "SA"),
            Made(3, "Far House", 40.0, "SA BDTX")
        );
        var text = await AskAsync("sAddr=33.83,-116.54&limitType=2&limitValue=80467.2&sType=both&sort=0&pageSize=2000&page=1");
        var read = await DirectoryReader.ReadAsync(
            new MemoryStream(Encoding.UTF8.GetBytes(text)),
            "locator 2022-01-01.json",
            null,
            Codes,
            null,
            Now
        );
        Assert.Equal(["Oak House", "Elm House"], read.Rows.Select(r => r.Name));
        var oak = read.Rows[0];
        Assert.Equal(
            ("1 Oak Street", "Palm Springs", "CA", "92262", "760-555-0100", ProgrammeKind.SubstanceUse),
            (oak.Street, oak.City, oak.State, oak.Zip, oak.Phone, oak.Kind)
        );
        Assert.Equal(["BDTX", "MD", "SA"], oak.Codes.Order());
        Assert.Equal((33.83, -116.54), (oak.Coordinates!.Latitude, oak.Coordinates.Longitude));
        Assert.Empty(read.Unreadable);
    }

    [Theory]
    [InlineData("sAddr=33.83,-116.54&sCodes=BDTX", "Oak House,Far House")]
    [InlineData("sAddr=33.83,-116.54&sCodes=BDTX,MD", "Oak House")]
    [InlineData("sAddr=33.83,-116.54&sort=1", "Far House,Elm House,Oak House")]
    [InlineData("sAddr=33.83,-116.54&pageSize=2&page=2", "Far House")]
    [InlineData("limitType=0&stateCode=NY", "")]
    [InlineData("sType=mh", "")]
    public async Task A_region_codes_pages_and_the_order_are_as_asked(string query, string names)
    {
        await FillAsync(
            Made(1, "Oak House", 33.83, "SA BDTX MD"),
            Made(2, "Elm House", 33.90, "SA"),
            Made(3, "Far House", 40.0, "SA BDTX")
        );
        using var page = JsonDocument.Parse(await AskAsync(query));
        Assert.Equal(
            names,
            string.Join(',', page.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name1").GetString()))
        );
    }

    [Theory]
    [InlineData("sAddr=north")]
    [InlineData("sAddr=33,-116&limitType=2&limitValue=far")]
    [InlineData("limitType=2&limitValue=100")]
    [InlineData("limitType=1&limitValue=Riverside")]
    [InlineData("pageSize=2001")]
    [InlineData("page=0")]
    [InlineData("sType=all")]
    public async Task What_is_not_understood_is_named(string query) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(query, Secret)).StatusCode);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-key-of-another-operator-0123456780")]
    public async Task Without_the_key_there_is_no_answer(string? key) =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await SendAsync("sAddr=33.83,-116.54", key)).StatusCode);

    [Fact]
    public async Task It_is_not_switched_on_without_a_key_that_nobody_can_guess()
    {
        await using var app = new GlidepathApp
        {
            Settings = new Dictionary<string, string> { [LocatorAlias.Enabled] = "true", [LocatorAlias.Key] = "short" },
        };
        Assert.Contains(LocatorAlias.Key, Assert.ThrowsAny<Exception>(() => app.Stranger()).ToString());
    }

    [Fact]
    public async Task What_was_asked_stands_in_no_log_and_no_trace()
    {
        var (lines, tags) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        using var listener = new ActivityListener
        {
            ShouldListenTo = source =>
                source.Name.Contains("AspNetCore", StringComparison.Ordinal) || source.Name.Contains("Hosting", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
                tags.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects.Select(t => $"{t.Key}={t.Value}"))}"),
        };
        ActivitySource.AddActivityListener(listener);
        // Traces are written only where somebody collects them; nobody listens there. Read once, when the host is built.
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9");
        await using var app = new GlidepathApp { Settings = _app.Settings };
        _ = app.Stranger();
        Environment.SetEnvironmentVariable("OTEL_EXPORTER_OTLP_ENDPOINT", null);
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(new Lines(lines));
        foreach (var query in new[] { "sAddr=31.41592,-117.27182&sCodes=BDTX", "sAddr=31.41592,x" })
        {
            await SendAsync(query, Secret, app);
            await SendAsync(query, "wrong", app);
        }
        Assert.Contains(tags, t => t.Contains("exportsAsJson", StringComparison.Ordinal));
        app.Services.GetRequiredService<ILoggerFactory>()
            .CreateLogger("Glidepath.Test")
            .Log(LogLevel.Warning, default, "heard", null, static (state, _) => state);
        Assert.Contains(lines, l => l.Contains("heard", StringComparison.Ordinal));
        Assert.All(lines.Concat(tags), l => Assert.DoesNotMatch("31\\.41592|BDTX|sAddr", l));
    }

    private async Task FillAsync(params Place[] places)
    {
        _ = _app.Stranger();
        // What the store holds, which is nothing, is read first, so that it does not come later.
        await _app.Services.GetRequiredService<DirectoryRefresh>().RefreshAsync(Now);
        _app.Services.GetRequiredService<LoadedDirectory>().Swap(places, Codes, "test", Gazetteer.Empty);
    }

    private static Place Made(int number, string name, double latitude, string codes) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = name,
            Street = $"{number} Oak Street",
            City = "Palm Springs",
            State = "CA",
            Zip = "92262",
            Coordinates = new(latitude, -116.54, CoordinateSource.Address),
            Programmes =
            [
                new()
                {
                    Id = Guid.CreateVersion7(),
                    Kind = ProgrammeKind.SubstanceUse,
                    Name = name,
                    Phone = "760-555-0100",
                    Origin = Origin,
                    Services = [.. codes.Split(' ').Select(c => new ServiceFact(c, Listing.Listed, Origin, Origin.AsOf))],
                },
            ],
        };

    private async Task<string> AskAsync(string query)
    {
        var answer = await SendAsync(query, Secret);
        var text = await answer.Content.ReadAsStringAsync(Now);
        Assert.True(answer.StatusCode is HttpStatusCode.OK, $"{answer.StatusCode}: {text}");
        return text;
    }

    private async Task<HttpResponseMessage> SendAsync(string query, string? key, GlidepathApp? app = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{LocatorAlias.Address}?{query}");
        if (key is not null)
            request.Headers.Add(LocatorAlias.KeyHeader, key);
        return await (app ?? _app).Stranger().SendAsync(request, Now);
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
