using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Shared;

/// <summary>
/// Some pages of the record that goes on show what was merged into it as well: theirs in the merged record lead there. All others stay,
/// with the way on above them.
/// </summary>
internal static class MergedWay
{
    /// <summary>Names the record that somebody came from; the page says so only where it is one of its own.</summary>
    public const string From = "from";

    /// <param name="page">After the address of the person.</param>
    /// <param name="shows">What must be readable there too: else the page of this record stays.</param>
    /// <returns>Null where the page that was asked for is the one to show.</returns>
    public static string? To(this HttpContext context, Guid patientId, MergePointer? into, string page, params DataClass[] shows) =>
        into is { MayFollow: true } on && HttpMethods.IsGet(context.Request.Method) && shows.All(on.Reads.Contains)
            ? $"/patients/{on.Into}{page}?{From}={patientId}"
            : null;

    /// <summary>The answer is the other address, and what was read of this one is not shown.</summary>
    public static void SeeOther(this HttpContext context, string address) => context.LeadOn(address, StatusCodes.Status303SeeOther);

    /// <summary>
    /// The answer is the address; the page is not drawn at all. The framework then looks for the form that was sent on a page that is not
    /// there, and would answer 400: after the last consent was ended, or for somebody who may not see the person. What was decided stands.
    /// </summary>
    public static void LeadOn(this HttpContext context, string address, int status = StatusCodes.Status302Found)
    {
        context.Response.Redirect(address);
        context.Response.OnStarting(() =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = address;
            return Task.CompletedTask;
        });
    }
}
