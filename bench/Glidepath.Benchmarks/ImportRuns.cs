using System.Diagnostics;
using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Facilities;

namespace Glidepath.Benchmarks;

/// <summary>
/// What taking over a directory costs, as the command and the administrator's page do it: read, laid over what is known, written with its
/// audit row. Beside it the reading alone.
/// </summary>
internal static class ImportRuns
{
    private const int Times = 5;

    public static async Task WriteAsync(TextWriter output, string file, IReadOnlyList<string> kinds)
    {
        await output.WriteLineAsync(
            "| Store | What | Rows | fastest | median | slowest | times reading |\n|---|---|---:|---:|---:|---:|---:|"
        );
        foreach (var kind in kinds)
        {
            var (dry, first, again, rows) = (new double[Times], new double[Times], new double[Times], 0);
            for (var i = -1; i < Times; i++)
            {
                var location = BenchStore.New(kind);
                var store = await BenchStore.OpenAsync(location);
                var directory = new DirectoryStore(store);
                // The first time is the compiler's.
                foreach (var (into, options) in new[] { (dry, new DirectoryImportOptions(IsDryRun: true)), (first, new()), (again, new()) })
                {
                    var started = Stopwatch.GetTimestamp();
                    await using var stream = File.OpenRead(file);
                    rows = (
                        await directory.ImportAsync(
                            stream,
                            Path.GetFileName(file),
                            options,
                            MadeUpPatients.Actor,
                            null,
                            CancellationToken.None
                        )
                    )
                        .Diff
                        .Rows;
                    into[Math.Max(i, 0)] = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
                }
                BenchStore.Remove(location);
            }
            foreach (
                var (what, times) in new[]
                {
                    ("dry run: read and laid over nothing", dry),
                    ("first import", first),
                    ("the same file again", again),
                }
            )
            {
                var (all, reading) = (times.Order().ToList(), dry.Order().ElementAt(Times / 2));
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| {kind} | {what} | {rows:N0} | {all[0]:0} ms | {all[Times / 2]:0} ms | {all[^1]:0} ms | "
                            + $"{all[Times / 2] / reading:0.0} |"
                    )
                );
            }
        }
    }
}
