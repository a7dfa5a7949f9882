using System.Globalization;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Storage.Privacy.Rotation;
using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Storage;

/// <summary>A new audit key: rows, anchors and lines from before are verified with the new one alone, and what was altered is
/// found.</summary>
public abstract partial class KeyRotationContract
{
    private static readonly DateTime Gone = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Stopped_at_any_point_a_change_of_the_audit_key_is_finished_and_the_newest_key_alone_verifies_all()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        var before = _test.Store.Keys;
        var keys = 1;
        foreach (var point in Enum.GetValues<AuditRotationPoint>())
        {
            var gone = await WriteOutsideAsync(Now(), id);
            await Assert.ThrowsAsync<KilledException>(() => RotateAuditAsync(at => KilledException.At(point, at)));
            var isChanged = point >= AuditRotationPoint.StoreChanged;
            if (isChanged)
            {
                var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => StoreStart.OpenAsync(Now(), demo: false, Stop));
                Assert.Equal("key.other", refused.Rule);
                Assert.Contains("run `glidepath keys rotate audit` again", refused.Message, StringComparison.Ordinal);
            }
            else
                await ReadableAsync(Now(), id);
            Assert.Equal(isChanged, (await RotateAuditAsync(static _ => { })).Heads == 0);
            keys++;
            var store = Now();
            await ReadableAsync(store, id);
            var verdict = await AuditVerifier.VerifyAsync(store, Stop);
            Assert.Equal((keys, keys - 1), (verdict.Keys, verdict.Anchors));
            Assert.Equal(["audit.key", "notes.key", "record.key"], KeyFileNames());
            Assert.Equal(keys - 1, DestroyedKeys.Read(store).Count);
            Assert.Equal(gone, DestroyedKeys.Read(store)[^1].PatientId);
            Assert.Equal(keys - 1, AccessEnds.After(Location, store.Keys, DateTime.MinValue, out var problem).Count);
            Assert.Null(problem);
        }
        Assert.NotEqual(before.Fingerprint("audit"), Now().Keys.Fingerprint("audit"));
        Assert.Equal(before.Fingerprint("record"), Now().Keys.Fingerprint("record"));
        // Both kinds of change stand beside each other.
        await RotateAsync(static _ => { });
        await RotateAuditAsync(static _ => { });
        await ReadableAsync(Now(), id);
    }

    [Fact]
    public async Task A_host_that_still_runs_with_the_old_audit_key_writes_and_reads_nothing_more_in_the_store_or_beside_it()
    {
        var running = _test.Store;
        var id = await RecordSamples.RegisterAsync(running, "Testperson");
        await WriteOutsideAsync(running, id);
        await RotateAuditAsync(static _ => { });
        foreach (
            var (work, rule) in new (Func<Task>, string)[]
            {
                (() => RecordSamples.FamilyNameAsync(running, id), "audit.head"),
                (() => running.Records.NoteAsync(RecordSamples.Actor, new AuditEntry(AuditAction.Read, "Patient"), Stop), "audit.head"),
                (() => DestroyedKeys.AppendAsync(running, Guid.CreateVersion7(), Gone, Stop), "sealed.altered"),
                (() => AnchorFile.AppendAsync(running, Stop), "sealed.altered"),
            }
        )
            Assert.Equal(rule, (await Assert.ThrowsAsync<StoreRefusedException>(work)).Rule);
        await Assert.ThrowsAsync<AccessSealException>(() => RecordSamples.OpenGlassAsync(running, id));
        var store = Now();
        await RecordSamples.OpenGlassAsync(store, id);
        await ReadableAsync(store, id);
    }

    [Fact]
    public async Task What_decides_access_and_sessions_go_on_under_the_new_key_and_the_audit_names_each_head()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await RecordSamples.OpenGlassAsync(_test.Store, id);
        var account = await AccountAsync([1]);
        await using (var db = _test.Store.CreateDbContext())
        {
            var altered = RecordSamples.Session(account);
            altered.KeyHash = [2];
            db.AddRange(RecordSamples.Session(account), altered);
            await db.SaveChangesAsync(Stop);
        }
        await RecordSamples.SqlAsync(
            _test.Store,
            """UPDATE "UserSessions" SET "IsSharedComputer" = NOT "IsSharedComputer" WHERE "KeyHash" = """ + Blob(2)
        );
        // Of the patient, the account and all together.
        Assert.Equal(new AuditRotation(3, 1, 1), await RotateAuditAsync(static _ => { }));
        var store = Now();
        await using (var db = store.CreateDbContext())
        {
            Assert.NotNull(await AccountSeals.FindSessionAsync(db, [1], Stop));
            Assert.Null(await AccountSeals.FindSessionAsync(db, [2], Stop));
            await AccountSeals.RequireAsync(db, account, Stop);
            var named = await db.AuditEvents.Where(e => e.Reason == "rotate.audit").Select(e => e.Heads!).ToListAsync(Stop);
            foreach (var head in await db.AccessHeads.ToListAsync(Stop))
                Assert.Contains(head.Mark, Assert.Single(named).Split(','));
        }
        await RecordSamples.SqlAsync(store, """UPDATE "BreakGlass" SET "OpenedAt" = '2025-01-01 00:00:00'""");
        Assert.Contains("BreakGlass", (await AuditVerifier.VerifyAsync(store, Stop)).Problem, StringComparison.Ordinal);
    }

    public static TheoryData<string, string> Edits() =>
        new()
        {
            { "Row 3 ", """UPDATE "AuditEvents" SET "ActorRole" = 'Thief' WHERE "Sequence" = 3""" },
            { "Row {after} ", """UPDATE "AuditEvents" SET "ActorRole" = 'Thief' WHERE "Sequence" = {after}""" },
            { "changed 0 times", """DELETE FROM "AuditEvents" WHERE "Sequence" = {first}""" },
            { "changed 0 times", """UPDATE "AuditEvents" SET "Reason" = 'rotate.nothing' WHERE "Sequence" = {first}""" },
            { "Row {first} ", """UPDATE "AuditEvents" SET "Reason" = 'rotate.audit.0123456789abcdef' WHERE "Sequence" = {first}""" },
            { "changed 2 times", """UPDATE "AuditEvents" SET "Target" = 'Keys', "Reason" = 'rotate.audit.0' WHERE "Sequence" = {after}""" },
            { "keeps 0 keys", """DELETE FROM "StoreFacts" WHERE "Name" = 'audit.earlier.1'""" },
            { "key number 1,", """UPDATE "StoreFacts" SET "Name" = 'audit.earlier.2' WHERE "Name" = 'audit.earlier.1'""" },
            { "key number 1,", """UPDATE "StoreFacts" SET "Value" = "Value" || 'A' WHERE "Name" = 'audit.earlier.1'""" },
            { "Row {first} ", """UPDATE "StoreFacts" SET "Value" = '1' || "Value" WHERE "Name" = 'audit.earlier.1'""" },
            { "Row 2 ", """UPDATE "StoreFacts" SET "Value" = '1' || substr("Value", 2) WHERE "Name" = 'audit.earlier.1'""" },
        };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task A_row_before_or_after_the_change_that_was_altered_and_a_change_removed_or_forged_are_found(string says, string sql)
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await RotateAuditAsync(static _ => { });
        var store = Now();
        await ReadableAsync(store, id);
        var first = await FirstOfNewKeyAsync(store);
        await DropTriggersAsync(store);
        await RecordSamples.SqlAsync(store, Placed(sql));
        Assert.Contains(Placed(says), (await AuditVerifier.VerifyAsync(store, Stop)).Problem, StringComparison.Ordinal);

        string Placed(string text) =>
            text.Replace("{first}", first.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{after}", (first + 2).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_knows_the_old_key_can_neither_write_a_row_of_before_anew_nor_put_a_file_of_before_in_place()
    {
        var old = _test.Store.Keys;
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await DestroyedKeys.AppendAsync(_test.Store, id, Gone, Stop);
        await RotateAuditAsync(static _ => { });
        var store = Now();
        var first = await FirstOfNewKeyAsync(store);
        await DropTriggersAsync(store);
        await using (var db = store.CreateDbContext())
        {
            var rows = await db.AuditEvents.AsNoTracking().OrderBy(e => e.Sequence).ToListAsync(Stop);
            await RecordSamples.SqlAsync(store, $"""UPDATE "AuditEvents" SET "ActorRole" = 'Thief' WHERE "Sequence" = {first - 1}""");
            var forged = await db.AuditEvents.AsNoTracking().SingleAsync(e => e.Sequence == first - 1, Stop);
            var mac = forged.MacAfter(new ChainKey(old).OfRows, rows[(int)first - 3].Mac);
            await db.AuditEvents.Where(e => e.Sequence == first - 1).ExecuteUpdateAsync(e => e.SetProperty(x => x.Mac, mac), Stop);
        }
        Assert.Equal(first, (await AuditVerifier.VerifyAsync(store, Stop)).Sequence);
        File.Delete(Location.DestroyedKeysFile);
        await DestroyedKeys.AppendAsync(Location.DestroyedKeysFile, old, new(Gone, id), Stop);
        Assert.Equal("sealed.altered", Assert.Throws<StoreRefusedException>(() => DestroyedKeys.Read(store)).Rule);
    }

    [Fact]
    public async Task What_was_altered_before_gets_no_new_seal_and_nothing_is_changed()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await RecordSamples.OpenGlassAsync(_test.Store, id);
        await WriteOutsideAsync(_test.Store, id);
        var line = (await File.ReadAllTextAsync(Location.DestroyedKeysFile, Stop)).Replace("2026", "2027", StringComparison.Ordinal);
        await RefusedAsync(() => File.WriteAllTextAsync(Location.DestroyedKeysFile, line, Stop), "destroyed-keys is not as it was written");
        await RefusedAsync(
            () => RecordSamples.SqlAsync(_test.Store, """UPDATE "BreakGlass" SET "OpenedAt" = '2025-01-01 00:00:00'"""),
            "who may see a record is not as it was sealed: BreakGlass"
        );
        await DropTriggersAsync(_test.Store);
        await RefusedAsync(
            () => RecordSamples.SqlAsync(_test.Store, """UPDATE "AuditEvents" SET "ActorRole" = 'Thief' WHERE "Sequence" = 2"""),
            "Row 2 is not as it was written"
        );
        Assert.Equal(_test.Store.Keys.Fingerprint("audit"), Now().Keys.Fingerprint("audit"));
        await StoreCheck.RequireAsync(Now(), Stop);

        async Task RefusedAsync(Func<Task> alter, string says)
        {
            await alter();
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => RotateAuditAsync(static _ => { }));
            Assert.Equal("audit.broken", refused.Rule);
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_clock_that_stands_before_the_last_row_and_an_audit_key_of_a_service_are_refused_in_words()
    {
        var early = new FakeTimeProvider(DateTimeOffset.UtcNow.AddHours(-1));
        Assert.Equal(
            "clock.back",
            (await Assert.ThrowsAsync<StoreRefusedException>(() => KeyRotation.AuditAsync(Location, early, Stop, static _ => null))).Rule
        );
        Assert.Equal(
            "key.service",
            (
                await Assert.ThrowsAsync<StoreRefusedException>(() =>
                    KeyRotation.AuditAsync(Location, TimeProvider.System, Stop, n => n == "GLIDEPATH_KEY_AUDIT" ? "x" : null)
                )
            ).Rule
        );
        await StoreCheck.RequireAsync(Now(), Stop);
    }

    [Fact]
    public async Task A_backup_of_before_is_restored_beside_files_of_after_by_who_has_the_later_key_and_one_of_after_as_ever()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        var folder = Directory.CreateTempSubdirectory("glidepath-rotated-").FullName;
        try
        {
            var gone = await RecordSamples.RegisterAsync(_test.Store, "Goneperson");
            await WriteOutsideAsync(_test.Store, id);
            await BackupAsync(_test.Store, folder, "before");
            await RotateAuditAsync(static _ => { });
            await DestroyedKeys.AppendAsync(Now(), gone, Gone, Stop);
            await AnchorFile.AppendAsync(Now(), Stop);
            await BackupAsync(Now(), folder, "after");
            foreach (var name in new[] { "before", "after" })
            {
                var place = BesideOurFiles(Path.Combine(folder, "place-" + name));
                if (name == "before")
                {
                    var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(folder, name, place, null));
                    Assert.Equal("restore.later-key", refused.Rule);
                    Assert.False(File.Exists(place.SqliteFile));
                }
                var report = await RestoreAsync(folder, name, place, name == "before" ? Later : null);
                Assert.Equal((1, null), (report.Destroyed, report.Back.Problem));
                Assert.Equal(name == "before" ? 1 : 0, report.LaterAnchors);
                var store = At(place);
                await ReadableAsync(store, id);
                await Assert.ThrowsAsync<InvalidOperationException>(() => RecordSamples.FamilyNameAsync(store, gone));
                Assert.Equal(2, DestroyedKeys.Read(store).Count);
                Assert.Single(AccessEnds.After(place, store.Keys, DateTime.MinValue, out var problem));
                Assert.Null(problem);
                // What is written now goes on under the key of the backup.
                await WriteOutsideAsync(store, id);
                Assert.True((await AuditVerifier.VerifyAsync(store, Stop)).Holds);
            }
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Another_node_with_files_of_its_own_gets_the_new_key_beside_the_old_and_runs_the_same_command()
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        await WriteOutsideAsync(_test.Store, id);
        var (keys, anchors) = (Location.KeyFolder, Path.GetDirectoryName(Location.AnchorFile)!);
        var other = Directory.CreateTempSubdirectory("glidepath-node-").FullName;
        try
        {
            // Files and key as they were before are what the other node has.
            foreach (var folder in new[] { keys, anchors })
            foreach (var file in Directory.EnumerateFiles(folder))
                File.Copy(file, Path.Combine(other, Path.GetFileName(file)));
            await RotateAuditAsync(static _ => { });
            await RotateAuditAsync(static _ => { });
            File.Copy(Path.Combine(keys, "audit.key"), Path.Combine(other, "audit.key.next"));
            foreach (var folder in new[] { keys, anchors })
            foreach (var file in Directory.EnumerateFiles(folder))
                File.Delete(file);
            foreach (var file in Directory.EnumerateFiles(other))
                File.Copy(file, Path.Combine(file.Contains(".key", StringComparison.Ordinal) ? keys : anchors, Path.GetFileName(file)));
            Assert.Equal(new AuditRotation(0, 0, 0), await RotateAuditAsync(static _ => { }));
            await ReadableAsync(Now(), id);
            Assert.Single(DestroyedKeys.Read(Now()));
            Assert.Equal(
                (3, 1),
                ((await AuditVerifier.VerifyAsync(Now(), Stop)).Keys, (await AuditVerifier.VerifyAsync(Now(), Stop)).Anchors)
            );
        }
        finally
        {
            Directory.Delete(other, recursive: true);
        }
    }

    private Task<AuditRotation> RotateAuditAsync(Action<AuditRotationPoint> reached) =>
        KeyRotation.AuditAsync(Location, TimeProvider.System, reached, static _ => null, Stop);

    /// <summary>A line in each file beside the database.</summary>
    private static async Task<Guid> WriteOutsideAsync(Store store, Guid id)
    {
        var gone = Guid.CreateVersion7();
        await store.Records.NoteAsync(
            RecordSamples.Actor,
            new AuditEntry(AuditAction.Create, nameof(ConsentEnd), id, Guid.CreateVersion7()),
            Stop
        );
        Assert.Equal(1, await AccessEnds.AppendAsync(store, Stop));
        Assert.NotNull(await AnchorFile.AppendAsync(store, Stop));
        await DestroyedKeys.AppendAsync(store, gone, Gone, Stop);
        return gone;
    }

    private static async Task<long> FirstOfNewKeyAsync(Store store)
    {
        await using var db = store.CreateDbContext();
        return await db.AuditEvents.Where(e => e.Reason.StartsWith("rotate.audit.")).Select(e => e.Sequence).SingleAsync(Stop);
    }

    private async Task DropTriggersAsync(Store store)
    {
        foreach (
            var statement in Provider == "SQLite"
                ? new[] { """DROP TRIGGER "AuditEvents_no_update" """, """DROP TRIGGER "AuditEvents_no_delete" """ }
                : ["""DROP TRIGGER "AuditEvents_append_only" ON "AuditEvents" """]
        )
            await RecordSamples.SqlAsync(store, statement);
    }

    private string Blob(byte value) => Provider == "SQLite" ? $"x'{value:x2}'" : $@"'\x{value:x2}'::bytea";
}
