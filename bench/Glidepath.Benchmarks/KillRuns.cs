using System.Diagnostics;
using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Glidepath.Benchmarks;

/// <summary>
/// Kills a writer with SIGKILL at moments drawn from a seed, reopens the store, and looks: is every write there that was acknowledged,
/// readable and under its name; does every read that was answered have its row in the trail; do the audit chain and the seals hold; does
/// the database find itself sound. With <c>server</c> it is PostgreSQL's own
/// process that is killed.
/// </summary>
internal static class KillRuns
{
    /// <returns>0 where nothing acknowledged was lost and every check held.</returns>
    public static async Task<int> RunAsync(TextWriter output, string kind, int kills, int seed)
    {
        var random = new Random(seed);
        var location = BenchStore.New(kind == "sqlite" ? "sqlite" : "postgres");
        var acknowledged = new HashSet<Guid>();
        var answered = 0;
        var (lost, faults, watch) = (0, new List<string>(), Stopwatch.StartNew());
        try
        {
            var made = await BenchStore.OpenAsync(location);
            for (var round = 1; round <= kills; round++)
            {
                var (fresh, reads) = await KillOneAsync(location, kind, random.Next(20, 600));
                var store = new Store(location, made.Keys, TimeProvider.System);
                var missing = await CheckAsync(store, fresh, acknowledged.Count, faults, round);
                missing += await UnwrittenAsync(store, reads);
                answered += reads.Count;
                lost += missing;
                acknowledged.UnionWith(fresh);
                if (round % 10 == 0 || round == kills)
                    await output.WriteLineAsync(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{kind}: {round} kills, {acknowledged.Count} acknowledged, {answered} answered, {lost} lost, {faults.Count} faults, "
                                + $"{watch.Elapsed.TotalSeconds:0} s"
                        )
                    );
            }
        }
        finally
        {
            BenchStore.Remove(location);
        }
        foreach (var fault in faults)
            await output.WriteLineAsync(fault);
        // A drill in which nothing was written has shown nothing.
        return lost == 0 && faults.Count == 0 && acknowledged.Count >= kills ? 0 : 1;
    }

    private static async Task<(List<Guid> Writes, List<string> Reads)> KillOneAsync(
        StoreLocation location,
        string kind,
        int afterMilliseconds
    )
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["writer", location.DataDirectory])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Glidepath"] = location.Postgres ?? "";
        using var writer = Process.Start(start)!;
        // A pipe nobody reads fills and stops the writer.
        var errors = writer.StandardError.ReadToEndAsync();
        if (await writer.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException("The writer did not start: " + await errors);
        var (ids, reads) = (new List<Guid>(), new List<string>());
        var first = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            // A line cut off by the kill is no acknowledgement.
            while (await writer.StandardOutput.ReadLineAsync() is { Length: 36 or 37 } line)
                if (line[0] == KillWriter.Read)
                {
                    if (line.Length == 37)
                        reads.Add(line[1..]);
                }
                else if (line.Length == 36)
                {
                    ids.Add(Guid.Parse(line));
                    first.TrySetResult();
                }
            first.TrySetResult();
        });
        // From the first acknowledgement on: on a machine with much to do a writer is killed before it has written anything else.
        await first.Task;
        await Task.Delay(afterMilliseconds);
        if (kind == "server")
            await CrashServerAsync();
        writer.Kill();
        await reading;
        await writer.WaitForExitAsync();
        return (ids, reads);
    }

    /// <summary>Reads that were answered and have no row.</summary>
    private static async Task<int> UnwrittenAsync(Store store, List<string> reads)
    {
        await using var db = store.CreateDbContext();
        var from = (await db.AuditEvents.MaxAsync(e => (long?)e.Sequence) ?? 0) - (reads.Count * 10) - 10_000;
        var written = (await db.AuditEvents.Where(e => e.Sequence > from).Select(e => e.RequestId).ToListAsync()).ToHashSet();
        return reads.Count(r => !written.Contains(r));
    }

    private static async Task CrashServerAsync()
    {
        using var crash = Process.Start(new ProcessStartInfo("eng/postgres", ["crash"]) { RedirectStandardOutput = true })!;
        await crash.WaitForExitAsync();
        NpgsqlConnection.ClearAllPools();
        if (crash.ExitCode != 0)
            throw new InvalidOperationException("PostgreSQL did not come up again.");
    }

    private static async Task<int> CheckAsync(Store store, List<Guid> fresh, int before, List<string> faults, int round)
    {
        await StoreStart.OpenAsync(store, demo: false, CancellationToken.None);
        var (missing, count) = await store.Records.RunAsync(
            MadeUpPatients.Actor,
            new AuditEntry(AuditAction.Read, "Patient"),
            async db =>
            {
                foreach (var id in fresh)
                    db.Grant(id, AccessAction.Read, DataClass.Demographics);
                var found = await db.Set<Patient>().AsNoTracking().Where(p => fresh.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
                return (
                    fresh.Count(id => !found.TryGetValue(id, out var patient) || patient.FamilyName != "Madeup1"),
                    await db.Deciding<Patient>().CountAsync()
                );
            },
            CancellationToken.None
        );
        // Those acknowledged in earlier rounds: more may be there, as some were committed and not yet said.
        if (count < before + fresh.Count - missing)
            faults.Add($"round {round}: {count} patients, {before + fresh.Count} were acknowledged");
        if (await AuditVerifier.VerifyAsync(store, CancellationToken.None) is { Holds: false } verdict)
            faults.Add($"round {round}: {verdict.Problem}");
        if (await SoundAsync(store) is { } fault)
            faults.Add($"round {round}: {fault}");
        return missing;
    }

    /// <summary>SQLite's own check; in PostgreSQL every B-tree against its table.</summary>
    private static async Task<string?> SoundAsync(Store store)
    {
        if (store.Location.Postgres is not { } postgres)
        {
            await using var file = new SqliteConnection($"Data Source={store.Location.SqliteFile}");
            await file.OpenAsync();
            await using var check = new SqliteCommand("PRAGMA integrity_check", file);
            return (string)(await check.ExecuteScalarAsync())! is var said and not "ok" ? said : null;
        }
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        try
        {
            await using var check = new NpgsqlCommand(
                """
                CREATE EXTENSION IF NOT EXISTS amcheck;
                SELECT count(bt_index_check(i.indexrelid, true)::text) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam
                WHERE a.amname = 'btree' AND c.relnamespace = 'public'::regnamespace
                """,
                connection
            );
            await check.ExecuteNonQueryAsync();
            return null;
        }
        catch (PostgresException unsound)
        {
            return unsound.MessageText;
        }
    }
}
