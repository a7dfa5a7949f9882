using System.Net;
using System.Text;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

public class LocatorConnectorTests
{
    private static readonly LocatorRegistration Registered = new()
    {
        Operator = "Sample Helpline",
        Contact = "data@example.org",
        RegisteredOn = new DateOnly(2026, 11, 1),
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static TheoryData<LocatorRegistration> Unregistered() =>
        [
            new LocatorRegistration(),
            Registered with
            {
                RegisteredOn = null,
            },
            Registered with
            {
                Operator = " ",
            },
            Registered with
            {
                Contact = null,
            },
        ];

    [Theory]
    [MemberData(nameof(Unregistered))]
    public async Task It_is_off_without_a_registration_and_asks_nothing(LocatorRegistration registration)
    {
        using var answers = new Answers();
        using var http = new HttpClient(answers);
        var off = await Assert.ThrowsAsync<LocatorOffException>(() =>
            new LocatorConnector(http, registration).FetchAsync(MadeUp.PalmSprings, 25, Stop)
        );
        Assert.Contains("Register with its staff first", off.Message, StringComparison.Ordinal);
        Assert.Empty(answers.Asked);
    }

    [Fact]
    public async Task Every_page_is_fetched_and_no_need_is_sent()
    {
        using var answers = new Answers(Page(1, "Oak"), Page(2, "Elm"));
        using var http = new HttpClient(answers);
        using var all = await new LocatorConnector(http, Registered).FetchAsync(MadeUp.PalmSprings, 25, Stop);
        var file = await DirectoryReader.ReadAsync(all, "2026-11-02", null, MadeFile.Codes, null, Stop);
        Assert.Equal(["Oak", "Elm"], file.Rows.Select(r => r.Name));
        Assert.Equal(
            "https://findtreatment.gov/locator/exportsAsJson/v2?sAddr=33.8303,-116.5453&limitType=2&limitValue=40233.6&sType=both&sort=0&pageSize=2000&page=1",
            answers.Asked[0].ToString()
        );
        Assert.Equal(2, answers.Asked.Count);
    }

    [Theory]
    [InlineData("<html>", "something else than JSON")]
    [InlineData("{}", "how many pages")]
    [InlineData("{\"totalPages\":500}", "smaller region")]
    public async Task An_answer_that_is_none_is_told(string answer, string message)
    {
        using var answers = new Answers(answer);
        using var http = new HttpClient(answers);
        Assert.Contains(
            message,
            (
                await Assert.ThrowsAsync<DirectoryFileException>(() =>
                    new LocatorConnector(http, Registered).FetchAsync(MadeUp.PalmSprings, 25, Stop)
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_number()
    {
        using var answers = new Answers();
        using var http = new HttpClient(answers);
        Assert.Contains(
            "answered 503",
            (
                await Assert.ThrowsAsync<DirectoryFileException>(() =>
                    new LocatorConnector(http, Registered).FetchAsync(MadeUp.PalmSprings, 25, Stop)
                )
            ).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_answer_that_never_comes_is_told_and_not_taken_for_a_wish_to_stop()
    {
        using var silent = new Silent(new TaskCanceledException());
        using var broken = new Silent(new HttpIOException(HttpRequestError.ResponseEnded));
        foreach (var (handler, message) in new[] { (silent, "did not answer page 1 in time"), (broken, "broke off in page 1") })
        {
            using var http = new HttpClient(handler);
            Assert.Contains(
                message,
                (
                    await Assert.ThrowsAsync<DirectoryFileException>(() =>
                        new LocatorConnector(http, Registered).FetchAsync(MadeUp.PalmSprings, 25, Stop)
                    )
                ).Message,
                StringComparison.Ordinal
            );
        }
    }

    private sealed class Silent(Exception failure) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromException<HttpResponseMessage>(failure);
    }

    private static string Page(int page, string name) =>
        $$"""{"page":{{page}},"totalPages":2,"recordCount":2,"rows":[{"name1":"{{name}}","street1":"1 Oak Street","city":"Palm Springs","state":"CA","zip":"92262","typeFacility":"SA","services":null}]}""";

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
