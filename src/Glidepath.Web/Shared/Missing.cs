using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Shared;

internal static class Missing
{
    /// <summary>
    /// Answers as for an address that does not exist, whether it was looked at or sent to. The framework looks for the form that was sent
    /// on the page that answers, and would fail where the page is gone: what was sent is answered before it looks.
    /// </summary>
    public static void NotFound(this NavigationManager navigation, HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
            throw new BadHttpRequestException("There is no such page.", StatusCodes.Status404NotFound);
        navigation.NotFound();
    }
}
