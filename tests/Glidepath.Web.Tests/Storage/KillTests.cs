using System.Diagnostics;
using Glidepath.Application.Privacy;
using Glidepath.Tests.Shared;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteKillTests() : KillTests("sqlite");

public sealed class PostgresKillTests() : KillTests("postgres");

/// <summary>
/// A short run of eng/kill, one kill or six (<see cref="Gate"/>): what was acknowledged is there after SIGKILL, the chain holds, the database finds itself sound. A class for
/// each store, so that they run side by side.
/// </summary>
public abstract class KillTests(string kind)
{
    private static readonly int Kills = Gate.IsAll ? 6 : 1;

    [Fact]
    public async Task A_killed_writer_loses_nothing_it_acknowledged()
    {
        var (code, said) = await RunAsync("kill", kind, Kills.ToString(System.Globalization.CultureInfo.InvariantCulture), "7");
        Assert.True(code == 0, said);
        Assert.Contains($"{kind}: {Kills} kills", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        // artifacts/bin/Glidepath.Web.Tests/debug beside artifacts/bin/Glidepath.Benchmarks/debug.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Glidepath.Benchmarks", own.Name, "Glidepath.Benchmarks");
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }
        )!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, said + await error);
    }
}
