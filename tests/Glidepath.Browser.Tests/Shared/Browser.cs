using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;
using Cookie = Microsoft.Playwright.Cookie;

[assembly: AssemblyFixture(typeof(Glidepath.Browser.Tests.Shared.Browser))]

namespace Glidepath.Browser.Tests.Shared;

/// <summary>
/// A real Chromium (Debian's headless shell: Chromium without windows; or the one CHROMIUM names) before the real host, which runs as its
/// own process in demo mode.
/// </summary>
public sealed class Browser : IAsyncLifetime
{
    private Process? _host;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private readonly ConcurrentDictionary<string, Lazy<Task<Cookie[]>>> _signedIn = new();
    private readonly ConcurrentBag<IPage> _free = [],
        _freeWithoutScript = [];

    private static readonly string[] Arguments =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--disable-default-apps",
    ];

    private static readonly string Chromium = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium-headless-shell";

    private static readonly string Folder = Directory.CreateTempSubdirectory("glidepath-browser-").FullName;

    public string Address { get; private set; } = "";

    public static string AxeScript { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "axe.min.js"));

    public async ValueTask InitializeAsync()
    {
        if (!File.Exists(Chromium))
            throw new InvalidOperationException(
                $"The browser tests need Chromium at {Chromium}, or at the path in CHROMIUM. On Debian: apt-get install "
                    + $"chromium-headless-shell."
            );
        (_host, Address) = await StartAsync(Folder);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Arguments });
    }

    /// <summary>A phone whose browser keeps its profile in this folder; close it.</summary>
    public Task<IBrowserContext> WithProfileAsync(string profile) =>
        _playwright!.Chromium.LaunchPersistentContextAsync(
            profile,
            new BrowserTypeLaunchPersistentContextOptions
            {
                ExecutablePath = Chromium,
                Args = Arguments,
                BaseURL = Address,
                ViewportSize = new ViewportSize { Width = 390, Height = Height(390) },
                ReducedMotion = ReducedMotion.Reduce,
            }
        );

    /// <summary>
    /// A page as it was left by the test before, without its cookies: a new one costs more than all that most tests do. Give it back with
    /// <see cref="ReturnAsync"/>.
    /// </summary>
    /// <param name="width">390 for a phone, 1280 for a desk.</param>
    /// <param name="user">Somebody of the demo who is signed in; each signs in once for all tests.</param>
    public async Task<IPage> PageAsync(int width = 1280, bool script = true, string? user = null)
    {
        var page = Free(script).TryTake(out var free) ? free : await FreshAsync(script: script);
        await page.SetViewportSizeAsync(width, Height(width));
        if (user is not null)
            await page.Context.AddCookiesAsync(
                await _signedIn.GetOrAdd(user, name => new Lazy<Task<Cookie[]>>(() => CookiesAsync(name))).Value
            );
        return page;
    }

    public async Task ReturnAsync(IPage page, bool script = true)
    {
        await page.Context.ClearCookiesAsync();
        Free(script).Add(page);
    }

    /// <summary>With nothing kept from before; close its context.</summary>
    /// <param name="address">Of another host than the one of all tests.</param>
    public async Task<IPage> FreshAsync(int width = 1280, bool script = true, string? address = null)
    {
        var context = await _browser!.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = address ?? Address,
                ViewportSize = new ViewportSize { Width = width, Height = Height(width) },
                JavaScriptEnabled = script,
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(30_000);
        return await context.NewPageAsync();
    }

    private static int Height(int width) => width < 500 ? 844 : 900;

    private ConcurrentBag<IPage> Free(bool script) => script ? _free : _freeWithoutScript;

    private async Task<Cookie[]> CookiesAsync(string user)
    {
        var page = await PageAsync();
        await page.SignInAsync(user);
        var cookies = await page.Context.CookiesAsync();
        await ReturnAsync(page);
        return
        [
            .. cookies.Select(c => new Cookie
            {
                Name = c.Name,
                Value = c.Value,
                Domain = c.Domain,
                Path = c.Path,
                HttpOnly = c.HttpOnly,
                Secure = c.Secure,
                SameSite = c.SameSite,
            }),
        ];
    }

    /// <param name="environment">As it runs for people; in another one the pseudo-language is spoken.</param>
    internal static async Task<(Process Host, string Address)> StartAsync(string folder, string environment = "Production")
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var host = Start(address, folder, environment);
        await Answering(host, address);
        return (host, address);
    }

    private static Process Start(string address, string folder, string environment)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        foreach (
            var argument in new[]
            {
                Path.Combine(AppContext.BaseDirectory, "glidepath-web.dll"),
                "--demo",
                "--urls",
                address,
                "--data",
                folder,
            }
        )
            start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        if (environment is not "Production")
            start.Environment["Languages__Pseudo"] = "true";
        // Many pages may be asked for in a minute.
        start.Environment["RateLimits__ComputingPerMinute"] = start.Environment["RateLimits__RequestsPerMinute"] = "100000";
        start.Environment["DOTNET_TieredPGO"] = "0";
        var host = Process.Start(start)!;
        host.OutputDataReceived += (_, _) => { };
        host.ErrorDataReceived += (_, _) => { };
        host.BeginOutputReadLine();
        host.BeginErrorReadLine();
        return host;
    }

    private static async Task Answering(Process host, string address)
    {
        using var client = new HttpClient();
        for (var until = DateTime.UtcNow.AddSeconds(90); DateTime.UtcNow < until; await Task.Delay(200))
        {
            if (host.HasExited)
                throw new InvalidOperationException($"The host ended with code {host.ExitCode}.");
            try
            {
                if ((await client.GetAsync(new Uri(address + "/health/live"))).StatusCode == HttpStatusCode.OK)
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
