using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace Glidepath.Benchmarks;

/// <summary>
/// The built web host with its demo clinic as a process of its own, on loopback, over either store; spoken to as a browser does.
/// </summary>
internal sealed partial class LoadHost : IDisposable
{
    private const string Password = "glidepath-demo-2026";

    private readonly Process _process;

    /// <summary>Where its keys and its database are.</summary>
    public string Folder { get; }

    public Uri Address { get; }

    private LoadHost(Process process, string folder, Uri address) => (_process, Folder, Address) = (process, folder, address);

    /// <param name="settings">Further settings, <c>--Section:Name=value</c>.</param>
    public static async Task<LoadHost> StartAsync(string kind, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-load-").FullName;
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        // Beside this program's own folder in artifacts/bin.
        var dll = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "Glidepath.Web", "release", "glidepath-web.dll"));
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in new[]
            {
                dll,
                "--demo",
                "--urls",
                address.ToString().TrimEnd('/'),
                "--data",
                folder,
                "--RateLimits:RequestsPerMinute=100000000",
                "--RateLimits:ComputingPerMinute=100000000",
            }.Concat(settings)
        )
            start.ArgumentList.Add(argument);
        if (kind == "postgres")
            start.Environment["ConnectionStrings__Glidepath"] = BenchStore.NewDatabase();
        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, line) => Console.Error.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var host = new LoadHost(process, folder, address);
        using var http = new HttpClient { BaseAddress = address };
        for (var i = 0; i < 600; i++)
        {
            if (process.HasExited)
                throw new InvalidOperationException(
                    $"The host ended with {process.ExitCode}. Build it first: dotnet build src/Glidepath.Web -c Release"
                );
            try
            {
                if ((await http.GetAsync("/health/ready")).IsSuccessStatusCode)
                    return host;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(200);
        }
        throw new TimeoutException("The host was not ready after two minutes.");
    }

    /// <summary>Of all its threads since it began.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>A browser of its own: cookies are kept, redirects are not followed.</summary>
    public HttpClient Browser() =>
        new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false })
        {
            BaseAddress = Address,
            Timeout = TimeSpan.FromMinutes(2),
        };

    /// <returns>Whether it was let in.</returns>
    public async Task<bool> SignInAsync(HttpClient browser, string name, string password = Password)
    {
        var page = await browser.GetStringAsync("/sign-in");
        return await SendAsync(browser, page, name, password) is HttpStatusCode.Redirect or HttpStatusCode.Found;
    }

    public static async Task<HttpStatusCode> SendAsync(HttpClient browser, string page, string name, string password)
    {
        var form = FormIn().Matches(page).Select(m => m.Value).First(f => f.Contains("type=\"password\"", StringComparison.Ordinal));
        var fields = HiddenIn()
            .Matches(form)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)))
            .ToList();
        fields.AddRange([KeyValuePair.Create("name", name), KeyValuePair.Create("password", password), KeyValuePair.Create("code", "")]);
        using var content = new FormUrlEncodedContent(fields);
        using var answer = await browser.PostAsync("/sign-in", content);
        return answer.StatusCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
        if (Directory.Exists(Folder))
            Directory.Delete(Folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex FormIn();

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"")]
    private static partial Regex HiddenIn();
}
