using System.Net;
using System.Text.Json;

namespace Glidepath.Web.Tests.Facilities;

public sealed class HsdsTests(DemoApp demo) : IClassFixture<DemoApp>
{
    /// <summary>
    /// The "required" list of each schema of HSDS 3.2 that an answer holds, from github.com/openreferral/specification, branch 3.2,
    /// schema/*.json; of the page from schema/openapi.json, where only "empty" is required and the rest is what a reader pages by.
    /// </summary>
    private static readonly Dictionary<string, string[]> Required = new()
    {
        ["page"] = ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents"],
        ["service"] = ["id", "name", "status"],
        ["organization"] = ["id", "name", "description"],
        ["phone"] = ["id", "number"],
        ["service_at_location"] = ["id"],
        ["location"] = ["id", "location_type"],
        ["address"] = ["id", "address_1", "city", "state_province", "postal_code", "country", "address_type"],
        ["attribute"] = ["id"],
        ["taxonomy_term"] = ["id", "name", "description"],
        ["taxonomy_detail"] = ["id", "name", "description"],
    };

    /// <summary>Members that schema/service.json and its parts have; any other is ours and not theirs.</summary>
    private static readonly HashSet<string> Known =
    [
        .. Required.Values.SelectMany(r => r),
        "organization_id",
        "alternate_name",
        "url",
        "organization",
        "phones",
        "service_at_locations",
        "attributes",
        "service_id",
        "type",
        "location_id",
        "location",
        "latitude",
        "longitude",
        "addresses",
        "link_id",
        "taxonomy_term_id",
        "link_entity",
        "label",
        "extension",
        "taxonomy_term",
        "code",
        "taxonomy",
        "taxonomy_detail",
    ];

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_interface_says_which_HSDS_it_speaks()
    {
        using var about = await GetAsync("/api/hsds");
        Assert.Equal("3.2", about.RootElement.GetProperty("version").GetString());
        Assert.All(
            ["profile", "openapi_url"],
            name => Assert.True(Uri.TryCreate(about.RootElement.GetProperty(name).GetString(), UriKind.Absolute, out _))
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await demo.App.Stranger().GetAsync(new Uri(about.RootElement.GetProperty("openapi_url").GetString()!).AbsolutePath, Now)
            ).StatusCode
        );
    }

    [Fact]
    public async Task Every_service_has_what_HSDS_requires_and_no_member_that_it_does_not_know()
    {
        using var page = await GetAsync("/api/hsds/services");
        Check("page", page.RootElement);
        Assert.Equal(9, page.RootElement.GetProperty("contents").GetArrayLength());
        foreach (var service in page.RootElement.GetProperty("contents").EnumerateArray())
        {
            Check("service", service);
            Assert.Equal("active", service.GetProperty("status").GetString());
            Check("organization", service.GetProperty("organization"));
            Assert.Equal(service.GetProperty("organization_id").GetGuid(), service.GetProperty("organization").GetProperty("id").GetGuid());
            Assert.All(service.GetProperty("phones").EnumerateArray(), p => Check("phone", p));
            var at = Assert.Single(service.GetProperty("service_at_locations").EnumerateArray());
            Check("service_at_location", at);
            var location = at.GetProperty("location");
            Check("location", location);
            Assert.Equal(
                ("physical", JsonValueKind.Number),
                (location.GetProperty("location_type").GetString(), location.GetProperty("latitude").ValueKind)
            );
            Check("address", Assert.Single(location.GetProperty("addresses").EnumerateArray()));
            Assert.NotEqual(0, service.GetProperty("attributes").GetArrayLength());
            foreach (var attribute in service.GetProperty("attributes").EnumerateArray())
            {
                Check("attribute", attribute);
                Assert.Equal(service.GetProperty("id").GetGuid(), attribute.GetProperty("link_id").GetGuid());
                Check("taxonomy_term", attribute.GetProperty("taxonomy_term"));
                Check("taxonomy_detail", attribute.GetProperty("taxonomy_term").GetProperty("taxonomy_detail"));
            }
        }
        Assert.DoesNotContain(
            "null",
            page.RootElement.GetRawText().Replace("\"null\"", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pages_hold_each_service_once_and_the_same_ids_each_time()
    {
        var (ids, texts) = (new List<Guid>(), new List<string>());
        for (var number = 1; number <= 3; number++)
        {
            using var page = await GetAsync($"/api/hsds/services?page={number}&per_page=4");
            Assert.Equal(
                (9, 3, number, number == 3 ? 1 : 4, number == 1, number == 3, false),
                (
                    Number(page, "total_items"),
                    Number(page, "total_pages"),
                    Number(page, "page_number"),
                    Number(page, "size"),
                    Is(page, "first_page"),
                    Is(page, "last_page"),
                    Is(page, "empty")
                )
            );
            ids.AddRange(page.RootElement.GetProperty("contents").EnumerateArray().Select(s => s.GetProperty("id").GetGuid()));
            texts.AddRange(page.RootElement.GetProperty("contents").EnumerateArray().Select(s => s.GetRawText()));
        }
        Assert.Equal(9, ids.Distinct().Count());
        using var one = await GetAsync($"/api/hsds/services/{ids[5]}");
        Assert.Equal(texts[5], one.RootElement.GetRawText());
        using var beyond = await GetAsync("/api/hsds/services?page=2147483647&per_page=4");
        Assert.Equal((true, 0), (Is(beyond, "empty"), Number(beyond, "size")));
        using var brief = await GetAsync("/api/hsds/services?full=false");
        Assert.False(brief.RootElement.GetProperty("contents")[0].TryGetProperty("attributes", out _));
    }

    [Fact]
    public async Task What_people_attested_here_is_no_fact_of_the_directory_and_is_not_exported()
    {
        using var page = await GetAsync("/api/hsds/services");
        var text = page.RootElement.GetRawText();
        Assert.All(
            ["Made-up person", "protocol", "capacity", "isOwn", "the unit by phone"],
            word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task A_reader_that_asks_for_everything_at_once_is_told_to_wait()
    {
        await using var app = new GlidepathApp { ComputingPerMinute = 3 };
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await app.Stranger().GetAsync("/api/hsds/services", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await app.Stranger().GetAsync("/api/hsds/services", Now)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await app.Stranger().GetAsync("/", Now)).StatusCode);
    }

    [Theory]
    [InlineData("/api/hsds/services?page=0", HttpStatusCode.BadRequest)]
    [InlineData("/api/hsds/services?per_page=101", HttpStatusCode.BadRequest)]
    [InlineData("/api/hsds/services?page=x", HttpStatusCode.BadRequest)]
    [InlineData("/api/hsds/services/00000000-0000-0000-0000-000000000000", HttpStatusCode.NotFound)]
    [InlineData("/locator/exportsAsJson/v2?sAddr=34,-116", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_or_not_understood_says_so(string address, HttpStatusCode status) =>
        Assert.Equal(status, (await demo.App.Stranger().GetAsync(address, Now)).StatusCode);

    private static void Check(string schema, JsonElement element)
    {
        Assert.All(
            Required[schema],
            name =>
                Assert.True(
                    element.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null,
                    $"{schema} lacks {name}: {element.GetRawText()}"
                )
        );
        Assert.All(element.EnumerateObject(), member => Assert.Contains(member.Name, Known));
    }

    private async Task<JsonDocument> GetAsync(string address) => JsonDocument.Parse(await demo.App.Stranger().GetStringAsync(address, Now));

    private static int Number(JsonDocument page, string name) => page.RootElement.GetProperty(name).GetInt32();

    private static bool Is(JsonDocument page, string name) => page.RootElement.GetProperty(name).GetBoolean();
}
