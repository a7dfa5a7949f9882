using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>What the tests of these pages do over and over, through the pages themselves.</summary>
internal static class PatientJourney
{
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static async Task<Guid> RegisterAsync(this HttpClient client, string given = "Wren", string family = "Testperson")
    {
        using var answer = await client.PostOnceAsync(
            "/api/patients",
            new
            {
                givenName = given,
                familyName = family,
                dateOfBirth = "1990-02-03",
                phone = "(555) 555-0199",
            }
        );
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<Saved>(Stop))!.Id;
    }

    public static async Task<HttpResponseMessage> PostOnceAsync(
        this HttpClient client,
        string address,
        object body,
        string? key = null,
        string? match = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(body),
            Headers = { { "Idempotency-Key", key ?? Guid.NewGuid().ToString() } },
        };
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        return await client.SendAsync(request, Stop);
    }

    /// <summary>As the answer of an address has it, to be sent back with a change.</summary>
    public static async Task<string> VersionAsync(this HttpClient client, string address)
    {
        using var seen = await client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        return seen.Headers.ETag!.ToString();
    }

    public static async Task<HttpResponseMessage> PutAsync(this HttpClient client, string address, object body, string? match)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = JsonContent.Create(body) };
        if (match is not null)
            request.Headers.TryAddWithoutValidation("If-Match", match);
        return await client.SendAsync(request, Stop);
    }

    /// <summary>A page without what is new in every answer: nonce, tokens, keys.</summary>
    public static async Task<(HttpStatusCode Status, string Body)> PlainAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative), Stop);
        var body = await answer.Content.ReadAsStringAsync(Stop);
        body = Regex.Replace(
            body,
            "nonce=\"[^\"]*\"|name=\"__RequestVerificationToken\" value=\"[^\"]*\"|\"traceId\":\"[^\"]*\"|name=\"once\" value=\"[^\"]*\"",
            ""
        );
        return (answer.StatusCode, body);
    }

    public static async Task<List<AuditRow>> AuditAsync(this GlidepathApp app, Guid account)
    {
        await using var db = app.Store.CreateDbContext();
        return
        [
            .. db
                .AuditEvents.Where(e => e.ActorId == account)
                .OrderBy(e => e.Sequence)
                .Select(e => new AuditRow(e.Action.ToString(), e.Target, e.PatientId, e.Outcome.ToString())),
        ];
    }

    internal sealed record Saved(Guid Id, Guid? Version);

    internal sealed record AuditRow(string Action, string Target, Guid? PatientId, string Outcome);

    public static readonly string[] Pages =
    [
        "",
        "/details",
        "/reach",
        "/contacts",
        "/episode",
        "/pathway",
        "/pathway/prescribed",
        "/pathway/not-prescribed",
        "/pathway/not-prescribed/talk",
        "/pathway/letter",
        "/setting",
        "/problems",
        "/care-team",
        "/admit/reach",
        "/admit/pathway",
        "/admit/check",
    ];

    public static readonly string[] Addresses =
    [
        "",
        "/details",
        "/contacts",
        "/episode",
        "/pathway",
        "/pathway/letter",
        "/setting",
        "/problems",
        "/care-team",
    ];
}
