namespace Glidepath.Web.Shared;

/// <summary>Which of the public addresses there are: a link is shown once its page has been built, and never leads nowhere.</summary>
internal sealed class SiteMap(IEnumerable<EndpointDataSource> sources)
{
    public const string Planner = "/planner", Finder = "/find-care", Family = "/family", Learn = "/learn", SignIn = "/sign-in", Sources = "/sources";

    private HashSet<string> Addresses => field ??=
        [.. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/'))];

    public IEnumerable<(string Words, string Href)> Header =>
        Built([("Plan a taper", Planner), ("Find care", Finder), ("For families", Family), ("Learn", Learn), ("Sign in", SignIn)]);

    public IEnumerable<(string Words, string Href)> Footer =>
        Built([("Where our facts come from", Sources), ("What we promise", "/privacy-promise"), ("Leaving this page fast", "/exit-info"), ("Accessibility", "/accessibility"), ("All parts", "/parts")]);

    public bool Has(string href) => Addresses.Contains(href);

    public IEnumerable<(string Words, string Href)> Built(IEnumerable<(string Words, string Href)> links) => links.Where(l => Has(l.Href));
}
