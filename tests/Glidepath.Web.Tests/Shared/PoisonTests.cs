using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Administration;
using Glidepath.Web.Shared;
using Glidepath.Web.Tests.Privacy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Web.Tests.Shared;

/// <summary>
/// Every field of every form that the people of the demo reach, and every member of every JSON body, is sent with what no page offers:
/// numbers and lists where a word belongs. Nothing of it may end in an error of ours, and no page may break for what was kept.
/// </summary>
public sealed class PoisonTests
{
    private static readonly string[] People =
    [
        "", // a stranger
        "pat.patient",
        "fay.family",
        "nils.nurse",
        "pia.prescriber",
        "hugo.helpline",
        "fred.frontdesk",
        "olga.officer",
        "dora.director",
        "ada.admin",
    ];

    /// <summary>These end the session that the rest needs; they have tests of their own.</summary>
    private static readonly string[] Ends = ["/exit", "/sign-out", "/neutral", "/sign-in", "/account"];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_field_of_a_form_breaks_a_page_a_quarter_of_them_by_the_commit()
    {
        await using var app = new GlidepathApp { Demo = true };
        var (wrong, forms, seen) = (new List<string>(), 0, new HashSet<string>());
        var visited = new List<(HttpClient Client, string Who, string Page)>();
        foreach (var name in People)
        {
            var client = await PersonAsync(app, name);
            var (pages, found) = await CrawlAsync(client);
            visited.AddRange(pages.Select(p => (client, name, p)));
            var fresh = found.Where(f => seen.Add(f.Mark)).ToList();
            forms += fresh.Count;
            var cases = fresh
                .SelectMany(f => f.Fields.Where(x => x.Name is not "_handler").Select(x => (Form: f, x.Name, x.Offered)))
                .ToList();
            foreach (var (form, field, offered) in Gate.Part(cases))
            foreach (var poison in PoisonsOf(offered))
                if (await form.SendAsync(client, field, poison) >= HttpStatusCode.InternalServerError)
                    wrong.Add($"{name} {form.Page} {form.Action} {field}={poison}");
        }
        foreach (var (client, name, page) in visited)
        {
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Now);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
                wrong.Add($"{name} GET {page} afterwards");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(forms >= 60, $"Only {forms} kinds of form: does the crawl still find them?");
    }

    [Fact]
    public async Task No_member_of_a_json_body_ends_in_an_error_of_ours_a_quarter_of_them_by_the_commit()
    {
        await using var app = new GlidepathApp { Demo = true };
        var clinic = await Clinic.OpenAsync(app);
        var wrong = new List<string>();
        var people = new Dictionary<Role, HttpClient> { [Role.Prescriber] = clinic.Prescriber };
        var bodies = app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => SampleBody.Of(e) is not null)
            .ToList();
        var members = bodies.SelectMany(e => SampleBody.Members(SampleBody.Of(e)!).Select(path => (e, path))).ToList();
        foreach (var (endpoint, path) in Gate.Part(members))
        {
            var role = RoleFor(endpoint);
            if (role is { } needed && !people.ContainsKey(needed))
                people[needed] = (await app.SignedInAsync(needed)).Client;
            var client = role is { } known ? people[known] : app.Stranger();
            var sample = SampleBody.Of(endpoint)!;
            foreach (var poison in (JsonNode?[])[-1, "-1", "1, 2", "\u0000", new JsonArray("-1"), null])
            {
                var body = SampleBody.With(sample, path, poison);
                var status = await SendAsync(client, endpoint, clinic.PatientId, body.ToJsonString(), "application/json");
                if (status >= HttpStatusCode.InternalServerError)
                    wrong.Add(
                        $"{endpoint.RoutePattern.RawText} {string.Join('.', path)} = {poison?.ToJsonString() ?? "null"}: {(int)status}"
                    );
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(bodies.Count >= 25, $"Only {bodies.Count} endpoints with a body: are they still found?");
    }

    [Theory]
    [InlineData("application/json; charset=utf-7")]
    [InlineData("application/json; charset=\"utf-16\"")]
    [InlineData("application/json; charset=nonsense")]
    public async Task A_body_in_another_encoding_is_415_at_every_endpoint(string kind)
    {
        await using var app = new GlidepathApp();
        foreach (
            var endpoint in app
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(s => s.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => SampleBody.Of(e) is not null)
        )
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, await SendAsync(app.Stranger(), endpoint, Guid.CreateVersion7(), "{}", kind));
    }

