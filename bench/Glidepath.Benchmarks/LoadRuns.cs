using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;

namespace Glidepath.Benchmarks;

/// <summary>
/// Fifty people at work at once, each signed in with a session of their own, for a time on each store: how long each page and route takes,
/// and what the store does meanwhile. Once with a second's thought between two requests, as people have, and once with none, to see where
/// it gives way.
/// </summary>
internal static class LoadRuns
{
    private const int Users = 50;

    /// <summary>Seconds.</summary>
    private const int WarmUp = 30;

    /// <summary>Of the demo; each treats somebody.</summary>
    private static readonly string[] Names = ["pia.prescriber", "nils.nurse", "thea.therapist", "cora.counsellor"];

    private static readonly string[] Pages =
    [
        "/today",
        "/patients",
        "/patients/{id}",
        "/patients/{id}/problems",
        "/patients/{id}/intake",
        "/patients/{id}/assessments",
        "/patients/{id}/consents",
    ];

    private static readonly string[] Routes =
    [
        "GET /api/today",
        "GET /api/patients",
        "GET /api/patients/{id}",
        "GET /api/patients/{id}/problems",
        "POST /api/patients/search",
        "POST /api/patients/{id}/contacts",
    ];

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<string> kinds, int seconds)
    {
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Users} users, {seconds} s a run after {WarmUp} s of warming up, {Environment.ProcessorCount} processors, .NET "
                    + $"{Environment.Version}, load average before: {LoadAverage()}"
            )
        );
        foreach (var kind in kinds)
        foreach (var thinks in new[] { true, false })
        {
            using var host = await LoadHost.StartAsync(kind);
            var (times, failures, elapsed) = await RunAsync(host, seconds, thinks);
            await output.WriteLineAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"\n{kind}, {(thinks ? "a second between two requests" : "no pause")}: "
                        + $"{times.Values.Sum(t => t.Count) / elapsed.TotalSeconds:0} requests a second, {failures} failed, load average "
                        + $"after: {LoadAverage()}\n\n| Route | Requests | p50 | p95 | p99 |\n|---|---:|---:|---:|---:|"
                )
            );
            foreach (var route in Pages.Concat(Routes))
                if (times.GetValueOrDefault(route)?.Order().ToList() is { Count: > 0 } sorted)
                    await output.WriteLineAsync(
                        FormattableString.Invariant(
                            $"| {route} | {sorted.Count} | {At(sorted, 0.50):0} ms | {At(sorted, 0.95):0} ms | {At(sorted, 0.99):0} ms |"
                        )
                    );
        }
    }

    private static async Task<(ConcurrentDictionary<string, ConcurrentBag<double>> Times, int Failures, TimeSpan Elapsed)> RunAsync(
        LoadHost host,
        int seconds,
        bool thinks
    )
    {
        var people = new List<(HttpClient Browser, Guid[] Patients)>();
        for (var i = 0; i < Users; i++)
        {
            var browser = host.Browser();
            if (!await host.SignInAsync(browser, Names[i % Names.Length]))
                throw new InvalidOperationException($"{Names[i % Names.Length]} was not let in.");
            var patients = await browser.GetFromJsonAsync<JsonElement>("/api/patients");
            people.Add((browser, [.. patients.EnumerateArray().Select(p => p.GetProperty("id").GetGuid())]));
        }
        var (times, failures) = (new ConcurrentDictionary<string, ConcurrentBag<double>>(), 0);
        // Until the runtime has compiled what is hot, and then again: a host works for weeks, not for its first seconds.
        await Task.WhenAll(
            people
                .Take(8)
                .Select(
                    async (person, number) =>
                    {
                        for (var warming = Stopwatch.StartNew(); warming.Elapsed.TotalSeconds < WarmUp; )
                            foreach (var route in Pages.Concat(Routes))
                                await AskAsync(person.Browser, route, person.Patients[number % person.Patients.Length]);
                    }
                )
        );
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(people.Select((person, number) => WorkAsync(person.Browser, person.Patients, new Random(number))));
        people.ForEach(p => p.Browser.Dispose());
        return (times, failures, watch.Elapsed);

        async Task WorkAsync(HttpClient browser, Guid[] patients, Random random)
        {
            while (watch.Elapsed.TotalSeconds < seconds)
            {
                if (thinks)
                    await Task.Delay(random.Next(500, 1_500));
                var route = random.Next(2) == 0 ? Pages[random.Next(Pages.Length)] : Routes[random.Next(Routes.Length)];
                var started = Stopwatch.GetTimestamp();
                if (await AskAsync(browser, route, patients[random.Next(patients.Length)]))
                    times.GetOrAdd(route, static _ => []).Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                else
                    Interlocked.Increment(ref failures);
            }
        }
    }

    /// <returns>Whether it was answered with what was asked for.</returns>
    public static async Task<bool> AskAsync(HttpClient browser, string route, Guid patient)
    {
        var (method, path) = route.Split(' ', 2) is [var verb, var rest] ? (verb, rest) : ("GET", route);
        using var request = new HttpRequestMessage(
            new HttpMethod(method),
            path.Replace("{id}", patient.ToString(), StringComparison.Ordinal)
        );
        if (path.Split("/search ") is [var before, var names])
        {
            request.RequestUri = new Uri(before + "/search", UriKind.Relative);
            request.Content = JsonContent.Create(new { names });
        }
        else if (path.EndsWith("/search", StringComparison.Ordinal))
            request.Content = JsonContent.Create(new { names = "Testperson" });
        if (path.EndsWith("/contacts", StringComparison.Ordinal))
        {
            request.Content = JsonContent.Create(new { name = "A sister" });
            request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        }
        using var answer = await browser.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return answer.IsSuccessStatusCode;
    }

    private static double At(List<double> sorted, double part) =>
        sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];

    public static string LoadAverage() =>
        File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";
}
