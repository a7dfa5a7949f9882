using System.Text;
using Glidepath.Application.Facilities;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Tests.Facilities;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Shared;

/// <summary>
/// What a stranger can make the host spend with one request: bytes of the answer and bytes allocated, counted and never timed. Every open
/// route is called with a body or a question as large as is let in; those that compute, with the worst that they accept.
/// </summary>
[Collection(nameof(Alone))]
public sealed class PublicBudgetTests(DemoApp demo) : IClassFixture<DemoApp>
{
    private GlidepathApp App => demo.App;

    /// <summary>Of a request that is only read: a page, or a refusal. In bytes, and bytes allocated, the client's own included.</summary>
    private const int PlainAnswer = 150_000,
        PlainCost = 8_000_000;

    /// <summary>Files of the program itself and what the framework serves by itself; the description of the API is made once.</summary>
    private static readonly string[] NotCounted = ["/_framework/opaque-redirect", "/{**path:file}", "/openapi/{documentName}.json"];

    private const string Longest =
        """{"drug":"alprazolam","regimen":{"morning":3,"midday":3,"bedtime":4},"stepPercent":0.5,"intervalDays":180,"fillDays":1}""";

    private const string LongPlan =
        """{"drug":"clonazepam","regimen":{"morning":2,"bedtime":2},"stepPercent":5,"intervalDays":28,"fillDays":1}""";

    private static readonly (string, string)[] WorstForm =
    [
        ("drug", "clonazepam"),
        ("morning", "2"),
        ("midday", "1"),
        ("evening", "1"),
        ("bedtime", "2"),
        ("start", "2027-01-04"),
        ("supply", "prescribed"),
        ("pace", "own"),
        ("step", "5"),
        ("every", "28"),
        ("liquid", "yes"),
        ("go", "plan"),
    ];

    private const string Booklet = "_handler=page&age=71&drug=clonazepam&mg=20&years=9&for=Sleep&part=All";

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    /// <summary>What computes: by route, its worst input, the most bytes of its answer, and the most allocated.</summary>
    private IEnumerable<(string Route, Func<HttpClient, Task<HttpRequestMessage>> Ask, int Answer, int Cost)> Computing()
    {
        foreach (var body in new[] { Longest, LongPlan })
        {
            yield return ("/api/plans/draft", _ => Json("/api/plans/draft", body), 1_000_000, 30_000_000);
            yield return ("/api/plans/choices", _ => Json("/api/plans/choices", body), 1_000_000, 120_000_000);
        }
        yield return ("/planner", client => FormAsync(client, "/planner", "/planner", WorstForm), 700_000, 90_000_000);
        yield return (
            "/planner/order-sheet",
            client => FormAsync(client, "/planner", "/planner/order-sheet", WorstForm),
            300_000,
            70_000_000
        );
        yield return ("/booklet", _ => Post("/booklet", Booklet, FormType), 200_000, 90_000_000);
        yield return ("/booklet/pdf", _ => Post("/booklet/pdf", Booklet, FormType), 300_000, 120_000_000);
        // A page for each month of the longest plan.
        yield return ("/planner/calendar", client => FormAsync(client, "/planner", "/planner/calendar", WorstForm), 2_500_000, 300_000_000);
        var all = CriterionTable.All.Select(c => c.Id).Take(100).ToArray();
        var places = App.Services.GetRequiredService<LoadedDirectory>().Programmes.Select(p => p.Place.Id).Distinct().Take(5).ToArray();
        var matches = new
        {
            near = "92262",
            wishes = all.Select(id => new { id, weight = 3 }),
            take = 100,
        };
        yield return ("/api/matches", _ => Json("/api/matches", matches), 200_000, PlainCost);
        yield return (
            "/api/facilities/compare",
            _ => Json("/api/facilities/compare", new { ids = places, needs = matches }),
            300_000,
            PlainCost
        );
        yield return ("/api/criteria", _ => Get("/api/criteria"), 200_000, PlainCost);
        yield return ("/api/hsds/services", _ => Get("/api/hsds/services?per_page=100&full=true"), 500_000, 20_000_000);
        yield return (
            "/find-care",
            client =>
                FormAsync(client, "/find-care", "/find-care", [("near", "92262"), ("within", "3000"), ("go", "list"), ("show", "100000")]),
            800_000,
            20_000_000
        );
    }

