using System.Runtime.Versioning;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Tests.Storage;

/// <summary>Who else on the machine can read a store, and what a folder that cannot be used is answered with.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class OwnerOnlyTests : IDisposable
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead
        | UnixFileMode.GroupWrite
        | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead
        | UnixFileMode.OtherWrite
        | UnixFileMode.OtherExecute;

    private readonly string _above = Directory.CreateTempSubdirectory("glidepath-owner-").FullName;

    private static CancellationToken Now => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_above, recursive: true);

    [Fact]
    public async Task Whatever_a_store_makes_is_its_owners_alone_from_the_first_moment()
    {
        var location = new StoreLocation(Path.Combine(_above, "data"));
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: true, static _ => null), TimeProvider.System);
        await StoreStart.OpenAsync(store, demo: false, Now);
        await store.Records.NoteAsync(RequestActor.System("test"), new AuditEntry(AuditAction.Configure, "Test"), Now);
        await AnchorFile.AppendAsync(store, Now);
        await using (var db = store.CreateDbContext())
        {
            await Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.OpenConnectionAsync(db.Database, Now);
            var all = Directory.EnumerateFileSystemEntries(_above, "*", SearchOption.AllDirectories).ToList();
            foreach (var end in new[] { "/data", "/keys", "/anchors", "glidepath.db", "-wal", "-shm", "audit.anchors", "record.key" })
                Assert.Contains(all, path => path.EndsWith(end, StringComparison.Ordinal));
            Assert.All(all, path => Assert.True((File.GetUnixFileMode(path) & Others) == 0, $"{path} {File.GetUnixFileMode(path)}"));
        }
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task A_database_that_cannot_be_opened_is_refused_in_words()
    {
        var location = new StoreLocation(_above);
        var keys = KeyFiles.Load(location.KeyFolder, create: true, static _ => null);
        Directory.CreateDirectory(location.SqliteFile);
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            StoreStart.OpenAsync(new Store(location, keys, TimeProvider.System), demo: false, Now)
        );
        Assert.Equal("store.folder", refused.Rule);
        Assert.Contains(_above, refused.Message);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_made_is_refused_in_words()
    {
        var file = Path.Combine(_above, "a-file");
        await File.WriteAllTextAsync(file, "", Now);
        var location = new StoreLocation(Path.Combine(file, "data"));
        var keys = KeyFiles.Load(Path.Combine(_above, "keys"), create: true, static _ => null);
        var refused = await Assert.ThrowsAsync<StoreRefusedException>(() =>
            StoreStart.OpenAsync(new Store(location, keys, TimeProvider.System), demo: false, Now)
        );
        Assert.Equal("store.folder", refused.Rule);
    }
}
