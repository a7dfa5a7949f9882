using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Tests.Storage;

/// <summary>The files beside the database when the audit key is changed, and when a backup from before it is restored beside
/// them.</summary>
public abstract partial class KeyRotationContract
{
    private byte[] Later => KeyFiles.ReadOne(Path.Combine(Location.KeyFolder, "audit.key"));

    [Fact]
    public async Task A_file_that_was_empty_or_not_there_is_not_begun_under_the_old_key_and_a_backup_of_before_is_restored_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-rotated-").FullName;
        try
        {
            var running = _test.Store;
            var id = await RecordSamples.RegisterAsync(running, "Testperson");
            var gone = await RecordSamples.RegisterAsync(running, "Goneperson");
            await BackupAsync(running, folder, "before");
            Assert.All(SealedLines.Of(Location), f => Assert.False(File.Exists(f.Path), f.Path));
            OwnerOnly.CreateFolder(Path.GetDirectoryName(Location.AccessEndsFile)!);
            OwnerOnly.CreateFile(Location.AccessEndsFile);
            await RotateAuditAsync(static _ => { });
            await NotBegunAsync(running);
            // Gone once more: now two keys came after that of the backup.
            File.Delete(Location.DestroyedKeysFile);
            await RotateAuditAsync(static _ => { });
            await NotBegunAsync(running);
            await WriteOutsideAsync(Now(), id);
            await DestroyedKeys.AppendAsync(Now(), gone, Gone, Stop);
            await ReadableAsync(Now(), id);

            var place = BesideOurFiles(Path.Combine(folder, "place"));
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(folder, "before", place, null));
            Assert.Equal("restore.later-key", refused.Rule);
            var report = await RestoreAsync(folder, "before", place, Later);
            Assert.Equal((1, 1, null), (report.Destroyed, report.Back.Known.Count, report.Back.Problem));
            await ReadableAsync(At(place), id);
            await Assert.ThrowsAsync<InvalidOperationException>(() => RecordSamples.FamilyNameAsync(At(place), gone));
            Assert.Equal(2, DestroyedKeys.Read(At(place)).Count);
        }
        finally
        {
            Delete(folder);
        }

        async Task NotBegunAsync(Store running)
        {
            foreach (var (path, use) in SealedLines.Of(Location))
            {
                var refused = await Assert.ThrowsAsync<StoreRefusedException>(() =>
                    new SealedLines(path, running.Keys, use).AppendAsync(static _ => "line", Stop)
                );
                Assert.Contains("is sealed with a later audit key", refused.Message, StringComparison.Ordinal);
                Assert.Empty(new SealedLines(path, Now().Keys, use).Read(out var problem));
                Assert.Null(problem);
            }
        }
    }

    [Fact]
    public async Task Stopped_while_it_seals_a_file_anew_a_restore_leaves_the_one_before_in_its_place_and_is_run_again()
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-rotated-").FullName;
        try
        {
            var keys = _test.Store.Keys;
            var gone = await BackupAndChangeAsync(folder);
            var place = BesideOurFiles(Path.Combine(folder, "place"));
            var before = await File.ReadAllTextAsync(place.DestroyedKeysFile, Stop);
            using (var stopped = new RestorePlace(place, keys, Later, static _ => null))
            {
                stopped.Prepare(new(StoreBackup.Format, Gone, "", keys.Secrets, "", "", new Dictionary<string, long>()));
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.FinishAsync(new CancellationToken(canceled: true)));
            }
            Assert.Equal(before, await File.ReadAllTextAsync(place.DestroyedKeysFile, Stop));
            // What a restore killed later leaves beside it counts for nothing.
            await DestroyedKeys.AppendAsync(place.DestroyedKeysFile + ".anew", keys, new(Gone, Guid.CreateVersion7()), Stop);

            Assert.Equal(1, (await RestoreAsync(folder, "before", place, Later)).Destroyed);
            await Assert.ThrowsAsync<InvalidOperationException>(() => RecordSamples.FamilyNameAsync(At(place), gone));
            Assert.Equal(2, DestroyedKeys.Read(At(place)).Count);
            var kept = Directory.GetFiles(Path.GetDirectoryName(place.DestroyedKeysFile)!, "destroyed-keys.before-restore-*");
            Assert.Equal(before, await File.ReadAllTextAsync(Assert.Single(kept), Stop));
            Assert.False(File.Exists(place.DestroyedKeysFile + ".anew"));
        }
        finally
        {
            Delete(folder);
        }
    }

    [Fact]
    public async Task A_file_that_was_altered_is_not_sealed_anew_and_nothing_is_restored()
    {
        var folder = Directory.CreateTempSubdirectory("glidepath-rotated-").FullName;
        try
        {
            await BackupAndChangeAsync(folder);
            var place = BesideOurFiles(Path.Combine(folder, "place"));
            var altered = (await File.ReadAllTextAsync(place.AccessEndsFile, Stop)).Replace("Consent", "Role", StringComparison.Ordinal);
            await File.WriteAllTextAsync(place.AccessEndsFile, altered, Stop);
            var files = Files();
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(folder, "before", place, Later));
            Assert.Equal("sealed.altered", refused.Rule);
            Assert.Contains("access-ends is not as it was written. Put a whole copy", refused.Message, StringComparison.Ordinal);
            Assert.Equal(altered, await File.ReadAllTextAsync(place.AccessEndsFile, Stop));
            Assert.Equal(files, Files());

            string[] Files() =>
                [.. Directory.GetFiles(place.DataDirectory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        }
        finally
        {
            Delete(folder);
        }
    }

    /// <summary>A backup, a new audit key, and a key of a patient destroyed after both.</summary>
    private async Task<Guid> BackupAndChangeAsync(string folder)
    {
        var id = await RecordSamples.RegisterAsync(_test.Store, "Testperson");
        var gone = await RecordSamples.RegisterAsync(_test.Store, "Goneperson");
        await WriteOutsideAsync(_test.Store, id);
        await BackupAsync(_test.Store, folder, "before");
        await RotateAuditAsync(static _ => { });
        await DestroyedKeys.AppendAsync(Now(), gone, Gone, Stop);
        return gone;
    }

    /// <summary>An empty place, but for what stands outside the database here.</summary>
    private StoreLocation BesideOurFiles(string folder)
    {
        var place = new StoreLocation(folder);
        OwnerOnly.CreateFolder(Path.GetDirectoryName(place.AnchorFile)!);
        foreach (var (path, _) in SealedLines.Of(Location))
            File.Copy(path, Path.Combine(Path.GetDirectoryName(place.AnchorFile)!, Path.GetFileName(path)));
        return place;
    }

    private static Task BackupAsync(Store store, string folder, string name) =>
        StoreBackup.WriteAsync(store, Path.Combine(folder, name), Secret, RecordSamples.Actor, null, Stop);

    private static Task<RestoreReport> RestoreAsync(string folder, string name, StoreLocation place, byte[]? later) =>
        StoreRestore.ReadAsync(Path.Combine(folder, name), Secret, place, TimeProvider.System, null, Stop, static _ => null, later);

    private static void Delete(string folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
