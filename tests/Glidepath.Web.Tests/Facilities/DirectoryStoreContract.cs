using System.Text;
using Glidepath.Storage;
using Glidepath.Storage.Facilities;
using Glidepath.Storage.Privacy;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Web.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Facilities;

public sealed class SqliteDirectoryTests : DirectoryStoreContract
{
    protected override string Provider => "SQLite";
}

public sealed class PostgresDirectoryTests : DirectoryStoreContract
{
    protected override string Provider => "PostgreSQL";
}

/// <summary>
/// The directory in either store: what an import writes is what a load reads, what people said stays, and what is refused leaves all as it
/// was.
/// </summary>
public abstract class DirectoryStoreContract : IAsyncLifetime
{
    private static readonly RequestActor Staff = new(Guid.Parse("0d6bb1f1-0000-4000-8000-000000000001"), "helpline", "test");

    private TestStore _test = null!;

    protected abstract string Provider { get; }

    private DirectoryStore Directory => new(_test.Store);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _test = await TestStore.OpenAsync(Provider);

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_real_directory_is_imported_whole_and_loaded_as_it_was_merged()
    {
        var workbook = await File.ReadAllBytesAsync(TestData.File("directory/National_Directory_SA_Facilities_2022.xlsx"), Stop);
        var progress = new List<double>();
        var import = await Directory.ImportAsync(
            new MemoryStream(workbook),
            "National_Directory_SA_Facilities_2022.xlsx",
            new(),
            Staff,
            progress.Add,
            Stop
        );
        Assert.True(import.IsWritten);
        Assert.Equal((12_176, 12_176, 2_287), (import.Diff.Rows, import.Diff.Programmes, import.Diff.Codes["BDTX"]));
        Assert.Equal((true, true), (progress.Count > 10, progress.Zip(progress.Skip(1)).All(p => p.Second >= p.First && p.Second <= 1)));
        var loaded = await Directory.LoadAsync(Stop);
        var read = await DirectoryReader.ReadAsync(new MemoryStream(workbook), "2022.xlsx", null, CodeTable.Empty, null, Stop);
        var merged = DirectoryMerge.Apply([], CodeTable.Empty, read, Gazetteers.Zips).Places.ToDictionary(p => p.Id);
        Assert.Equal(merged.Count, loaded.Places.Count);
        Assert.All(loaded.Places, p => Same(merged[p.Id], p));
        Assert.Equal((225, "2022"), (loaded.Codes.Codes.Count, loaded.Codes.Edition));
        Assert.Equal("Benzodiazepines Detoxification", loaded.Codes.Find("BDTX")!.Name);
        var stats = await Directory.StatsAsync(Stop);
        Assert.Equal(
            ("2022", 12_176, merged.Count, 12_176, 2_287),
            (stats.Edition, stats.Rows, stats.Places, stats.Programmes, stats.Codes["BDTX"])
        );
        Assert.Empty(stats.UnknownCodes);
        Assert.Equal(1, await CountAsync(db => db.AuditEvents.CountAsync(e => e.Target == "Directory", Stop)));
    }

