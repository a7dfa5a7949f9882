using System.Diagnostics;
using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Benchmarks;

/// <summary>
/// Nodes that send alerts are killed at four named points, one node on SQLite and two on PostgreSQL. At the end: each alert that was
/// acknowledged was told of once, and each message reached the receiver, who honors its key, once; one who does not, at most once more a
/// kill.
/// </summary>
internal static class AlertKillRuns
{
    /// <returns>0 where nothing was lost or doubled.</returns>
    public static async Task<int> RunAsync(TextWriter output, string kind, int kills, int seed)
    {
        var random = new Random(seed);
        var location = BenchStore.New(kind);
        var (opened, got, watch) = (new HashSet<Guid>(), new List<Guid>(), Stopwatch.StartNew());
        try
        {
            var made = await BenchStore.OpenAsync(location);
            await DirectorAsync(made);
            for (var round = 0; round < kills; round++)
            {
                var points = Enum.GetValues<AlertKillPoint>();
                var nodes = Enumerable
                    .Range(0, kind == "sqlite" ? 1 : 2)
                    .Select(n => NodeAsync(location, points[(round + n) % points.Length], random.Next(1, 6), opened, got));
                await Task.WhenAll(nodes);
                if ((round + 1) % 20 == 0)
                    await output.WriteLineAsync($"{kind}: {round + 1} rounds, {opened.Count} alerts, {got.Count} messages received");
            }
            await NodeAsync(location, null, 0, opened, got);
            return await JudgeAsync(output, new Store(location, made.Keys, TimeProvider.System), kind, kills, opened, got, watch.Elapsed);
        }
        finally
        {
            BenchStore.Remove(location);
        }
    }

    private static async Task<int> JudgeAsync(
        TextWriter output,
        Store store,
        string kind,
        int kills,
        HashSet<Guid> opened,
        List<Guid> got,
        TimeSpan took
    )
    {
        await StoreStart.OpenAsync(store, demo: false, CancellationToken.None);
        await using var db = store.CreateDbContext();
        var messages = await db.Outbox.AsNoTracking().ToListAsync();
        var told = await store.Records.RunAsync(
            MadeUpPatients.Actor,
            new AuditEntry(AuditAction.Read, nameof(Alert)),
            d =>
                d.Deciding<AlertEvent>()
                    .Where(e => e.Kind == AlertEventKind.Told)
                    .Select(e => new
                    {
                        e.AlertId,
                        e.Id,
                        e.RecordedAt,
                    })
                    .ToListAsync(),
            CancellationToken.None
        );
        var received = got.GroupBy(k => k).ToDictionary(g => g.Key, g => g.Count());
        var untold = opened.Count(id => told.All(t => t.AlertId != id));
        var unsent = messages.Count(m => !received.ContainsKey(m.Id));
        var unmarked = messages.Count(m => m.SentAt is null);
        // A step that two nodes both took would have two lines within the quarter of an hour until the next.
        var doubled = told.GroupBy(t => t.AlertId)
            .Count(g =>
                g.OrderBy(t => t.RecordedAt)
                    .Zip(g.OrderBy(t => t.RecordedAt).Skip(1))
                    .Any(p => p.Second.RecordedAt - p.First.RecordedAt < TimeSpan.FromMinutes(4))
            );
        var strange = received.Keys.Count(k => messages.All(m => m.Id != k));
        var most = received.Values.DefaultIfEmpty(0).Max();
        var holds = await AuditVerifier.VerifyAsync(store, CancellationToken.None);
        await output.WriteLineAsync(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{kind}: {kills} rounds of kills, {opened.Count} alerts acknowledged, {untold} never told, {doubled} told twice, "
                    + $"{messages.Count} messages, {unsent} lost, {unmarked} not marked, {strange} unknown, "
                    + $"{received.Count(r => r.Value > 1)} repeated (at most {most} times), "
                    + $"chain {(holds.Holds ? "holds" : holds.Problem)}, {took.TotalSeconds:0} s"
            )
        );
        return untold + doubled + unsent + unmarked + strange == 0 && holds.Holds && opened.Count >= kills ? 0 : 1;
    }

    /// <summary>The last step of every escalation, and here the only one: no one is on duty.</summary>
    private static async Task DirectorAsync(Store store)
    {
        await using var db = store.CreateDbContext();
        db.Users.Add(
            new UserAccount
            {
                UserName = "director",
                NormalizedUserName = "DIRECTOR",
                DisplayName = "Director",
                Role = nameof(Treatment.Privacy.Role.Director),
                IsEnrolled = true,
                CreatedAt = store.Clock.GetUtcNow().UtcDateTime,
            }
        );
        await db.SaveChangesAsync();
    }

    private static async Task NodeAsync(StoreLocation location, AlertKillPoint? point, int times, HashSet<Guid> opened, List<Guid> got)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!,
            ["alert-writer", location.DataDirectory, point?.ToString() ?? "", times.ToString(CultureInfo.InvariantCulture)]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ConnectionStrings__Glidepath"] = location.Postgres ?? "";
        using var node = Process.Start(start)!;
        var errors = node.StandardError.ReadToEndAsync();
        if (await node.StandardOutput.ReadLineAsync() != "ready")
            throw new InvalidOperationException("The node did not start: " + await errors);
        while (await node.StandardOutput.ReadLineAsync() is { } line)
            // A line cut off by the kill was not received.
            if (line is [_, ' ', ..] && Guid.TryParse(line.AsSpan(2), out var id))
                lock (opened)
                    if (line[0] == 'o')
                        opened.Add(id);
                    else
                        got.Add(id);
        await node.WaitForExitAsync();
        if (await errors is { Length: > 0 } said && point is null)
            throw new InvalidOperationException(said);
    }
}
