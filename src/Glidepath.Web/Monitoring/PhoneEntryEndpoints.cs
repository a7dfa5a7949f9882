using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Monitoring;
using Glidepath.Treatment;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Monitoring;

/// <summary>
/// For the patient's own phone: what it seals with, and what it sends when it has a connection again. What is refused for good is a 422
/// with its rule and its sentence; anything else that is no receipt leaves the entry on the phone.
/// </summary>
internal static class PhoneEntryEndpoints
{
    private const string PhoneCookie = "gp-phone";

    public static void MapPhoneEntries(this WebApplication app)
    {
        app.MapJson("/api/me/offline", "Check-ins")
            .MapGet("", HostAsync)
            .WithName("OfflineHost")
            .WithSummary("The public key to which a phone seals check-ins, and what the host knows of the phones of this account.")
            .Produces<OfflineHost>()
            .RequireAuthorization(Policies.Patient)
            .Marked(EndpointClass.Account, AuditExpectation.None);
        app.MapJson("/api/me/entries/sealed", "Check-ins")
            .MapPost("", TakeAsync)
            .WithName("SendSealedEntry")
            .WithSummary("An entry that waited on a phone; the Idempotency-Key is its id. Sent again, it gets the same receipt.")
            .Produces<PhoneReceipt>()
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .Writes(Policies.Patient);
    }

    private static async Task<IResult> HostAsync(HttpContext context, PhoneEntriesService phones, CancellationToken stop) =>
        Results.Ok(
            new OfflineHost(await phones.HostAsync(stop), context.Request.Cookies.ContainsKey(HostCookies.Name(context, PhoneCookie)))
        );

    private static async Task<IResult> TakeAsync(
        HttpContext context,
        SendPhoneEntry body,
        PhoneEntriesService phones,
        IEnumerable<PhoneEntryKind> kinds,
        CancellationToken stop
    )
    {
        try
        {
            // One key for both: what is done once is known by the id of the entry.
            if (body is null || context.Request.Headers[NeededHeader.Key.Name] != body.Id)
                throw new RuleViolationException("phone-entry.altered");
            var kind = kinds.FirstOrDefault(k => k.Name == body.Kind) ?? throw new RuleViolationException("phone-entry.altered");
            var opened = await phones.OpenAsync(body.ToEntry(), stop);
            if (await kind.TakeAsync(context.RequestServices, opened, stop) is not { } taken)
                return JsonRoutes.NoSuchPerson();
            Remember(context, body.Id);
            return Results.Ok(
                new PhoneReceipt(
                    body.Id,
                    opened.Hash,
                    taken.At,
                    taken.Id,
                    taken.IsDanger,
                    taken.On,
                    taken.Says,
                    taken.Next,
                    await phones.GenerationAsync(stop)
                )
            );
        }
        catch (RuleViolationException broken) when (!broken.Rule.StartsWith("idempotency.", StringComparison.Ordinal))
        {
            return Results.Problem(
                statusCode: broken.Rule is PhoneEntriesService.OtherPerson
                    ? StatusCodes.Status403Forbidden
                    : StatusCodes.Status422UnprocessableEntity,
                detail: broken.Message,
                extensions: new Dictionary<string, object?> { ["rule"] = broken.Rule }
            );
        }
    }

    /// <summary>
    /// That this browser sent one: where its storage is empty the next time, it was cleared. A browser that clears storage by itself leaves
    /// what only the host may read.
    /// </summary>
    private static void Remember(HttpContext context, string id) =>
        context.Response.Cookies.Append(
            HostCookies.Name(context, PhoneCookie),
            id[..id.IndexOf('-', StringComparison.Ordinal)],
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            }
        );
}

/// <param name="ThisPhone">Whether an entry came from this browser before.</param>
public sealed record OfflineHost(string Owner, PhoneKey Key, string Generation, IReadOnlyList<KnownPhone> Phones, bool ThisPhone)
{
    internal OfflineHost(PhoneHost host, bool thisPhone)
        : this(host.Owner, host.Key, host.Generation, host.Phones, thisPhone) { }
}

/// <summary>A sealed entry; bytes are in base64.</summary>
/// <param name="Kind">Such as check-in.</param>
/// <param name="Id">Of the phone, the number on it, and chance; the Idempotency-Key too.</param>
/// <param name="Owner">As the host named this account to the phone.</param>
/// <param name="KeyId">Of the key to which it was sealed.</param>
/// <param name="EphemeralKey">A point of P-256, uncompressed.</param>
/// <param name="Iv">12 bytes.</param>
/// <param name="RecordedAt">By the clock of the phone.</param>
/// <param name="OffsetMinutes">Of the phone, to UTC.</param>
[ValidatableType]
public sealed record SendPhoneEntry(
    [property: StringLength(40)] string Kind,
    [property: StringLength(60)] string Id,
    [property: StringLength(60)] string Owner,
    [property: StringLength(60)] string KeyId,
    [property: StringLength(200)] string EphemeralKey,
    [property: StringLength(60)] string Iv,
    [property: StringLength(20_000)] string Ciphertext,
    [property: StringLength(60)] string RecordedAt,
    int OffsetMinutes
)
{
    internal PhoneEntry ToEntry() => new(Kind, Id, Owner, KeyId, EphemeralKey, Iv, Ciphertext, RecordedAt, OffsetMinutes);
}

/// <summary>That an entry arrived. A phone lets go of it for nothing else.</summary>
/// <param name="Sha256">Of the sealed bytes.</param>
/// <param name="IsDanger">It told of a danger sign.</param>
/// <param name="EntryId">In the record.</param>
/// <param name="On">The day that it was taken for.</param>
/// <param name="Says">What was done otherwise than it says; null for nothing.</param>
/// <param name="Next">The page that shows it.</param>
/// <param name="Generation">Of the store; another one after a restore.</param>
public sealed record PhoneReceipt(
    string Id,
    string Sha256,
    DateTime ArrivedAt,
    Guid EntryId,
    bool IsDanger,
    DateOnly On,
    string? Says,
    string Next,
    string Generation
);
