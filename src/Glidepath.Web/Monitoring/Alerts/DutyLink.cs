namespace Glidepath.Web.Monitoring.Alerts;

/// <summary>Where what is sent points to; it names nobody.</summary>
internal static class DutyLink
{
    /// <returns>Null where the operator did not say how staff reach this host.</returns>
    public static string? Of(string? site) =>
        Uri.TryCreate(site, UriKind.Absolute, out var host) ? new Uri(host, "/duty").ToString() : null;
}
