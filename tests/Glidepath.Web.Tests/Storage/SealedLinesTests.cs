using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Tests.Storage;

/// <summary>Anchors and destroyed keys: files that only grow, and tell when they were touched.</summary>
public sealed class SealedLinesTests : IDisposable
{
    private static readonly DateTime At = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    private readonly string _folder = Directory.CreateTempSubdirectory("glidepath-lines-").FullName;
    private readonly KeyFiles _keys;
    private readonly Store _store;

    public SealedLinesTests()
    {
        _keys = KeyFiles.Load(Path.Combine(_folder, "keys"), create: true, static _ => null);
        _store = new Store(new StoreLocation(_folder), _keys, TimeProvider.System);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string ListFile => _store.Location.DestroyedKeysFile;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_destroyed_key_is_listed_once_with_its_instant()
    {
        var ids = new[] { Guid.CreateVersion7(), Guid.CreateVersion7() };
        foreach (var id in ids.Append(ids[0]))
            await DestroyedKeys.AppendAsync(_store, id, At, Stop);
        Assert.Equal(ids.Select(id => new DestroyedKey(At, id)), DestroyedKeys.Read(_store));
    }

    [Fact]
    public async Task Many_at_once_are_all_listed()
    {
        var ids = Enumerable.Range(0, 30).Select(_ => Guid.CreateVersion7()).ToList();
        await Task.WhenAll(ids.Select(id => Task.Run(() => DestroyedKeys.AppendAsync(_store, id, At, Stop), Stop)));
        Assert.Equal(ids.ToHashSet(), DestroyedKeys.Read(_store).Select(d => d.PatientId).ToHashSet());
    }

    [Fact]
    public async Task A_line_changed_left_out_or_moved_is_refused_and_nothing_is_added()
    {
        for (var i = 0; i < 4; i++)
            await DestroyedKeys.AppendAsync(_store, Guid.CreateVersion7(), At, Stop);
        var lines = await File.ReadAllLinesAsync(ListFile, Stop);
        foreach (
            var altered in new string[][]
            {
                [lines[1], lines[0], lines[2], lines[3]],
                [lines[0], lines[2], lines[3]],
                [lines[0], lines[1].Replace("2026", "2027", StringComparison.Ordinal), lines[2], lines[3]],
                ["junk", .. lines],
            }
        )
        {
            await File.WriteAllLinesAsync(ListFile, altered, Stop);
            Assert.Equal("sealed.altered", Assert.Throws<StoreRefusedException>(() => DestroyedKeys.Read(_store)).Rule);
            await Assert.ThrowsAsync<StoreRefusedException>(() => DestroyedKeys.AppendAsync(_store, Guid.CreateVersion7(), At, Stop));
            Assert.Equal(altered, await File.ReadAllLinesAsync(ListFile, Stop));
        }
    }

    [Fact]
    public async Task A_line_that_a_crash_cut_off_does_not_stand_in_the_way()
    {
        var (one, two) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await DestroyedKeys.AppendAsync(_store, one, At, Stop);
        await File.AppendAllTextAsync(ListFile, "2026-12-01T09:3", Stop);
        Assert.Equal([one], DestroyedKeys.Read(_store).Select(d => d.PatientId));
        await DestroyedKeys.AppendAsync(_store, two, At, Stop);
        Assert.Equal([one, two], DestroyedKeys.Read(_store).Select(d => d.PatientId));
    }

    [Fact]
    public async Task A_list_sealed_under_other_keys_or_for_another_use_is_refused()
    {
        await DestroyedKeys.AppendAsync(_store, Guid.CreateVersion7(), At, Stop);
        var others = KeyFiles.Of(KeyFiles.Names.ToDictionary(n => n, _ => new byte[32]));
        Assert.Throws<StoreRefusedException>(() => DestroyedKeys.Read(ListFile, others));
        Assert.Empty(AnchorFile.Read(ListFile, _keys, out var problem));
        Assert.NotNull(problem);
    }
}
