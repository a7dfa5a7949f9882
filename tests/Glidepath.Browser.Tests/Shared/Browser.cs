using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Glidepath.Browser.Tests.Shared.Browser))]

namespace Glidepath.Browser.Tests.Shared;

/// <summary>A real Chromium (Debian's; or the one CHROMIUM names) before the real host, which runs as its own process in demo mode.</summary>
public sealed class Browser : IAsyncLifetime
{
    private Process? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    private static readonly string Folder = Directory.CreateTempSubdirectory("glidepath-browser-").FullName;

    public string Address { get; private set; } = "";

    public static string AxeScript => Path.Combine(AppContext.BaseDirectory, "axe.min.js");

    public async ValueTask InitializeAsync()
    {
        var chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
        if (!File.Exists(chromium))
            throw new InvalidOperationException($"The browser tests need Chromium at {chromium}, or at the path in CHROMIUM. On Debian: apt-get install chromium.");
        Address = $"http://127.0.0.1:{FreePort()}";
        _host = Start(Address);
        await Answering();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = chromium,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--disable-default-apps"],
        });
    }

    /// <param name="width">390 for a phone, 1280 for a desk.</param>
    /// <param name="bypassCsp">Only for axe, which is put into the page from outside.</param>
    public async Task<IPage> PageAsync(int width = 1280, bool script = true, bool bypassCsp = false)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Address,
            ViewportSize = new ViewportSize { Width = width, Height = width < 500 ? 844 : 900 },
            JavaScriptEnabled = script,
            BypassCSP = bypassCsp,
            HasTouch = width < 500,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    private static Process Start(string address)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = AppContext.BaseDirectory };
        foreach (var argument in new[] { Path.Combine(AppContext.BaseDirectory, "glidepath-web.dll"), "--demo", "--urls", address, "--data", Folder })
            start.ArgumentList.Add(argument);
        // As it runs for people; but many pages may be asked for in a minute.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["RateLimits__ComputingPerMinute"] = start.Environment["RateLimits__RequestsPerMinute"] = "100000";
        var host = Process.Start(start)!;
        host.OutputDataReceived += (_, _) => { };
        host.ErrorDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        return host;
    }

    private async Task Answering()
    {
        using var client = new HttpClient();
        for (var until = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < until; await Task.Delay(200))
        {
            if (_host!.HasExited)
                throw new InvalidOperationException($"The host ended with code {_host.ExitCode}.");
            try
            {
                if ((await client.GetAsync(new Uri(Address + "/health/live"))).StatusCode == HttpStatusCode.OK)
                    return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
        throw new InvalidOperationException("The host did not answer within 90 seconds.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_host is { HasExited: false })
        {
            _host.Kill(entireProcessTree: true);
            await _host.WaitForExitAsync();
        }
        _host?.Dispose();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }
}
