using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

/// <summary>
/// A backup of the demo made on 2026-11-29 and kept as a file: whatever the store becomes, what people have backed up must come back.
/// </summary>
public sealed class KeptBackupTests
{
    // Not a secret: it opens people made up for the demo.
    private static readonly BackupSecret Secret = BackupSecret.OfPassphrase("made-up people only, 2026");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task The_backup_of_format_1_is_restored_whole_and_its_people_can_be_read(string provider)
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-kept-").FullName;
        var database = provider == "PostgreSQL" ? await TestStore.CreateDatabaseAsync(isEmpty: true) : null;
        try
        {
            var location = new StoreLocation(Path.Combine(folder, "data"), database);
            var report = await StoreRestore.ReadAsync(
                TestData.File("backup-format-1.backup"),
                Secret,
                location,
                TimeProvider.System,
                null,
                Stop,
                static _ => null
            );
            Assert.Equal(new DateOnly(2026, 11, 29), DateOnly.FromDateTime(report.MadeAt));
            Assert.Equal(648, report.Rows.Values.Sum());
            Assert.Equal((13, 3, 343), (report.Rows["Patient"], report.Rows["Contact"], report.Rows["AuditEvents"]));
            Assert.True(report.Chain.Holds, report.Chain.Problem);
            var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: false, static _ => null), TimeProvider.System);
            await StoreStart.OpenAsync(store, demo: true, Stop);
            var verdict = await AuditVerifier.VerifyAsync(store, Stop);
            Assert.True(verdict.Holds, verdict.Problem);
            // Whole rows: a projection passes by what opens sealed fields.
            var (people, contacts) = await store.Records.RunWholeAsync(
                RecordSamples.Actor,
                new AuditEntry(AuditAction.Read, nameof(Patient)),
                async db =>
                    (await db.Set<Patient>().AsNoTracking().ToListAsync(Stop), await db.Set<Contact>().AsNoTracking().ToListAsync(Stop)),
                Stop
            );
            Assert.Contains("Finn", people.Select(p => p.GivenName));
            Assert.Equal(["555-0142", "555-0142", "555-0143"], contacts.Select(c => c.Phone).Order(StringComparer.Ordinal));
        }
        finally
        {
            if (database is not null)
                await TestStore.DropDatabaseAsync(database);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }
}
