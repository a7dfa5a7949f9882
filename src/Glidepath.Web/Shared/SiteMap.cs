namespace Glidepath.Web.Shared;

/// <summary>Which of the public addresses there are: a link is shown once its page has been built, and never leads nowhere.</summary>
internal sealed class SiteMap(IEnumerable<EndpointDataSource> sources, HostOptions host)
{
    public const string Planner = "/planner",
        Finder = "/find-care",
        Family = "/family",
        Booklet = "/booklet",
        Learn = "/learn",
        SignIn = "/sign-in",
        Sources = "/sources";

    /// <summary>The page of all parts of the look answers in a demo only.</summary>
    private const string Parts = "/parts";

    private HashSet<string> Addresses =>
        field ??= [
            .. sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Select(e => "/" + e.RoutePattern.RawText?.TrimStart('/')),
        ];

    public IEnumerable<(string Words, string Href)> Header =>
        Built([("Plan a taper", Planner), ("Find care", Finder), ("For families", Family), ("Learn", Learn), ("Sign in", SignIn)]);

    public IEnumerable<(string Words, string Href)> Footer =>
        Built([
            ("Where our facts come from", Sources),
            ("A booklet about my medicine", Booklet),
            ("What we promise", "/privacy-promise"),
            ("Leaving this page fast", "/exit-info"),
            ("Accessibility", "/accessibility"),
            ("All parts", Parts),
        ]);

    public bool Has(string href) => Addresses.Contains(href) && (host.Demo || href is not Parts);

    public IEnumerable<(string Words, string Href)> Built(IEnumerable<(string Words, string Href)> links) => links.Where(l => Has(l.Href));
}
