using System.Text;
using Glidepath.Application.Privacy;
using Glidepath.Web.Accounts;
using Glidepath.Web.Shared;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Privacy;

/// <summary>
/// Leave at once: the session ends, the browser is told to forget what we left in it, and a neutral site takes the place of the page. A
/// form without a token, so that it still works when cookies are gone; what another site could make of it is that somebody is signed out,
/// so such a request ends nothing.
/// </summary>
internal static class Exit
{
    public static void MapExit(this WebApplication app) => app.MapPost("/exit", Leave).DisableAntiforgery().Open();

    internal static async Task Leave(HttpContext context, Leaving leaving, CurrentActor actor, IOptions<ExitOptions> options)
    {
        var written = Task.CompletedTask;
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
        {
            written = await leaving.LeaveAsync(context, actor.RequestId, "exit");
            Forgetting.TellBrowser(context);
        }
        // Not a redirect: a page may send a form to us only, and this way the page left behind is replaced and not merely followed.
        var site = System.Net.WebUtility.HtmlEncode(options.Value.Site);
        context.Response.ContentType = "text/html; charset=utf-8";
        var page = Encoding.UTF8.GetBytes(
            $"""
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Weather</title><meta name="viewport" content="width=device-width">
            <script nonce="{context.Nonce()}" data-site="{site}">location.replace(document.currentScript.dataset.site)</script>
            <meta http-equiv="refresh" content="0;url={site}"></head><body><p><a href="{site}">Continue</a></p></body></html>
            """
        );
        // Whole and on its way before anything is waited for: the browser leaves when it has these bytes.
        context.Response.ContentLength = page.Length;
        await context.Response.Body.WriteAsync(page, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        await written;
    }
}
