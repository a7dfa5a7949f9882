using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Patients.Documents;

/// <summary>Files of papers, for people and for other software.</summary>
internal static class DocumentsEndpoints
{
    /// <summary>A file, and the form around it.</summary>
    public const long MostSent = DocumentFile.MostBytes + (64L << 10);

    /// <summary>In milliseconds: a phone on a slow line sends or gets a scan in this time, and the host waits no longer.</summary>
    public const int LongestSending = 300_000;

    /// <summary>Base64 has four signs for three bytes.</summary>
    private const int MostSigns = (DocumentFile.MostBytes + 2) / 3 * 4;

    public static void MapDocuments(this WebApplication app)
    {
        app.MapGet("/patients/{patientId:guid}/documents/{documentId:guid}/content", ForStaff)
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Clinician)
            .HandsOut();
        app.MapPost("/me/documents/{document:guid}", ForOneself)
            .ExcludeFromDescription()
            .RequireAuthorization(Policies.Patient)
            .WithMetadata(new StepUpAttribute())
            .HandsOut();
        app.MapDocumentsApi();
    }

    private static void MapDocumentsApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/documents", "Documents");
        api.MapGet(
                "",
                async (Guid id, DocumentsService s, CancellationToken stop) =>
                    Found((await s.ListAsync(id, stop))?.All.Select(SentDocument.Of).ToList())
            )
            .WithName("Documents")
            .WithSummary("Papers that are open to you, the newest first, with those entered in error. No file is in it.")
            .Reads(Policies.Clinician);
        api.MapGet(
                "/{entry:guid}",
                async (Guid id, Guid entry, DocumentsService s, HttpContext context, CancellationToken stop) =>
                    await OneAsync(s, id, entry, stop) is { } one ? Found(one, context.Response, one.Version) : NoSuchPerson()
            )
            .WithName("Document")
            .Reads(Policies.Clinician);
        api.MapGet(
                "/{entry:guid}/content",
                async (Guid id, Guid entry, DocumentsService s, CancellationToken stop) =>
                    await s.OpenAsync(id, entry, isForPrograms: true, stop) is { } opened ? File(opened) : NoSuchPerson()
            )
            .WithName("DocumentContent")
            .WithSummary("The file as it was received: a PDF, JPEG or PNG.")
            .Reads(Policies.Clinician)
            .RequireRateLimiting(RateLimits.Export)
            .WithMetadata(new SecurityHeaders.ReceivedFileMark(), new RequestTimeoutAttribute(LongestSending));
        api.MapPost("", Receive)
            .WithName("FileDocument")
            .WithSummary("A PDF, JPEG or PNG of at most 20 MB, known by its bytes; a body over 1 MB says its length.")
            .Produces<Saved>()
            .ProducesValidationProblem()
            .WithMetadata(new RequestSizeLimitAttribute(MostSigns + (64L << 10)), new RequestTimeoutAttribute(LongestSending))
            .RequireRateLimiting(RateLimits.Computing)
            .Writes(Policies.Clinician);
        Put<DocumentsService, SendDocumentDescription>(
            api,
            "/{entry:guid}/description",
            "AmendDocumentDescription",
            Policies.Clinician,
            (s, id, e, b, v, stop) => s.AmendAsync(id, e, v, b.Description, b.Why, stop),
            async (s, id, e, stop) => await OneAsync(s, id, e, stop)
        );
        Put<DocumentsService, SendDocumentError>(
            api,
            "/{entry:guid}/error",
            "MarkDocumentEnteredInError",
            Policies.Clinician,
            (s, id, e, b, v, stop) => s.MarkEnteredInErrorAsync(id, e, v, b.Why, stop),
            async (s, id, e, stop) => await OneAsync(s, id, e, stop)
        );
    }

    private static async Task<IResult> ForStaff(Guid patientId, Guid documentId, DocumentsService documents, CancellationToken stop) =>
        await documents.OpenAsync(patientId, documentId, isForPrograms: false, stop) is { } opened ? File(opened) : TypedResults.NotFound();

    private static async Task<IResult> ForOneself(Guid document, HttpContext context, OwnDocumentsService documents) =>
        await FormReader.ReadOwnAsync(context) is null ? TypedResults.StatusCode(StatusCodes.Status400BadRequest)
        : await documents.OpenAsync(document, context.RequestAborted) is { } opened ? File(opened)
        : TypedResults.NotFound();

    private static async Task<IResult> Receive(
        Guid id,
        SendDocument body,
        HttpContext context,
        DocumentsService documents,
        CancellationToken stop
    )
    {
        if (body.ToAsked() is not { } asked)
            return Results.ValidationProblem(new Dictionary<string, string[]> { ["content"] = [PatientsText.T["TheContentIsNotBase64"]] });
        // The file stands in the request by its hash: as text it would be kept in memory once more.
        var once = new Once(context.Request.Headers[NeededHeader.Key.Name].ToString(), DocumentFields.Request(asked));
        return Found(await documents.ReceiveAsync(id, asked, once, stop), context.Response, null);
    }

    private static async Task<SentDocument?> OneAsync(DocumentsService service, Guid id, Guid entry, CancellationToken stop) =>
        (await service.ListAsync(id, stop))?.All.FirstOrDefault(d => d.Id == entry) is { } document ? SentDocument.Of(document) : null;

    private static void HandsOut(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(new SecurityHeaders.ReceivedFileMark(), new RequestTimeoutAttribute(LongestSending))
            .RequireRateLimiting(RateLimits.Export)
            .Marked(EndpointClass.Record, AuditExpectation.Read);

    /// <summary>
    /// Always a download, of the kind that its bytes showed: no page of this host shows what came from outside. A PDF may hold scripts and
    /// launch actions, and a viewer on the device may run them; here nothing does, since the file is opened by no browser as one of our
    /// pages, its own policy is a sandbox without rights, and no part of the program reads more of it than its first and last bytes.
    /// </summary>
    private static IResult File(OpenedDocument opened) => TypedResults.File(opened.Content, opened.ContentType, opened.Name);
}