    [Fact]
    public async Task What_people_said_of_a_place_stays_when_the_next_edition_comes()
    {
        await ImportAsync("2022", Row("Harbor House", "1 Main St", "BDTX CO"), Row("Other", "9 Elm St", "SA"));
        var place = (await Directory.LoadAsync(Stop)).Places.Single(p => p.Name == "Harbor House");
        var said = new Attestation(
            BenzodiazepineCapability.SlowestTaper,
            Listing.Listed,
            "5",
            "A. Nurse, intake",
            new(2026, 11, 1),
            "protocol seen",
            null
        );
        var id = await Directory.AttestAsync(Staff, place.Id, said, Stop);
        Assert.Equal(
            (id, place.Id, said),
            ((await Directory.PendingAsync(Stop)).Single() is var waiting ? (waiting.Id, waiting.PlaceId, waiting.Said) : default)
        );
        await Directory.VerifyAsync(Staff, id, new(2026, 11, 3), Stop);
        Assert.Empty(await Directory.PendingAsync(Stop));
        await Directory.StateCapacityAsync(Staff, place.Id, new(4, "desk", new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc)), Stop);
        await Directory.StateCapacityAsync(Staff, place.Id, new(2, "desk", new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc)), Stop);
        await Directory.MarkOwnAsync(Staff, place.Id, isOwn: true, Stop);
        // The next edition does not have it any more.
        await ImportAsync("2023", allowsDrop: true, Row("Other", "9 Elm St", "SA"));
        var kept = (await Directory.LoadAsync(Stop)).Places.Single(p => p.Id == place.Id);
        Assert.Equal(said with { VerifiedOn = new(2026, 11, 3) }, Assert.Single(kept.Profile.Attestations));
        Assert.Equal(
            (new CapacityStatement(2, "desk", new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc)), true, "Harbor House"),
            (kept.Capacity, kept.IsOwn, kept.Name)
        );
        await Directory.MarkOwnAsync(Staff, place.Id, isOwn: false, Stop);
        Assert.False((await Directory.LoadAsync(Stop)).Places.Single(p => p.Id == place.Id).IsOwn);
    }

    [Theory]
    [InlineData("place.unknown")]
    [InlineData("attestation.answer")]
    [InlineData("attestation.by")]
    [InlineData("attestation.verified")]
    [InlineData("attestation.unknown")]
    [InlineData("attestation.verified-before")]
    [InlineData("capacity.older")]
    [InlineData("capacity.free")]
    public async Task What_nobody_can_have_meant_is_refused_by_its_rule(string rule)
    {
        await ImportAsync("2022", Row("Harbor House", "1 Main St", "BDTX"));
        var place = (await Directory.LoadAsync(Stop)).Places.Single().Id;
        var said = new Attestation(
            BenzodiazepineCapability.CrossOver,
            Listing.ListedAsNot,
            null,
            "A. Nurse",
            new(2026, 11, 1),
            "call",
            null
        );
        var id = await Directory.AttestAsync(Staff, place, said, Stop);
        await Directory.StateCapacityAsync(Staff, place, new(1, "desk", new(2026, 11, 3, 9, 0, 0, DateTimeKind.Utc)), Stop);
        var before = await Directory.VersionAsync(Stop);
        var refused = await Assert.ThrowsAsync<RuleViolationException>(() =>
            rule switch
            {
                "place.unknown" => Directory.AttestAsync(Staff, Guid.NewGuid(), said, Stop),
                "attestation.answer" => Directory.AttestAsync(Staff, place, said with { Answer = Listing.NotListed }, Stop),
                "attestation.by" => Directory.AttestAsync(Staff, place, said with { AttestedBy = " " }, Stop),
                "attestation.verified" => Directory.AttestAsync(Staff, place, said with { VerifiedOn = new(2026, 11, 2) }, Stop),
                "attestation.unknown" => Directory.VerifyAsync(Staff, Guid.NewGuid(), new(2026, 11, 2), Stop),
                "attestation.verified-before" => Directory.VerifyAsync(Staff, id, new(2026, 10, 2), Stop),
                "capacity.older" => Directory.StateCapacityAsync(
                    Staff,
                    place,
                    new(1, "desk", new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc)),
                    Stop
                ),
                _ => Directory.StateCapacityAsync(Staff, place, new(-1, "desk", new(2026, 11, 4, 9, 0, 0, DateTimeKind.Utc)), Stop),
            }
        );
        Assert.Equal(rule, refused.Rule);
        Assert.Equal(before, await Directory.VersionAsync(Stop));
    }

    [Fact]
    public async Task A_file_with_far_fewer_rows_is_refused_unless_allowed_and_a_dry_run_writes_nothing()
    {
        var rows = Enumerable.Range(1, 20).Select(i => Row($"House {(char)('A' + i)}", $"{i} Main St", "SA BDTX")).ToArray();
        await ImportAsync("2022", rows);
        var before = await StateAsync();
        var dry = await Directory.ImportAsync(Csv(rows[..16]), "a.csv", new("2023-01-01", IsDryRun: true), Staff, null, Stop);
        Assert.Equal((false, true, 4), (dry.IsWritten, dry.Diff.IsCollapse, dry.Diff.ProgrammesRemoved));
        Assert.Equal(before, await StateAsync());
        var refused = await Assert.ThrowsAsync<DirectoryDropException>(() => ImportAsync("2023", rows[..16]));
        Assert.Contains("16 rows where 20 are known", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await StateAsync());
        await ImportAsync("2023", rows[..17]);
        Assert.Equal(17, (await Directory.StatsAsync(Stop)).Programmes);
        await ImportAsync("2024", allowsDrop: true, rows[..3]);
        Assert.Equal((3, "2024-01-01"), (await Directory.StatsAsync(Stop) is var stats ? (stats.Programmes, stats.Edition) : default));
    }

    [Fact]
    public async Task A_file_that_is_broken_leaves_the_directory_and_its_version_as_they_were()
    {
        await ImportAsync("2022", Row("Harbor House", "1 Main St", "BDTX"));
        var before = await StateAsync();
        foreach (
            var broken in (byte[][])
                [
                    [],
                    "PK\u0003\u0004 no zip"u8.ToArray(),
                    "{\"rows\":[{"u8.ToArray(),
                    "name1,street1\n\"open"u8.ToArray(),
                    [0xFF, 0x00, 0x13],
                ]
        )
            await Assert.ThrowsAsync<DirectoryFileException>(() =>
                Directory.ImportAsync(new MemoryStream(broken), "2023.x", new(), Staff, null, Stop)
            );
        Assert.Equal(before, await StateAsync());
    }

    [Fact]
    public async Task Two_who_import_at_once_come_one_after_the_other()
    {
        await ImportAsync("2022", Row("Harbor House", "1 Main St", "BDTX"));
        var rows = Enumerable.Range(1, 40).Select(i => Row($"House {i}", $"{i} Main St", "SA")).ToArray();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(n => Task.Run(() => ImportAsync("2023", allowsDrop: true, rows[..(37 + n)]))));
        var stats = await Directory.StatsAsync(Stop);
        Assert.InRange(stats.Programmes, 37, 40);
        Assert.Equal(
            stats.Programmes,
            (await Directory.LoadAsync(Stop)).Places.SelectMany(p => p.Programmes).Select(p => p.Id).Distinct().Count()
        );
        Assert.True((await AuditVerifier.VerifyAsync(_test.Store, Stop)).Holds);
    }

    private Task<DirectoryImport> ImportAsync(string year, params string[] rows) => ImportAsync(year, allowsDrop: false, rows);

    private Task<DirectoryImport> ImportAsync(string year, bool allowsDrop, params string[] rows) =>
        Directory.ImportAsync(Csv(rows), "made-up.csv", new($"{year}-01-01", AllowsDrop: allowsDrop), Staff, null, Stop);

    private static string Row(string name, string street, string codes) =>
        $"{name},,{street},,Palm "
        + $"Springs,CA,92262,,Riverside,760-555-{int.Parse(street.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture):0000},,,,,,,SU,{string.Join(',', new[] { "SA", "BDTX", "CO" }.Select(c => codes.Split(' ').Contains(c) ? "1" : ""))}";

    private static MemoryStream Csv(string[] rows) =>
        new(
            Encoding.UTF8.GetBytes(
                "name1,name2,street1,street2,city,state,zip,zip4,county,phone,intake_prompt,intake1,intake2,website,latitude,longitude,type_facility,sa,bdtx,co "
                    + "\n"
                    + string.Join('\n', rows)
            )
        );

    private async Task<(string Version, int Places, int Programmes, int Imports)> StateAsync() =>
        await Directory.StatsAsync(Stop) is var s
            ? (
                await Directory.VersionAsync(Stop),
                s.Places,
                s.Programmes,
                await CountAsync(db => db.Set<DirectoryImportRecord>().CountAsync(Stop))
            )
            : default;

    private async Task<T> CountAsync<T>(Func<GlidepathDbContext, Task<T>> count)
    {
        await using var db = _test.Store.CreateDbContext();
        return await count(db);
    }

    private static void Same(Place expected, Place actual)
    {
        Assert.Equal(expected with { Programmes = actual.Programmes }, actual);
        Assert.Equal(expected.Programmes.Count, actual.Programmes.Count);
        foreach (var (before, after) in expected.Programmes.Zip(actual.Programmes))
        {
            Assert.Equal(
                before with
                {
                    Services = after.Services,
                    IntakePhones = after.IntakePhones,
                    Statements = after.Statements,
                },
                after
            );
            Assert.Equal(before.Services, after.Services);
            Assert.Equal(before.IntakePhones, after.IntakePhones);
            Assert.Equal(before.Statements, after.Statements);
        }
    }
}
