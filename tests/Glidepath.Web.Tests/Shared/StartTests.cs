using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Glidepath.Web.Tests.Shared;

/// <summary>A start of the program itself, as its operator sees it.</summary>
public sealed class StartTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_that_is_asked_all_the_while_whether_it_is_ready_says_not_yet_and_then_ok_and_logs_no_error()
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-start-").FullName;
        var address = $"http://127.0.0.1:{FreePort()}";
        using var host = Start(folder, address);
        var (log, error) = (host.StandardOutput.ReadToEndAsync(Stop), host.StandardError.ReadToEndAsync(Stop));
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri(address) };
            var said = new List<(HttpStatusCode, string)>();
            while (said.LastOrDefault() != (HttpStatusCode.OK, "ok"))
            {
                Assert.False(host.HasExited);
                try
                {
                    using var answer = await http.GetAsync("/health/ready", Stop);
                    said.Add((answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop)));
                }
                catch (HttpRequestException)
                {
                    // It does not listen yet.
                }
                await Task.Delay(25, Stop);
            }
            Assert.Equal([(HttpStatusCode.ServiceUnavailable, "not ready"), (HttpStatusCode.OK, "ok")], said.Distinct());
        }
        finally
        {
            using (var stop = Process.Start("kill", ["-TERM", $"{host.Id}"])!)
                await stop.WaitForExitAsync(CancellationToken.None);
            await host.WaitForExitAsync(CancellationToken.None);
            Directory.Delete(folder, recursive: true);
        }
        Assert.Equal((0, ""), (host.ExitCode, await error));
        var lines = (await log).Split('\n');
        Assert.Contains(lines, l => l.Contains("\"LogLevel\":\"Information\"", StringComparison.Ordinal));
        Assert.DoesNotContain(
            lines,
            l => l.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal) || l.Contains("\"Critical\"", StringComparison.Ordinal)
        );
    }

    private static Process Start(string folder, string address)
    {
        // Its own output: the tests' folder lacks what the program finds beside itself.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Glidepath.Web", own.Name);
        var start = new ProcessStartInfo(Path.Combine(program, "glidepath-web"), ["--data", folder, "--urls", address])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = program,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
