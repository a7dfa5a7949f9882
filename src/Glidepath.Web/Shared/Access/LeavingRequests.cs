namespace Glidepath.Web.Shared;

internal static class LeavingRequests
{
    /// <summary>Whether this request is one to leave: nothing that may fail stands in its way.</summary>
    public static bool IsLeaving(this HttpContext? context) =>
        context is not null
        && HttpMethods.IsPost(context.Request.Method)
        && (context.Request.Path.Equals("/exit") || context.Request.Path.Equals("/sign-out"));
}