/// <summary>A paper as it is filed.</summary>
/// <param name="ContentType">As its bytes showed.</param>
/// <param name="Sha256">Of the file, in lower-case hex.</param>
public sealed record SentDocument(
    Guid Id,
    Guid Version,
    DocumentStatus Status,
    DocumentKind Kind,
    DataClass Holds,
    DateOnly? On,
    string Source,
    DocumentReceipt Receipt,
    string Description,
    string ContentType,
    int Size,
    string Sha256,
    DateTime RecordedAt,
    Guid RecordedBy,
    string? WhyInError,
    IReadOnlyList<DocumentAmendment> Amendments
)
{
    internal static SentDocument Of(DocumentReference document) =>
        new(
            document.Id,
            document.Version,
            document.Status,
            document.Details.Kind,
            document.Holds,
            document.Details.On,
            document.Details.Source,
            document.Details.Receipt,
            document.Details.Description,
            document.File.ContentType,
            document.File.Size,
            document.File.Sha256,
            document.RecordedAt,
            document.RecordedBy,
            document.WhyInError,
            document.Details.Amendments
        );
}

/// <summary>What a paper is, described anew.</summary>
[ValidatableType]
public sealed record SendDocumentDescription(
    [property: StringLength(200, MinimumLength = 1)] string Description,
    [property: StringLength(1000, MinimumLength = 1)] string Why
);

/// <summary>A paper to file.</summary>
[ValidatableType]
public sealed record SendDocument
{
    public required DocumentKind Kind { get; init; }

    /// <summary>
    /// What it is about: documents where nothing narrower fits, or medications, vitalSigns, assessments, diagnoses, progress, referrals.
    /// Only who may read documents and this too sees it.
    /// </summary>
    public required DataClass Holds { get; init; }

    /// <summary>The day that stands on the paper.</summary>
    public DateOnly? On { get; init; }

    [StringLength(200, MinimumLength = 1)]
    public required string Source { get; init; }

    public required DocumentReceipt Receipt { get; init; }

    [StringLength(200, MinimumLength = 1)]
    public required string Description { get; init; }

    /// <summary>The file, in base64.</summary>
    [MinLength(1)]
    public required string Content { get; init; }

    /// <returns>Null where the content is no base64.</returns>
    internal DocumentAsked? ToAsked()
    {
        var bytes = new byte[Content.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(Content, bytes, out var length)
            ? new(new(Kind, Source, Receipt, Description, On), Holds, bytes[..length])
            : null;
    }
}

/// <param name="Why">Why it does not belong here.</param>
[ValidatableType]
public sealed record SendDocumentError([property: StringLength(1000, MinimumLength = 1)] string Why);