    [Fact]
    public async Task No_open_route_answers_more_or_costs_more_than_its_budget()
    {
        // Else its monitor is told, and rightly, that nobody sends alerts.
        await App
            .Services.GetRequiredService<Glidepath.Application.Monitoring.AlertRounds>()
            .RoundAsync(TestContext.Current.CancellationToken);
        var client = App.Browser();
        var (over, calls, computing) = (new List<string>(), 0, Computing().ToList());
        foreach (var endpoint in Open())
        foreach (var method in Methods(endpoint))
            await MeasureAsync(
                $"{method} {Route(endpoint)}",
                method is "GET" ? LongQuestion(endpoint)
                    : Route(endpoint).StartsWith("/api", StringComparison.Ordinal) ? DeepJson(endpoint)
                    : LargeForm(endpoint),
                PlainAnswer,
                PlainCost
            );
        foreach (var (route, ask, answer, cost) in computing)
            await MeasureAsync(route, ask, answer, cost);
        Assert.Equal([], over);
        Assert.True(calls > 60, $"Only {calls} calls: are the routes still found?");
        Assert.Equal([], computing.Select(c => c.Route).Except(Open().Select(Route)));

        async Task MeasureAsync(string what, Func<HttpClient, Task<HttpRequestMessage>> ask, int mostAnswer, int mostCost)
        {
            var (status, length, cost) = await CallAsync(client, ask);
            calls++;
            if (length > mostAnswer)
                over.Add($"{what} ({status}): answers {length:N0} bytes, of {mostAnswer:N0}");
            if (cost > mostCost)
                over.Add($"{what} ({status}): allocates {cost:N0} bytes, of {mostCost:N0}");
            if (status >= 500)
                over.Add($"{what}: {status}");
        }
    }

    private static async Task<(int Status, long Length, long Cost)> CallAsync(
        HttpClient client,
        Func<HttpClient, Task<HttpRequestMessage>> ask
    )
    {
        using var request = await ask(client);
        if (request.Content is not null)
            await request.Content.LoadIntoBufferAsync(Now);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var answer = await client.SendAsync(request, Now);
        var body = await answer.Content.ReadAsByteArrayAsync(Now);
        return ((int)answer.StatusCode, body.Length, GC.GetTotalAllocatedBytes(precise: true) - before);
    }

    private IEnumerable<RouteEndpoint> Open() =>
        App
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null)
            .Where(e => e.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Where(e => !NotCounted.Contains(Route(e)));

    private static string Route(RouteEndpoint endpoint) => "/" + endpoint.RoutePattern.RawText?.TrimStart('/');

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Intersect(["GET", "POST"]) ?? ["GET"];

    private static string Address(RouteEndpoint endpoint) => SampleBody.Address(endpoint, Guid.CreateVersion7());

    private static Func<HttpClient, Task<HttpRequestMessage>> LongQuestion(RouteEndpoint endpoint) =>
        _ => Get($"{Address(endpoint)}?{string.Join('&', Enumerable.Range(0, 600).Select(i => $"q{i}=aaaaaa"))}");

    /// <summary>Under the megabyte that is let in, and the thousand fields that are read.</summary>
    private static Func<HttpClient, Task<HttpRequestMessage>> LargeForm(RouteEndpoint endpoint) =>
        _ => Post(Address(endpoint), string.Join('&', Enumerable.Range(0, 900).Select(i => $"f{i}={new string('a', 1_000)}")), FormType);

    private static Func<HttpClient, Task<HttpRequestMessage>> DeepJson(RouteEndpoint endpoint) =>
        _ => Post(Address(endpoint), $"{{\"regimen\":{new string('[', 450_000)}{new string(']', 450_000)}}}", "application/json");

    private const string FormType = "application/x-www-form-urlencoded";

    private static Task<HttpRequestMessage> Get(string address) => Task.FromResult(new HttpRequestMessage(HttpMethod.Get, address));

    private static Task<HttpRequestMessage> Json(string address, string body) => Post(address, body, "application/json");

    private static Task<HttpRequestMessage> Json(string address, object body) =>
        Json(address, System.Text.Json.JsonSerializer.Serialize(body));

    private static Task<HttpRequestMessage> Post(string address, string body, string type) =>
        Task.FromResult(new HttpRequestMessage(HttpMethod.Post, address) { Content = new StringContent(body, Encoding.UTF8, type) });

    private static async Task<HttpRequestMessage> FormAsync(
        HttpClient client,
        string page,
        string address,
        params (string Name, string Value)[] fields
    )
    {
        var html = await client.GetStringAsync(page, Now);
        var form = GlidepathApp
            .FormIn()
            .Matches(html)
            .Select(m => m.Value)
            .First(f => f.Contains("__RequestVerificationToken", StringComparison.Ordinal));
        var hidden = System
            .Text.RegularExpressions.Regex.Matches(form, "<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, System.Net.WebUtility.HtmlDecode(m.Groups[2].Value)))
            .Where(h => fields.All(f => f.Name != h.Key));
        return new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(hidden.Concat(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)))),
        };
    }
}
