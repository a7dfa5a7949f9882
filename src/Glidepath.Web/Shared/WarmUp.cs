using Glidepath.Storage;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Glidepath.Web.Shared;

/// <summary>
/// The first requests of a host cost many times what later ones do: code is compiled and queries are made ready. So a host asks itself for
/// the pages that anyone may open, and the store for nobody's record, before <c>/health/ready</c> says yes. What goes wrong here is left
/// alone: the first real request meets it and says so. No health check: a host that warms up is not ill, and one that says no is an error
/// in the log each time it is asked.
/// </summary>
internal sealed class WarmUp(IServer server, IHostApplicationLifetime lifetime, Store store) : BackgroundService
{
    // Code that is called thirty times is compiled again, better; each page calls most of it more than once. All count against the limit
    // of requests of this machine's own address.
    private const int Times = 8;

    private static readonly string[] Pages = ["/", SiteMap.Planner, SiteMap.Finder, SiteMap.Family, SiteMap.SignIn];

    private volatile bool _isDone;

    public bool IsDone => _isDone;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, lifetime.ApplicationStarted).ContinueWith(_ => { }, TaskScheduler.Default);
            await store.WarmUpAsync(Times, stoppingToken);
            foreach (var own in Addresses())
                await AskAsync(own, stoppingToken);
        }
        catch (Exception failed) when (failed is HttpRequestException or System.Data.Common.DbException or OperationCanceledException)
        {
            // The first real request meets what this met, and says so.
        }
        finally
        {
            _isDone = true;
        }
    }

    // By TLS its own certificate would have to be trusted first.
    private IEnumerable<Uri> Addresses() =>
        (server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            .Where(a => a.StartsWith("http://", StringComparison.Ordinal))
            .Take(1)
            .Select(a => new UriBuilder(a.Replace("//+", "//127.0.0.1", StringComparison.Ordinal)) { Host = "127.0.0.1" }.Uri);

    private static async Task AskAsync(Uri own, CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = own, Timeout = TimeSpan.FromSeconds(20) };
        for (var i = 0; i < Times; i++)
            foreach (var page in Pages)
                using (await http.GetAsync(page, cancellationToken)) { }
    }
}
