namespace Glidepath.Web.Shared;

internal static class RefreshRequests
{
    public const string Header = "Glidepath-By-Itself";

    /// <summary>A page that follows by itself asked, and nobody: a session does not live longer by it.</summary>
    public static bool IsByItself(this HttpContext? context) =>
        context is not null && HttpMethods.IsGet(context.Request.Method) && context.Request.Headers.ContainsKey(Header);
}
