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
