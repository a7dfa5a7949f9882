using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Glidepath.Application.Monitoring;
using Glidepath.Storage.Monitoring;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Monitoring.Alerts;

/// <summary>
/// The program's own pager, by a POST that says that something waits: a key, the level, and the address of the duty list. Whoever opens it
/// signs in.
/// </summary>
internal sealed class WebhookChannel(IOptionsMonitor<AlertingOptions> options, IHttpClientFactory clients) : IAlertChannel
{
    public const string Client = "alert-webhook",
        Signature = "Glidepath-Signature",
        Key = "Idempotency-Key";

    public OutboxChannel Channel => OutboxChannel.Webhook;

    public bool IsConfigured => Address(options.CurrentValue.Webhook.Url) is not null;

    public async Task<string?> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var said = options.CurrentValue;
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new Page(message.Id, message.Level, DutyLink.Of(said.Site)),
            JsonSerializerOptions.Web
        );
        using var request = new HttpRequestMessage(HttpMethod.Post, Address(said.Webhook.Url))
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        request.Headers.Add(Key, message.Id.ToString());
        if (said.Webhook.Secret is { Length: > 0 } secret)
            request.Headers.Add(Signature, Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return answer.IsSuccessStatusCode ? null : $"status-{(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return "unreachable";
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "timeout";
        }
    }

    /// <summary>Null for what is no address, or one over which anyone on the way could read.</summary>
    internal static Uri? Address(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address is { Scheme: "http", IsLoopback: true })
            ? address
            : null;

    /// <param name="Id">The same on each try.</param>
    private sealed record Page(Guid Id, string Level, string? Link);
}
