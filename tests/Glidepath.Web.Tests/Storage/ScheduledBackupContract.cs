using Glidepath.Application.Administration.Backups;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Web.Tests.Shared;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Glidepath.Web.Tests.Storage;

public sealed class SqliteScheduledBackupTests : ScheduledBackupContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresScheduledBackupTests : ScheduledBackupContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>A backup a day that only the operator's private key opens; and where none could be made, someone is told.</summary>
public abstract class ScheduledBackupContract : IAsyncLifetime
{
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    private readonly SetClock _clock = new(new DateTimeOffset(2026, 3, 7, 20, 0, 0, TimeSpan.Zero));
    private readonly (string PrivatePem, string PublicPem) _pair = BackupKeyPair.Make();
    private readonly List<Store> _restored = [];
    private TestStore _test = null!;
    private string _folder = "",
        _place = "";

    protected abstract string Provider { get; }

    private Store Store => _test.Store;

    private IReadOnlyList<string> Made =>
        [.. Directory.EnumerateFiles(_folder, "glidepath-daily-*").Select(f => Path.GetFileName(f)!).Order(StringComparer.Ordinal)];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _test = await TestStore.OpenAsync(Provider, _clock);
        Store.Zone = Pacific;
        _folder = Directory.CreateTempSubdirectory("glidepath-scheduled-").FullName;
        _place = Directory.CreateTempSubdirectory("glidepath-restored-").FullName;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _restored.Where(s => s.Location.Postgres is not null))
            await TestStore.DropDatabaseAsync(store.Location.Postgres!);
        await _test.DisposeAsync();
        foreach (var folder in new[] { _folder, _place }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("2026-03-07T20:00Z", "02:30")]
    [InlineData("2026-10-31T19:00Z", "01:30")]
    public async Task Each_day_has_exactly_one_backup_also_where_clocks_skip_its_time_or_go_over_it_twice(string start, string at)
    {
        _clock.Now = DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture);
        using var backup = Scheduled(at: at);
        var days = new List<DateOnly>();
        for (var (i, end) = (0, _clock.Now.AddDays(3)); _clock.Now < end; i++, _clock.Now += TimeSpan.FromMinutes(10))
            if (await backup.MakeIfDueAsync(Stop))
                days.Add(LocalDay.Of(_clock.Now.UtcDateTime, Pacific));
        Assert.Equal(4, days.Count);
        Assert.Equal(days.Distinct(), days);
        Assert.Equal(4, Made.Count);
        // After a restart it is known what was made.
        using var again = Scheduled(at: at);
        Assert.False(await again.MakeIfDueAsync(Stop));
    }

    [Theory]
    [InlineData("SQLite")]
    [InlineData("PostgreSQL")]
    public async Task The_private_key_restores_it_into_either_store_and_no_other_key_does(string target)
    {
        var id = await RecordSamples.RegisterAsync(Store, "Testperson");
        using var backup = Scheduled();
        Assert.True(await backup.MakeIfDueAsync(Stop));
        var file = Path.Combine(_folder, Assert.Single(Made));
        foreach (
            var (secret, rule, says) in new[]
            {
                (BackupSecret.OfKey(BackupKeyPair.Make().PrivatePem), "backup.pair", "Name the private key that was made with the public"),
                (BackupSecret.OfKey(_pair.PublicPem), "backup.public", "only seals"),
                (BackupSecret.OfPassphrase("correct horse battery"), "backup.secret", "made with the operator's key pair"),
                (BackupSecret.OfKey(Convert.ToBase64String(new byte[32])), "backup.secret", "made with the operator's key pair"),
            }
        )
        {
            var location = new StoreLocation(Path.Combine(_place, "none"));
            var refused = await Assert.ThrowsAsync<StoreRefusedException>(() =>
                StoreRestore.ReadAsync(file, secret, location, TimeProvider.System, null, Stop, static _ => null)
            );
            Assert.Equal(rule, refused.Rule);
            Assert.Contains(says, refused.Message, StringComparison.Ordinal);
            Assert.False(Directory.Exists(location.DataDirectory));
        }
        var (store, report) = await RestoreAsync(file, target);
        Assert.True(report.Chain.Holds, report.Chain.Problem);
        Assert.Equal("Testperson", await RecordSamples.FamilyNameAsync(store, id));
    }

    [Fact]
    public async Task What_decides_for_whom_it_is_sealed_cannot_be_altered()
    {
        using var backup = Scheduled();
        await backup.MakeIfDueAsync(Stop);
        var file = Path.Combine(_folder, Assert.Single(Made));
        var whole = await File.ReadAllBytesAsync(file, Stop);
        var head = System.Text.Encoding.Latin1.GetString(whole, 0, 400);
        Assert.Contains("\"Format\":2", head, StringComparison.Ordinal);
        foreach (var part in new[] { "\"Salt\":\"", "\"OneTimeKey\":\"", "ECDH-P256", "\"Format\":" })
        {
            var altered = whole.ToArray();
            var at = head.IndexOf(part, StringComparison.Ordinal) + part.Length + (part[^1] == '"' ? 20 : 0);
            altered[at] = altered[at] == (byte)'1' ? (byte)'A' : (byte)'1';
            await File.WriteAllBytesAsync(file, altered, Stop);
            Assert.StartsWith(
                "backup.",
                (await Assert.ThrowsAsync<StoreRefusedException>(() => RestoreAsync(file, "SQLite"))).Rule,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Where_it_cannot_be_written_the_host_says_why_and_tries_again_after_an_hour()
    {
        Directory.Delete(_folder);
        using var backup = Scheduled();
        Assert.False(await backup.MakeIfDueAsync(Stop));
        Assert.False(Directory.Exists(_folder));
        var state = await backup.StateAsync(Stop);
        Assert.Equal((BackupProblem.FolderMissing, true, false), (state!.Facts.Problem, state.IsLate, state.IsWell));
        var (health, words) = await HealthAsync(backup);
        Assert.Equal((HealthStatus.Degraded, "no good backup yet; the last attempt failed"), (health, words));
        Directory.CreateDirectory(_folder);
        _clock.Now += TimeSpan.FromMinutes(59);
        Assert.False(await backup.MakeIfDueAsync(Stop));
        // A restart remembers the failure too.
        using var again = Scheduled();
        Assert.NotNull((await again.StateAsync(Stop))!.Facts.FailedAt);
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.True(await again.MakeIfDueAsync(Stop));
        Assert.Equal((HealthStatus.Healthy, "last good backup 0 hours ago"), await HealthAsync(again));
    }

    [Fact]
    public async Task A_folder_that_takes_no_file_is_told_as_such()
    {
        using var backup = Scheduled(folder: "/sys");
        Assert.False(await backup.MakeIfDueAsync(Stop));
        Assert.Equal(BackupProblem.MayNotWrite, (await backup.StateAsync(Stop))!.Facts.Problem);
    }

    [Fact]
    public async Task The_last_good_backup_grows_old_and_is_missed_where_it_is_gone_or_was_cut()
    {
        using var backup = Scheduled();
        await backup.MakeIfDueAsync(Stop);
        _clock.Now += TimeSpan.FromHours(26);
        Assert.Equal((HealthStatus.Healthy, "last good backup 26 hours ago"), await HealthAsync(backup));
        _clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal(HealthStatus.Degraded, (await HealthAsync(backup)).Health);
        await backup.MakeIfDueAsync(Stop);
        Assert.Equal(HealthStatus.Healthy, (await HealthAsync(backup)).Health);
        await File.WriteAllTextAsync(Path.Combine(_folder, Made[^1]), "cut", Stop);
        Assert.Equal(
            (HealthStatus.Degraded, "last good backup 0 hours ago; its file is gone or has another length"),
            await HealthAsync(backup)
        );
    }

    [Fact]
    public async Task Old_ones_go_by_the_rule_and_only_whole_ones_of_our_own_count()
    {
        using var backup = Scheduled(keep: 2);
        await File.WriteAllTextAsync(Path.Combine(_folder, "glidepath-20260101T000000Z.backup"), "by hand", Stop);
        await backup.MakeIfDueAsync(Stop);
        var first = Made[0];
        _clock.Now += TimeSpan.FromDays(1);
        await backup.MakeIfDueAsync(Stop);
        // As a program that was killed could leave it: half a file, under its temporary name; and, as no version of ours does,
        // under its own.
        var half = (await File.ReadAllBytesAsync(Path.Combine(_folder, Made[1]), Stop))[..5000];
        await File.WriteAllBytesAsync(Path.Combine(_folder, "glidepath-daily-20260309T200000Z.backup.abcd1234.xyz.part"), half, Stop);
        await File.WriteAllBytesAsync(Path.Combine(_folder, "glidepath-daily-20260309T200000Z.backup"), half, Stop);
        Assert.False(StoreBackup.LooksWhole(new MemoryStream(half)));
        _clock.Now += TimeSpan.FromDays(2);
        await backup.MakeIfDueAsync(Stop);
        Assert.Equal(
            [
                "glidepath-daily-20260308T200000Z.backup",
                "glidepath-daily-20260309T200000Z.backup",
                "glidepath-daily-20260310T200000Z.backup",
            ],
            Made
        );
        Assert.Equal("glidepath-daily-20260307T200000Z.backup", first);
        Assert.True(File.Exists(Path.Combine(_folder, "glidepath-20260101T000000Z.backup")));
    }

    [Fact]
    public async Task A_run_that_is_stopped_half_way_leaves_nothing_and_removes_nothing()
    {
        using var backup = Scheduled(keep: 1);
        await backup.MakeIfDueAsync(Stop);
        var before = Made;
        _clock.Now += TimeSpan.FromDays(1);
        using var stopped = new CancellationTokenSource();
        await stopped.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => backup.MakeIfDueAsync(stopped.Token));
        Assert.Equal(before, Made);
        Assert.True(await backup.MakeIfDueAsync(Stop));
        Assert.Equal(["glidepath-daily-20260308T200000Z.backup"], Made);
    }

    private ScheduledBackup Scheduled(string at = "02:30", int keep = 14, string? folder = null) =>
        new(
            new BackupPlan(
                folder ?? _folder,
                BackupKeyPair.Of(_pair.PublicPem),
                TimeOnly.ParseExact(at, "HH:mm", System.Globalization.CultureInfo.InvariantCulture),
                keep,
                TimeSpan.FromHours(26)
            ),
            Store,
            _clock,
            NullLogger<ScheduledBackup>.Instance
        );

    private static async Task<(HealthStatus Health, string? Words)> HealthAsync(ScheduledBackup backup)
    {
        var result = await backup.CheckHealthAsync(new HealthCheckContext(), Stop);
        return (result.Status, result.Description);
    }

    private async Task<(Store Store, RestoreReport Report)> RestoreAsync(string file, string target)
    {
        var location = new StoreLocation(
            Path.Combine(_place, Guid.CreateVersion7().ToString("N")),
            target == "PostgreSQL" ? await TestStore.CreateDatabaseAsync(isEmpty: true) : null
        );
        var secret = BackupSecret.OfKey(_pair.PrivatePem);
        var report = await StoreRestore.ReadAsync(file, secret, location, TimeProvider.System, null, Stop, static _ => null);
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: false, static _ => null), TimeProvider.System);
        _restored.Add(store);
        return (store, report);
    }
}
