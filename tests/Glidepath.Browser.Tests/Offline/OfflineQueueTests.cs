using System.Diagnostics;
using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;

namespace Glidepath.Browser.Tests.Offline;

/// <summary>The decisions of the queue on a phone, over random histories of a phone, a network and a host that fail.</summary>
public sealed class OfflineQueueTests(ITestOutputHelper output)
{
    private const int Actions = 100;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>10,000 of 100 actions where all is checked; else 200 of them, others for each commit.</summary>
    [Fact]
    public async Task Nothing_kept_is_lost_or_doubled_and_what_is_refused_is_seen()
    {
        var (first, count) = Gate.IsAll ? (0, 10_000) : (Gate.Quarter * 200, 200);
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in new[] { Path.Combine(Folder, "histories.mjs"), $"{first}", $"{count}", $"{Actions}", string.Join(',', Kinds) }
        )
            start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var (said, problems) = (node.StandardOutput.ReadToEndAsync(Stop), node.StandardError.ReadToEndAsync(Stop));
        await node.WaitForExitAsync(Stop);
        output.WriteLine(await said);
        Assert.True(node.ExitCode == 0, await problems);
        Assert.Contains($"\"histories\":{count}", await said);
        Assert.Contains("hard-moment-step", Kinds);
        foreach (var kind in Kinds)
            Assert.Contains($"\"kept: {kind}\":", await said);
        // Every fault that is named was met.
        foreach (
            var fault in new[]
            {
                "lost",
                "401",
                "409",
                "500",
                "timeout",
                "portal",
                "kill",
                "quota",
                "two tabs",
                "new version",
                "clock",
                "cleared",
                "restored",
                "phone set back",
                "told: cleared",
                "refused: a step before its moment",
            }
        )
            Assert.Contains($"\"{fault}\":", await said);
    }

    /// <summary>Each that a form of a page may leave on the phone.</summary>
    private static string[] Kinds =>
        [
            .. Directory
                .GetFiles(Path.Combine(Folder, "../../../src/Glidepath.Web"), "Offline*.razor", SearchOption.AllDirectories)
                .SelectMany(f => Regex.Matches(File.ReadAllText(f), "data-sealed=\"([a-z-]+)\""))
                .Select(m => m.Groups[1].Value)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    internal static string Folder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (File.Exists(Path.Combine(folder.FullName, "Glidepath.slnx")))
                    return Path.Combine(folder.FullName, "tests", "Glidepath.Browser.Tests", "Offline");
            throw new DirectoryNotFoundException("Glidepath.slnx stands in no folder above the tests.");
        }
    }
}
