using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteStoreTests : StoreContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresStoreTests : StoreContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>What the record promises, on either store.</summary>
public abstract class StoreContract : IAsyncLifetime
{
    private static readonly DateTime Now = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);
    private static readonly Guid Nurse = Guid.CreateVersion7();

    private TestStore _test = null!;

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static RequestActor Actor => new(Nurse, "nurse", "test");

    public async ValueTask InitializeAsync() => _test = await TestStore.OpenAsync(Provider);

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_written_is_read_back_and_the_database_never_sees_it()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        var read = await ReadAsync(id);
        Assert.Equal("Testperson Wren", $"{read.FamilyName} {read.GivenName}");
        Assert.StartsWith("g1.", await RawAsync("FamilyName"));
    }

    [Fact]
    public async Task A_change_is_kept_and_an_unchanged_field_is_not_sealed_again()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        var before = await RawAsync("GivenName");
        await Store.Records.RunWholeAsync(
            Actor,
            Change(id),
            async db =>
            {
                var patient = await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop);
                patient.Change(new PatientDetails { GivenName = "Wren", FamilyName = "Otherperson" });
                await db.SaveChangesAsync(Stop);
                // The entity still holds what it says, and may be changed again.
                Assert.Equal("Otherperson", patient.FamilyName);
                patient.Change(new PatientDetails { GivenName = "Wren", FamilyName = "Thirdperson" });
                return 0;
            },
            Stop
        );
        Assert.Equal("Thirdperson", (await ReadAsync(id)).FamilyName);
        Assert.Equal(before, await RawAsync("GivenName"));
    }

    [Fact]
    public async Task A_ciphertext_moved_to_another_row_does_not_open()
    {
        var one = await RegisterAsync("Wren", "Testperson");
        await RegisterAsync("Robin", "Sampleperson");
        await ExecuteAsync("""UPDATE "Patient" SET "FamilyName" = (SELECT "GivenName" FROM "Patient" LIMIT 1)""");
        await Assert.ThrowsAnyAsync<System.Security.Cryptography.CryptographicException>(() => ReadAsync(one));
    }

    [Fact]
    public async Task A_record_cannot_be_reached_without_leaving_a_trace()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        await using var db = Store.CreateDbContext();
        await Assert.ThrowsAsync<UnauditedAccessException>(() => db.Set<Patient>().CountAsync(Stop));
        await Assert.ThrowsAsync<UnauditedAccessException>(() => db.Set<Patient>().Where(p => p.Id == id).ExecuteDeleteAsync(Stop));
        db.Add(Patient.Register(Guid.CreateVersion7(), new PatientDetails { GivenName = "A" }, Now, Nurse));
        await Assert.ThrowsAsync<UnauditedAccessException>(() => db.SaveChangesAsync(Stop));
    }

    [Fact]
    public async Task Every_read_and_write_stands_in_the_audit_with_whose_record_it_was()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        await ReadAsync(id);
        await Store.Records.RunWholeAsync(
            Actor,
            new AuditEntry(AuditAction.Read, "PatientSearch"),
            async db => await db.Deciding<Patient>().CountAsync(p => p.Id == Guid.Empty, Stop),
            Stop
        );
        var rows = await AuditAsync();
        Assert.Equal(["Create Patient", "Read Patient", "Read PatientSearch"], rows.Select(r => $"{r.Action} {r.Target}"));
        Assert.Equal([id, id, null], rows.Select(r => r.PatientId));
        Assert.All(rows, r => Assert.Equal((Nurse, "nurse"), (r.ActorId, r.ActorRole)));
        Assert.True((await AuditVerifier.VerifyAsync(Store, Stop)).Holds);
    }

    [Fact]
    public async Task A_failed_write_leaves_nothing_and_says_nothing()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Store.Records.RunWholeAsync<int>(
                Actor,
                Change(Guid.Empty),
                async db =>
                {
                    db.Add(Patient.Register(Guid.CreateVersion7(), new PatientDetails { GivenName = "A" }, Now, Nurse));
                    await db.SaveChangesAsync(Stop);
                    throw new InvalidOperationException();
                },
                Stop
            )
        );
        Assert.Empty(await AuditAsync());
        Assert.Equal(
            0,
            await Store.Records.RunWholeAsync(Actor, Change(Guid.Empty), async db => await db.Deciding<Patient>().CountAsync(Stop), Stop)
        );
    }

    [Fact]
    public async Task An_update_lost_to_another_is_refused()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        await Assert.ThrowsAsync<LostUpdateException>(() =>
            Store.Records.RunWholeAsync(
                Actor,
                Change(id),
                async db =>
                {
                    var patient = await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop);
                    db.Entry(patient).Property(nameof(Patient.Version)).OriginalValue = Guid.CreateVersion7();
                    patient.Change(new PatientDetails { GivenName = "Lost" });
                    return await db.SaveChangesAsync(Stop);
                },
                Stop
            )
        );
        Assert.Equal("Wren", (await ReadAsync(id)).GivenName);
    }

    [Fact]
    public async Task What_is_written_once_cannot_be_changed_by_the_program_or_the_database()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        var episode = Guid.CreateVersion7();
        await Store.Records.RunWholeAsync(
            Actor,
            Change(id),
            db =>
            {
                var (opened, move) = EpisodeOfCare.Open(
                    episode,
                    id,
                    new(2026, 12, 1),
                    new MoveEntry(Guid.CreateVersion7(), Now, Nurse, TimeZoneInfo.Utc, "called")
                );
                db.Add(opened);
                db.Add(move);
                return Task.FromResult(0);
            },
            Stop
        );
        await Assert.ThrowsAsync<RuleViolationException>(() =>
            Store.Records.RunWholeAsync(
                Actor,
                Change(id),
                async db =>
                {
                    db.Remove(await db.Set<EpisodeMove>().SingleAsync(Stop));
                    return await db.SaveChangesAsync(Stop);
                },
                Stop
            )
        );
        foreach (var table in new[] { "EpisodeMove", "AuditEvents" })
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => ExecuteAsync($"""DELETE FROM "{table}" """));
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() =>
                ExecuteAsync(
                    $"""UPDATE "{table}" SET "RequestId" = 'x' """.Replace(
                        "RequestId",
                        table == "AuditEvents" ? "RequestId" : "Kind",
                        StringComparison.Ordinal
                    )
                )
            );
        }
    }

    [Fact]
    public async Task The_same_write_sent_again_is_done_once_and_answered_alike()
    {
        var id = await RegisterAsync("Wren", "Testperson");
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OnceAsync("k1", [1])));
        Assert.Single(made.Distinct());
        Assert.Equal(made[0], await OnceAsync("k1", [1]));
        Assert.Equal("idempotency.other-body", (await Assert.ThrowsAsync<RuleViolationException>(() => OnceAsync("k1", [2]))).Rule);
        Assert.Equal(
            1,
            await Store.Records.RunWholeAsync(Actor, Change(id), async db => await db.Deciding<EpisodeOfCare>().CountAsync(Stop), Stop)
        );

        Task<Guid> OnceAsync(string key, byte[] body) =>
            Store.Records.RunOnceAsync(
                Actor,
                Change(id),
                key,
                body,
                db =>
                {
                    db.Grant(id, AccessAction.Write, DataClass.PresenceInTreatment);
                    var (opened, move) = EpisodeOfCare.Open(
                        Guid.CreateVersion7(),
                        id,
                        new(2026, 12, 1),
                        new MoveEntry(Guid.CreateVersion7(), Now, Nurse, TimeZoneInfo.Utc, "called")
                    );
                    db.Add(opened);
                    db.Add(move);
                    return Task.FromResult(opened.Id);
                },
                Stop
            );
    }

    [Fact]
    public async Task What_is_remembered_of_a_request_says_nothing_without_the_keys()
    {
        byte[] body = [1];
        foreach (var key in new[] { "k1", "k2" })
            await Store.Records.RunOnceAsync(Actor, Change(Guid.Empty), key, body, static _ => Task.FromResult(1), Stop);
        await using var db = Store.CreateDbContext();
        var hashes = await db.IdempotentWrites.Select(w => w.RequestHash).ToListAsync(Stop);
        Assert.DoesNotContain(System.Security.Cryptography.SHA256.HashData(body), hashes);
        Assert.NotEqual(hashes[0], hashes[1]);
        Assert.Contains(Store.Records.RequestHash(Nurse, "k1", body), hashes);
        var other = new Store(Store.Location, KeyFiles.Of(KeyFiles.Names.ToDictionary(n => n, _ => new byte[32])), TimeProvider.System);
        Assert.DoesNotContain(other.Records.RequestHash(Nurse, "k1", body), hashes);
    }

    [Fact]
    public async Task Many_at_once_leave_one_unbroken_chain()
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(i => Task.Run(() => RegisterAsync($"Person{i}", "Testperson"), Stop)));
        var verdict = await AuditVerifier.VerifyAsync(Store, Stop);
        // One for the key of the installation, one for the seals.
        Assert.Equal((true, 26L), (verdict.Holds, verdict.Rows));
    }

    [Fact]
    public async Task A_store_with_other_keys_is_not_opened()
    {
        var other = new Store(Store.Location, KeyFiles.Of(KeyFiles.Names.ToDictionary(n => n, _ => new byte[32])), TimeProvider.System);
        Assert.Equal(
            "key.other",
            (await Assert.ThrowsAsync<StoreRefusedException>(() => StoreStart.OpenAsync(other, demo: false, Stop))).Rule
        );
        Assert.Equal(
            "demo.not",
            (await Assert.ThrowsAsync<StoreRefusedException>(() => StoreStart.OpenAsync(Store, demo: true, Stop))).Rule
        );
    }

    private Task<Guid> RegisterAsync(string given, string family) =>
        Store.Records.RunWholeAsync(
            Actor,
            Change(Guid.Empty),
            db =>
            {
                var patient = Patient.Register(
                    Guid.CreateVersion7(),
                    new PatientDetails { GivenName = given, FamilyName = family },
                    Now,
                    Nurse
                );
                db.Add(patient);
                return Task.FromResult(patient.Id);
            },
            Stop
        );

    private Task<Patient> ReadAsync(Guid id) =>
        Store.Records.RunWholeAsync(
            Actor,
            new AuditEntry(AuditAction.Read, "Patient", id),
            async db => await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop),
            Stop
        );

    private static AuditEntry Change(Guid id) => new(AuditAction.Update, "Patient", id == Guid.Empty ? null : id);

    private async Task<List<AuditEvent>> AuditAsync()
    {
        await using var db = Store.CreateDbContext();
        // The first row is the start's own.
        return await db.AuditEvents.AsNoTracking().Where(e => e.ActorRole != "system").OrderBy(e => e.Sequence).ToListAsync(Stop);
    }

    private async Task<string> RawAsync(string column) => (string)(await ScalarAsync($"""SELECT "{column}" FROM "Patient" """))!;

    private Task ExecuteAsync(string sql) => ScalarAsync(sql);

    // Straight to the database, as somebody with its file or password would.
    private async Task<object?> ScalarAsync(string sql)
    {
        await using var db = Store.CreateDbContext();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Stop);
    }
}
