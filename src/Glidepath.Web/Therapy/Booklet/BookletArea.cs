using Glidepath.Application.Shared;
using Glidepath.Application.Therapy.Booklet;
using Glidepath.Web.Shared;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Therapy.Booklet;

/// <summary>The booklet: for everybody, without an account, and kept nowhere.</summary>
internal static class BookletArea
{
    public const string Print = $"{SiteMap.Booklet}/pdf";

    public static void AddBooklet(this WebApplicationBuilder builder) => builder.Services.AddScoped<BookletService>();

    /// <summary>
    /// The paper, made from the same answers as the page. It needs no token: it changes nothing and shows what was sent, so that a form of
    /// another site gains nothing, and a reader is given no cookie.
    /// </summary>
    public static void MapBooklet(this WebApplication app) =>
        app.MapPost(Print, PrintAsync).DisableAntiforgery().RequireRateLimiting(RateLimits.Computing).Open();

    private static async Task<IResult> PrintAsync(HttpContext context, BookletService booklet, IOptionsSnapshot<CrisisNumbers> numbers)
    {
        if (
            await FormReader.ReadAsync(context, new FieldErrors()) is not { } sent
            || BookletForm.Read(sent).Reader(new FieldErrors()) is not { IsForSomeoneElse: false } reader
        )
            return TypedResults.StatusCode(StatusCodes.Status400BadRequest);
        return TypedResults.File(
            await booklet.PrintAsync(reader, numbers.Value.Safety, context.RequestAborted),
            "application/pdf",
            "booklet.pdf"
        );
    }
}
