using System.Diagnostics;
using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Benchmarks;

/// <summary>
/// Fill, back up, wipe, restore with equal counts; then writes and reads one at a time through RecordStore beside plain EF Core.
/// </summary>
internal static class StorageRuns
{
    private const int Single = 500;

    public static async Task WriteAsync(TextWriter output, string kind, int patients)
    {
        var location = BenchStore.New(kind);
        await output.WriteLineAsync($"{kind}, {patients:N0} patients");
        try
        {
            await DrillAsync(output, location, patients);
            await SpeedAsync(output, location);
        }
        finally
        {
            BenchStore.Remove(location);
        }
    }

    private static async Task DrillAsync(TextWriter output, StoreLocation location, int patients)
    {
        var store = await BenchStore.OpenAsync(location);
        var fill = await TimeAsync(() => MadeUpPatients.FillAsync(store, patients, batch: 200));
        Say(output, "fill through RecordStore, 200 patients a transaction", fill);
        var (file, secret) = (Path.Combine(location.DataDirectory, "bench.backup"), BackupSecret.OfPassphrase("a passphrase of the bench"));
        BackupReport? made = null;
        Say(
            output,
            "backup, read back",
            await TimeAsync(async () =>
                made = await StoreBackup.WriteAsync(store, file, secret, MadeUpPatients.Actor, null, CancellationToken.None)
            )
        );
        // Wiped: the restore goes to a new place and the old one is not looked at.
        var empty = location with
        {
            DataDirectory = location.DataDirectory + "-restored",
            Postgres = location.Postgres is null ? null : BenchStore.NewDatabase(),
        };
        try
        {
            File.Move(file, file = location.DataDirectory + ".backup");
            RestoreReport? restored = null;
            Say(
                output,
                "restore, counted, chain verified",
                await TimeAsync(async () =>
                    restored = await StoreRestore.ReadAsync(file, secret, empty, TimeProvider.System, null, CancellationToken.None)
                )
            );
            var equal = made!.Rows.Count == restored!.Rows.Count && made.Rows.All(r => restored.Rows[r.Key] == r.Value);
            await output.WriteLineAsync(
                $"| rows {made.Rows.Values.Sum():N0} in {made.Bytes / 1e6:0.0} MB, counts equal: {equal}, chain of "
                    + $"{restored.Chain.Rows:N0} holds: {restored.Chain.Holds} | |"
            );
        }
        finally
        {
            File.Delete(file);
            BenchStore.Remove(empty);
        }
    }

    private static async Task SpeedAsync(TextWriter output, StoreLocation like)
    {
        var location = BenchStore.New(like.Postgres is null ? "sqlite" : "postgres");
        var plainLocation = BenchStore.New(like.Postgres is null ? "sqlite" : "postgres");
        try
        {
            var store = await BenchStore.OpenAsync(location);
            await using (var plain = new PlainContext(plainLocation))
                await plain.Database.EnsureCreatedAsync();
            var ids = Enumerable.Range(0, Single).Select(_ => Guid.CreateVersion7()).ToArray();
            await RecordWriteAsync(store, Guid.CreateVersion7(), -1);
            await PlainWriteAsync(plainLocation, Guid.CreateVersion7(), -1);
            var (recordWrite, plainWrite) = (TimeSpan.Zero, TimeSpan.Zero);
            var (recordRead, plainRead) = (TimeSpan.Zero, TimeSpan.Zero);
            // In turns, so that what else the machine does falls on both.
            for (var i = 0; i < Single; i++)
            {
                var (id, number) = (ids[i], i);
                plainWrite += await TimeAsync(() => PlainWriteAsync(plainLocation, id, number));
                recordWrite += await TimeAsync(() => RecordWriteAsync(store, id, number));
            }
            foreach (var id in ids)
            {
                plainRead += await TimeAsync(() => PlainReadAsync(plainLocation, id));
                recordRead += await TimeAsync(() => RecordReadAsync(store, id));
            }
            Pair("write of one patient", recordWrite, plainWrite);
            Pair("read of one patient", recordRead, plainRead);
        }
        finally
        {
            BenchStore.Remove(location);
            BenchStore.Remove(plainLocation);
        }

        void Pair(string what, TimeSpan record, TimeSpan plain) =>
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {what}: RecordStore {Single / record.TotalSeconds:0} a second, plain EF Core "
                        + $"{Single / plain.TotalSeconds:0} | {record / plain:0.0} times as long |"
                )
            );
    }

    private static Task RecordWriteAsync(Store store, Guid id, int number) =>
        store.Records.RunAsync(
            MadeUpPatients.Actor,
            new AuditEntry(AuditAction.Create, "Patient"),
            db =>
            {
                db.Grant(id, AccessAction.Write, DataClass.Demographics);
                db.Add(MadeUpPatients.Patient(id, number));
                return Task.FromResult(0);
            },
            CancellationToken.None
        );

    private static Task RecordReadAsync(Store store, Guid id) =>
        store.Records.RunAsync(
            MadeUpPatients.Actor,
            new AuditEntry(AuditAction.Read, "Patient", id),
            db =>
            {
                db.Grant(id, AccessAction.Read, DataClass.Demographics, DataClass.Contact);
                return db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == id);
            },
            CancellationToken.None
        );

    private static async Task PlainWriteAsync(StoreLocation location, Guid id, int number)
    {
        await using var db = new PlainContext(location);
        await db.Database.OpenConnectionAsync();
        await db.MakeDurableAsync();
        db.Add(MadeUpPatients.Patient(id, number));
        await db.SaveChangesAsync();
    }

    private static async Task PlainReadAsync(StoreLocation location, Guid id)
    {
        await using var db = new PlainContext(location);
        await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == id);
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }

    private static void Say(TextWriter output, string what, TimeSpan time) =>
        output.WriteLine(FormattableString.Invariant($"| {what} | {time.TotalSeconds:0.0} s |"));
}
