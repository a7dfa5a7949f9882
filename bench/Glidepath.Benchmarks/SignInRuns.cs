using System.Diagnostics;

namespace Glidepath.Benchmarks;

/// <summary>
/// Whether the time of a no tells whether there is such an account: a known name, an unknown one and a locked one, in turns, with a wrong
/// password. With the floor under every no, which is in force, and without it, to see what it hides.
/// </summary>
internal static class SignInRuns
{
    // Tries a name has before it is closed for a quarter of an hour; and an address, less what the pages before took.
    private const int PerName = 9,
        PerAddress = 54;

    private static readonly string[] Known = ["pia.prescriber", "nils.nurse"];

    public static async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync("| | floor | tries | fastest | median | slowest |\n|---|---|---:|---:|---:|---:|");
        foreach (var (floor, words) in new[] { ("00:00:00.700", "700 ms, as shipped"), ("00:00:00", "none") })
        {
            using var host = await LoadHost.StartAsync("sqlite", $"--SignIn:NoTakes={floor}");
            using var browser = host.Browser();
            // Locked in the store after ten wrong tries, and still refused once the name may be tried again.
            var times = new Dictionary<string, List<double>> { ["known"] = [], ["unknown"] = [] };
            for (var i = 0; i < PerAddress / 3; i++)
            {
                times["known"].Add(await TimeAsync(browser, Known[i / PerName]));
                times["unknown"].Add(await TimeAsync(browser, $"nobody.{i}"));
            }
            for (var i = 0; i < 2; i++)
                await TimeAsync(browser, Known[0]);
            times["locked, known"] =
            [
                await TimeAsync(browser, Known[0]),
                await TimeAsync(browser, Known[0]),
                await TimeAsync(browser, Known[0]),
            ];
            for (var i = 0; i < 10; i++)
                await TimeAsync(browser, "nobody.at.all");
            times["locked, unknown"] =
            [
                await TimeAsync(browser, "nobody.at.all"),
                await TimeAsync(browser, "nobody.at.all"),
                await TimeAsync(browser, "nobody.at.all"),
            ];
            foreach (var (who, all) in times.Select(t => (t.Key, t.Value.Order().ToList())))
                await output.WriteLineAsync(
                    FormattableString.Invariant(
                        $"| {who} | {words} | {all.Count} | {all[0]:0} ms | {all[all.Count / 2]:0} ms | {all[^1]:0} ms |"
                    )
                );
        }
    }

    private static async Task<double> TimeAsync(HttpClient browser, string name)
    {
        var page = await browser.GetStringAsync("/sign-in");
        var started = Stopwatch.GetTimestamp();
        await LoadHost.SendAsync(browser, page, name, "wrong wrong wrong wrong");
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