    [Fact]
    public async Task A_form_without_its_token_is_400_wherever_it_is_sent()
    {
        await using var app = new GlidepathApp();
        var (client, _) = await app.SignedInAsync(Role.Prescriber);
        foreach (var address in new[] { "sign-in", "enrol", "confirm", "add" })
        {
            using var content = new FormUrlEncodedContent([KeyValuePair.Create("do", "x"), KeyValuePair.Create("enrolment", "x")]);
            using var answer = await client.PostAsync(new Uri($"/account/passkey-options/{address}", UriKind.Relative), content, Now);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("\"prescribed\"", true)]
    [InlineData("\"Prescribed\"", false)]
    [InlineData("\"prescribed, notPrescribed\"", false)]
    [InlineData("1", false)]
    [InlineData("\"1\"", false)]
    public async Task A_member_that_is_one_of_a_few_words_takes_these_and_nothing_else(string word, bool holds)
    {
        await using var app = new GlidepathApp { Demo = true };
        using var content = new StringContent($"{{\"pathway\":{word}}}", Encoding.UTF8, "application/json");
        using var answer = await app.Stranger().PostAsync(new Uri("/api/matches", UriKind.Relative), content, Now);
        Assert.Equal(holds ? HttpStatusCode.OK : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_document_of_the_api_names_the_words_of_each_enum()
    {
        await using var app = new GlidepathApp();
        var api = JsonNode.Parse(await app.Stranger().GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), Now))!;
        var words = api["components"]!["schemas"]!
            .AsObject()
            .Where(s => s.Value!["enum"] is not null)
            .ToDictionary(s => s.Key, s => s.Value!["enum"]!.AsArray().Select(w => w!.GetValue<string>()).ToList());
        Assert.Equal(["prescribed", "notPrescribed"], words["Pathway"]);
        Assert.Contains("careCoordinator", words["CareTeamRole"]);
    }

    [Fact]
    public void No_page_or_endpoint_reads_a_word_past_the_shared_reader()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Glidepath.slnx")))
            folder = folder.Parent!;
        var sources = Directory
            .EnumerateFiles(Path.Combine(folder.FullName, "src", "Glidepath.Web"), "*.*", SearchOption.AllDirectories)
            .Where(f => Path.GetExtension(f) is ".cs" or ".razor")
            .ToList();
        Assert.True(sources.Count > 200, $"Only {sources.Count} sources");
        Assert.DoesNotContain(sources, f => File.ReadAllText(f).Contains("Enum.TryParse", StringComparison.Ordinal));
    }

    private static IEnumerable<string> PoisonsOf(IReadOnlyList<string> offered) =>
        offered.Count > 1 ? ["-1", "99", string.Join(", ", offered.Where(o => o.Length > 0).Take(2))] : ["-1"];

    private static async Task<HttpClient> PersonAsync(GlidepathApp app, string name)
    {
        var client = app.Browser();
        if (name.Length == 0)
            return client;
        using var answer = await GlidepathApp.Send(client, "/sign-in", ("name", name), ("password", DemoAccounts.Password));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return client;
    }

    /// <summary>One page of each kind that links lead to.</summary>
    private static async Task<(List<string> Pages, List<SentForm> Forms)> CrawlAsync(HttpClient client)
    {
        var (waiting, seen, pages, forms) = (
            new Queue<string>(["/", "/home"]),
            new HashSet<string>(),
            new List<string>(),
            new List<SentForm>()
        );
        while (waiting.TryDequeue(out var page))
        {
            if (!seen.Add(SentForm.Kind(page)) || Ends.Contains(page) || page.StartsWith("/openapi", StringComparison.Ordinal))
                continue;
            using var answer = await client.GetAsync(new Uri(page, UriKind.Relative), Now);
            if (answer.Headers.Location is { } on && on.ToString().StartsWith('/'))
                waiting.Enqueue(on.ToString());
            if (answer.StatusCode is not HttpStatusCode.OK || answer.Content.Headers.ContentType?.MediaType is not "text/html")
                continue;
            var html = await answer.Content.ReadAsStringAsync(Now);
            pages.Add(page);
            forms.AddRange(SentForm.On(page, html).Where(f => !Ends.Contains(f.Action)));
            foreach (var link in SentForm.Links(html))
                waiting.Enqueue(link);
        }
        return (pages, forms);
    }

    private static Role? RoleFor(RouteEndpoint endpoint)
    {
        var allowed = endpoint
            .Metadata.GetOrderedMetadata<IAuthorizeData>()
            .SelectMany(a => a.Policy is { } policy ? Policies.Roles[policy].AsEnumerable() : [])
            .ToHashSet();
        return allowed.Count == 0 ? null
            : allowed.Contains(Role.Prescriber) ? Role.Prescriber
            : allowed.First();
    }

    private static async Task<HttpStatusCode> SendAsync(HttpClient client, RouteEndpoint endpoint, Guid person, string body, string kind)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods[0]),
            SampleBody.Address(endpoint, person)
        );
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", kind);
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        using var answer = await client.SendAsync(request, Now);
        return answer.StatusCode;
    }
}
