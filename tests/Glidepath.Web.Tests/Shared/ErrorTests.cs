using System.Net;
using System.Text;

namespace Glidepath.Web.Tests.Shared;

public sealed class ErrorTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Now => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/not-found")]
    [InlineData("/parts")]
    public async Task A_stranger_at_a_wrong_or_closed_address_gets_the_same_kind_page(string address)
    {
        using var answer = await app.Stranger().GetAsync(address, Now);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var html = await answer.Content.ReadAsStringAsync(Now);
        Assert.Contains("We cannot find that page", html);
        Assert.Contains("tel:988", html);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    [InlineData("DELETE")]
    public async Task A_program_gets_a_problem_and_never_a_page(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "/api/nowhere");
        using var answer = await app.Stranger().SendAsync(request, Now);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_form_sent_to_a_wrong_address_gets_the_page_and_not_a_second_error()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("a", "b")]);
        using var answer = await app.Stranger().PostAsync("/nowhere", content, Now);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("We cannot find that page", await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_kindly()
    {
        using var content = new FormUrlEncodedContent([KeyValuePair.Create("_handler", "planner"), KeyValuePair.Create("go", "plan")]);
        using var answer = await app.Stranger().PostAsync("/planner", content, Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("We could not read what was sent", await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task Json_that_is_none_is_a_400_with_no_trace()
    {
        using var content = new StringContent("{\"drug\":", Encoding.UTF8, "application/json");
        using var answer = await app.Stranger().PostAsync("/api/plans/draft", content, Now);
        var text = await answer.Content.ReadAsStringAsync(Now);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("Exception", text);
        Assert.DoesNotContain(" at ", text);
    }

    [Fact]
    public async Task The_exit_ends_what_there_is_and_leads_away()
    {
        using var answer = await app.Stranger().PostAsync("/exit", null, Now);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("\"cache\", \"cookies\", \"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single());
        Assert.Contains("location.replace", await answer.Content.ReadAsStringAsync(Now));
    }

    [Fact]
    public async Task Another_site_cannot_end_a_session_by_the_exit()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/exit") { Headers = { { "Sec-Fetch-Site", "cross-site" } } };
        using var answer = await app.Stranger().SendAsync(request, Now);
        Assert.False(answer.Headers.Contains("Clear-Site-Data"));
    }

    [Fact]
    public async Task A_neutral_page_is_called_the_same_whatever_is_on_it()
    {
        var client = app.Stranger();
        using var switched = await client.PostAsync("/neutral", null, Now);
        Assert.Equal("/", switched.Headers.Location?.ToString());
        foreach (var address in new[] { "/", "/planner", "/privacy-promise" })
        {
            var html = await client.GetStringAsync(address, Now);
            Assert.Contains("<title>My notes</title>", html);
            Assert.Contains("icon-neutral", html);
        }
    }
}
