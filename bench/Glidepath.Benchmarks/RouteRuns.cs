using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Glidepath.Benchmarks;

/// <summary>
/// What one request of each route costs: processor time of the host, and how many it answers a second with the clients on the same
/// processors. Beside it what a request costs that asks nothing, and how often this disk makes a write durable.
/// </summary>
internal static class RouteRuns
{
    private const int Connections = 16;

    // A host compiles what it runs often anew for some ten thousand requests: before that one measures the compiler.
    private const int WarmUp = 15_000;

    private const int Measured = 4_000;

    private static readonly string[] Names = ["pia.prescriber", "nils.nurse", "thea.therapist", "cora.counsellor"];

    private static readonly string[] Routes =
    [
        "GET /health/live",
        "GET /api/patients/{id}/problems",
        "GET /api/patients/{id}/episode",
        "GET /api/patients",
        "GET /patients",
        "GET /patients/{id}",
        "GET /today",
        "POST /api/patients/search",
        "POST /api/patients/{id}/contacts",
    ];

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<string> kinds)
    {
        foreach (var kind in kinds)
        {
            using var host = await LoadHost.StartAsync(kind);
            var people = await SignInAllAsync(host);
            // Each write makes a record longer: its route warms up by itself, after all that only read.
            await AskAsync(host, people, [.. Routes.Where(r => !r.EndsWith("/contacts", StringComparison.Ordinal))], WarmUp);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n{kind}, {Connections} connections, {Measured} requests a route after {WarmUp} of all and {Measured} of it, "
                        + $"{Environment.ProcessorCount} processors, .NET {Environment.Version}, load average {LoadRuns.LoadAverage()}, "
                        + $"{FsyncsASecond():0} durable writes of 4 kB a second\n\n| Route | CPU of the host | a second |\n|---|---:|---:|"
                )
            );
            foreach (var route in Routes)
            {
                await AskAsync(host, people, [route], Measured);
                var (cpu, elapsed) = await AskAsync(host, people, [route], Measured);
                await output.WriteLineAsync(
                    FormattableString.Invariant(
                        $"| {route} | {cpu.TotalMilliseconds / Measured:0.00} ms | {Measured / elapsed.TotalSeconds:0} |"
                    )
                );
            }
            people.ForEach(p => p.Browser.Dispose());
        }
    }

    /// <summary>Each with a patient of their own.</summary>
    public static async Task<List<(HttpClient Browser, Guid Patient)>> SignInAllAsync(LoadHost host)
    {
        var people = new List<(HttpClient Browser, Guid Patient)>();
        for (var i = 0; i < Connections; i++)
        {
            var browser = host.Browser();
            if (!await host.SignInAsync(browser, Names[i % Names.Length]))
                throw new InvalidOperationException($"{Names[i % Names.Length]} was not let in.");
            var patients = await browser.GetFromJsonAsync<JsonElement>("/api/patients");
            people.Add((browser, patients[i / Names.Length % patients.GetArrayLength()].GetProperty("id").GetGuid()));
        }
        return people;
    }

    public static async Task<(TimeSpan Cpu, TimeSpan Elapsed)> AskAsync(
        LoadHost host,
        List<(HttpClient Browser, Guid Patient)> people,
        string[] routes,
        int requests
    )
    {
        var (left, before, watch) = (requests, host.ProcessorTime, Stopwatch.StartNew());
        await Task.WhenAll(
            people.Select(async person =>
            {
                for (int turn; (turn = Interlocked.Decrement(ref left)) >= 0; )
                    if (!await LoadRuns.AskAsync(person.Browser, routes[turn % routes.Length], person.Patient))
                        throw new InvalidOperationException($"{routes[turn % routes.Length]} was refused.");
            })
        );
        return (host.ProcessorTime - before, watch.Elapsed);
    }

    private static double FsyncsASecond()
    {
        var file = Path.GetTempFileName();
        try
        {
            using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1);
            var block = new byte[4096];
            var (watch, writes) = (Stopwatch.StartNew(), 0);
            for (; watch.Elapsed.TotalSeconds < 1; writes++)
            {
                stream.Write(block);
                stream.Flush(flushToDisk: true);
            }
            return writes / watch.Elapsed.TotalSeconds;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
