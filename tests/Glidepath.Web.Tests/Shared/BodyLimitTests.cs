using System.Net;
using System.Text;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tests.Shared;

/// <summary>On the server that ships, Kestrel: what it refuses by itself must look like what we refuse.</summary>
public sealed class BodyLimitTests
{
    private static readonly (string Address, string Kind)[] Doors =
    [
        ("/api/plans/draft", "application/json"),
        ("/api/patients", "application/json"),
        ("/api/scale-files/ciwa-b", "application/json"),
        ("/planner", "application/x-www-form-urlencoded"),
    ];

    [Fact]
    public async Task A_body_over_the_limit_is_a_413_whether_it_says_its_length_or_not()
    {
        await using var app = new GlidepathApp();
        app.UseKestrel(0);
        app.StartServer();
        var (client, _) = await app.SignedInAsync(Role.Nurse, onTheWire: true);
        foreach (var (address, kind) in Doors)
        foreach (var isChunked in new[] { false, true })
        foreach (
            var (bytes, isOver) in new[] { (BodyLimit.MaxBytes + 1, true), (BodyLimit.MaxBytes * 3, true), (BodyLimit.MaxBytes / 2, false) }
        )
        {
            using var request = Request(address, kind, (int)bytes);
            request.Headers.TransferEncodingChunked = isChunked ? true : null;
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            var what = $"{address}, {bytes} bytes, {(isChunked ? "chunked" : "with its length")}: {(int)answer.StatusCode}";
            Assert.True(
                (int)answer.StatusCode is >= 400 and < 500 && answer.StatusCode is HttpStatusCode.RequestEntityTooLarge == isOver,
                what
            );
            Assert.True(
                !address.StartsWith("/api", StringComparison.Ordinal)
                    || answer.Content.Headers.ContentType?.MediaType is "application/problem+json",
                what
            );
        }
    }

    [Fact]
    public async Task A_large_file_of_a_record_says_its_length_or_is_a_413_before_anybody_is_known()
    {
        await using var app = new GlidepathApp();
        app.UseKestrel(0);
        app.StartServer();
        var (client, _) = await app.SignedInAsync(Role.Nurse, onTheWire: true);
        var address = $"/api/patients/{Guid.CreateVersion7()}/documents";
        foreach (var isChunked in new[] { false, true })
        {
            using var request = Request(address, "application/json", (int)BodyLimit.MaxBytes * 3);
            request.Headers.TransferEncodingChunked = isChunked ? true : null;
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(isChunked ? HttpStatusCode.RequestEntityTooLarge : HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Large_files_are_taken_four_at_a_time_and_the_fifth_waits_for_a_turn()
    {
        using var turns = new Glidepath.Application.Shared.FileTurns();
        var entered = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => turns.EnterAsync(TestContext.Current.CancellationToken)));
        var fifth = turns.EnterAsync(TestContext.Current.CancellationToken);
        Assert.False(fifth.IsCompleted);
        entered[0].Dispose();
        using var turn = await fifth;
        Assert.All(entered[1..], t => t.Dispose());
    }

    /// <summary>
    /// One that the address knows: an unknown one is refused as soon as it is read, before anybody sees how long the body is.
    /// </summary>
    private static string Member(string address) => address.Contains("patients", StringComparison.Ordinal) ? "familyName" : "drug";

    private static HttpRequestMessage Request(string address, string kind, int bytes) =>
        new(address.Contains("scale", StringComparison.Ordinal) ? HttpMethod.Put : HttpMethod.Post, address)
        {
            Content = new StringContent(
                kind is "application/json"
                    ? $"{{\"{Member(address)}\":\"{new string('x', bytes - 7 - Member(address).Length)}\"}}"
                    : new string('x', bytes),
                Encoding.UTF8,
                kind
            ),
            Headers = { { "Idempotency-Key", "k" } },
        };
}
