using System.Diagnostics;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

/// <summary>backup, restore and audit, as an administrator types them.</summary>
public sealed class CommandTests : IAsyncLifetime
{
    private TestStore _test = null!;
    private string _folder = "";

    private string Data => _test.Store.Location.DataDirectory;

    private string Secret => Path.Combine(_folder, "passphrase");

    private string BackupFile => Path.Combine(_folder, "all.backup");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _test = await TestStore.OpenAsync("SQLite");
        _folder = Directory.CreateTempSubdirectory("glidepath-cli-").FullName;
        await File.WriteAllTextAsync(Secret, "correct horse battery\n", Stop);
        await RecordSamples.RegisterAsync(_test.Store, "Testperson");
    }

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_backup_is_restored_into_an_empty_folder_and_verified()
    {
        var (code, said) = Run("backup", BackupFile, "--data", Data, "--passphrase-file", Secret);
        Assert.True(code == 0, said);
        var place = Path.Combine(_folder, "new");
        (code, said) = Run("restore", BackupFile, "--data", place, "--passphrase-file", Secret);
        Assert.True(code == 0, said);
        Assert.Contains("as many as in the backup", said, StringComparison.Ordinal);
        Assert.Contains("The audit chain holds", said, StringComparison.Ordinal);
        Assert.Contains("nobody can know what ended after", said, StringComparison.Ordinal);
        Assert.Contains("--confirm-restore", said, StringComparison.Ordinal);
        Assert.Equal(
            (0, true),
            (
                Run("audit", "verify", "--data", place).Code,
                Run("audit", "anchor", "--data", place).Said.Contains("is anchored", StringComparison.Ordinal)
            )
        );
        Assert.Contains("\"holds\": true", Run("audit", "verify", "--data", place, "--json").Said, StringComparison.Ordinal);
        Assert.Equal(
            ["anchors", "glidepath.db", "keys"],
            Directory
                .EnumerateFileSystemEntries(place)
                .Select(Path.GetFileName)
                .Where(n => !n!.Contains("-wal") && !n.Contains("-shm"))
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_store_moves_from_a_file_to_PostgreSQL()
    {
        Assert.Equal(0, Run("backup", BackupFile, "--data", Data, "--passphrase-file", Secret).Code);
        var database = await TestStore.CreateDatabaseAsync(isEmpty: true);
        try
        {
            var place = Path.Combine(_folder, "postgres");
            var (code, said) = await ProcessAsync(database, "restore", BackupFile, "--data", place, "--passphrase-file", Secret);
            Assert.True(code == 0, said);
            (code, said) = await ProcessAsync(database, "audit", "verify", "--data", place);
            Assert.True(code == 0, said);
            (code, said) = await ProcessAsync(
                database,
                "restore",
                BackupFile,
                "--data",
                Path.Combine(_folder, "again"),
                "--passphrase-file",
                Secret
            );
            Assert.Equal(2, code);
            Assert.Contains("holds", said, StringComparison.Ordinal);
        }
        finally
        {
            await TestStore.DropDatabaseAsync(database);
        }
    }

    [Fact]
    public async Task A_broken_chain_is_told_with_its_row_and_exit_code_one()
    {
        await RecordSamples.SqlAsync(
            _test.Store,
            """DROP TRIGGER "AuditEvents_no_update"; UPDATE "AuditEvents" SET "Target" = 'Nobody' WHERE "Sequence" = 2"""
        );
        var (code, said) = Run("audit", "verify", "--data", Data);
        Assert.Equal(1, code);
        Assert.Contains("Row 2 is not as it was written", said, StringComparison.Ordinal);
        Assert.Contains("\"sequence\": 2", Run("audit", "verify", "--data", Data, "--json").Said, StringComparison.Ordinal);
        // Its backup restores, and says so.
        Assert.Equal(2, Run("audit", "verify", "--data", _folder).Code);
    }

    [Fact]
    public async Task A_store_of_another_version_is_not_opened_and_not_changed()
    {
        await RecordSamples.SqlAsync(_test.Store, """INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99')""");
        Assert.Contains(
            "newer version (it has 29990101000000_Later)",
            Refused("audit", "verify", "--data", Data),
            StringComparison.Ordinal
        );
        await RecordSamples.SqlAsync(
            _test.Store,
            """DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = (SELECT MIN("MigrationId") FROM "__EFMigrationsHistory")"""
        );
        await RecordSamples.SqlAsync(
            _test.Store,
            """UPDATE "__EFMigrationsHistory" SET "MigrationId" = '20000101000000_Unknown' WHERE "MigrationId" = '29990101000000_Later'"""
        );
        Assert.Contains("version", Refused("backup", BackupFile, "--data", Data, "--passphrase-file", Secret), StringComparison.Ordinal);
        Assert.False(File.Exists(BackupFile));
    }

    [Fact]
    public void What_does_not_fit_is_said_in_one_line_and_nothing_is_left()
    {
        Assert.Equal(0, Run("backup", BackupFile, "--data", Data, "--passphrase-file", Secret).Code);
        var other = Path.Combine(_folder, "other");
        File.WriteAllText(other, "another passphrase");
        var place = Path.Combine(_folder, "new");
        Assert.Contains(
            "does not open this backup",
            Refused("restore", BackupFile, "--data", place, "--passphrase-file", other),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "made with a passphrase",
            Refused("restore", BackupFile, "--data", place, "--key-file", Path.Combine(Data, "keys", "record.key")),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "there is no",
            Refused("restore", BackupFile + "x", "--data", place, "--passphrase-file", Secret),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "is there already",
            Refused("restore", BackupFile, "--data", Data, "--passphrase-file", Secret),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "is there already",
            Refused("backup", BackupFile, "--data", Data, "--passphrase-file", Secret),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "one of the two",
            Refused("backup", BackupFile + "2", "--data", Data, "--passphrase-file", Secret, "--key-file", Secret),
            StringComparison.Ordinal
        );
        Assert.Contains("there is no store", Refused("audit", "verify", "--data", place), StringComparison.Ordinal);
        Assert.Contains("not a backup", Refused("restore", Secret, "--data", place, "--passphrase-file", Secret), StringComparison.Ordinal);
        Assert.False(Directory.Exists(place));
        Assert.Equal(
            ["all.backup", "other", "passphrase"],
            Directory.EnumerateFileSystemEntries(_folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_key_pair_seals_with_its_public_half_and_restores_with_its_private_half()
    {
        var pair = Path.Combine(_folder, "operator.key");
        var (code, said) = Run("backup", "key", pair);
        Assert.True(code == 0, said);
        Assert.Contains("Keep it off the host", said, StringComparison.Ordinal);
        Assert.True(
            OperatingSystem.IsWindows() || File.GetUnixFileMode(pair) == (UnixFileMode.UserRead | UnixFileMode.UserWrite),
            "others may read it"
        );
        Assert.Contains("is there already", Refused("backup", "key", pair), StringComparison.Ordinal);
        Assert.Equal(0, Run("backup", BackupFile, "--data", Data, "--key-file", pair + ".pub").Code);
        var place = Path.Combine(_folder, "new");
        Assert.Contains(
            "only seals",
            Refused("restore", BackupFile, "--data", place, "--key-file", pair + ".pub"),
            StringComparison.Ordinal
        );
        var other = Path.Combine(_folder, "other.key");
        Assert.Equal(0, Run("backup", "key", other).Code);
        Assert.Contains(
            "Name the private key that was made with the public one",
            Refused("restore", BackupFile, "--data", place, "--key-file", other),
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(place));
        (code, said) = Run("restore", BackupFile, "--data", place, "--key-file", pair);
        Assert.True(code == 0, said);
    }

    [Fact]
    public async Task A_disk_that_fills_while_it_is_written_leaves_no_file()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "No limit on the size of a file there.");
        // No file of the process may grow past 16 kB: as on a disk that is full, its next write fails.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Glidepath.Cli", own.Name, "glidepath");
        var start = new ProcessStartInfo(
            "bash",
            [
                "-c",
                "trap '' XFSZ; ulimit -f 16; exec \"$0\" \"$@\"",
                program,
                "backup",
                BackupFile,
                "--data",
                Data,
                "--passphrase-file",
                Secret,
            ]
        )
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // The runtime's own files are larger than that.
        (start.Environment["DOTNET_EnableDiagnostics"], start.Environment["DOTNET_EnableWriteXorExecute"]) = ("0", "0");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var said = await process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 2, $"{process.ExitCode}: {said} {await output}");
        Assert.Equal(["passphrase"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task The_keys_of_cookies_and_forms_are_changed_and_every_session_ends_with_them()
    {
        await RecordSamples.SqlAsync(_test.Store, """INSERT INTO "DataProtectionKeys" ("FriendlyName", "Xml") VALUES ('a', '<k/>')""");
        var account = new UserAccount
        {
            UserName = "wren",
            DisplayName = "Wren",
            Role = "Nurse",
            CreatedAt = DateTime.UtcNow,
        };
        await using var db = _test.Store.CreateDbContext();
        db.Add(account);
        db.Add(RecordSamples.Session(account.Id));
        await db.SaveChangesAsync(Stop);
        Assert.Contains(
            "accepted: master, audit, data-protection",
            Refused("keys", "rotate", "all", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.True(await db.UserSessions.AnyAsync(Stop));
        var (code, said) = Run("keys", "rotate", "data-protection", "--data", Data);
        Assert.True(code == 0, said);
        Assert.Contains("1 sessions were ended", said, StringComparison.Ordinal);
        Assert.False(await db.UserSessions.AnyAsync(Stop));
        Assert.False(await db.DataProtectionKeys.AnyAsync(Stop));
        Assert.True(await db.AuditEvents.AnyAsync(e => e.Reason == "rotate.data-protection", Stop));
        Assert.Equal(0, Run("audit", "verify", "--data", Data).Code);
        // Twice does no harm: as one that was stopped and is run again.
        Assert.Equal(0, Run("keys", "rotate", "data-protection", "--data", Data).Code);
        (code, said) = Run("keys", "rotate", "master", "--data", Data);
        Assert.True(code == 0, said);
        Assert.Contains("2 keys of patients are sealed with them", said, StringComparison.Ordinal);
        Assert.Equal(0, Run("audit", "verify", "--data", Data).Code);
        (code, said) = Run("keys", "rotate", "audit", "--data", Data);
        Assert.True(code == 0, said);
        Assert.Contains("3 seals of what decides access and 0 of sessions", said, StringComparison.Ordinal);
        Assert.Contains("2 keys one after the other", Run("audit", "verify", "--data", Data).Said, StringComparison.Ordinal);
    }

    private static string Refused(params string[] arguments)
    {
        var (code, said) = Run(arguments);
        Assert.True(code == 2, $"{code}: {said}");
        Assert.Single(said.TrimEnd().Split('\n'));
        return said;
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Cli.Program.Run(arguments, output, error, TimeProvider.System);
        SqliteConnection.ClearAllPools();
        return (code, OneSpaced(output.ToString()) + error);
    }

    // A sentence may be broken between two words for the terminal's width.
    private static string OneSpaced(string text) =>
        string.Join(' ', text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));

    private static async Task<(int Code, string Said)> ProcessAsync(string postgres, params string[] arguments)
    {
        // Its own output: the tests' folder lacks what the tests' framework brings.
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd('/'));
        var program = Path.Combine(own.Parent!.Parent!.FullName, "Glidepath.Cli", own.Name, "glidepath");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["ConnectionStrings__Glidepath"] = postgres;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(Stop);
        var said = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, said + await error);
    }
}
