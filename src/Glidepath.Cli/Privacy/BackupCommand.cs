using System.CommandLine;
using System.Globalization;
using Glidepath.Cli.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Cli.Privacy;

internal static class BackupCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command(
            "backup",
            "Write the whole store into one sealed file, while it is in use; or make the key pair of scheduled backups."
        );
        var (file, store, secret) = (
            new Argument<string>("FILE") { Description = "File to make; it must not exist" },
            new StoreOptions(),
            new SecretOptions()
        );
        command.Arguments.Add(file);
        command.Subcommands.Add(BackupKeyCommand.Build(output));
        store.AddTo(command);
        secret.AddTo(command);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var path = Path.GetFullPath(result.GetValue(file)!);
                    if (!Directory.Exists(Path.GetDirectoryName(path)))
                        throw new InputException($"FILE: read \"{Read.Short(path)}\"; accepted: a file in a folder that exists");
                    var opened = store.Store(result, clock);
                    await StoreCheck.RequireAsync(opened, stop);
                    var sealedWith = secret.Read(result, twice: true);
                    var report = await ProgressBar.ShowAsync(
                        result.InvocationConfiguration.Error,
                        "Backup",
                        progress => StoreBackup.WriteAsync(opened, path, sealedWith, RequestActor.System("backup"), progress, stop)
                    );
                    var screen = new Screen(output);
                    RowsTable.Show(screen, report.Rows);
                    screen.Line(
                        $"{path}: {report.Rows.Values.Sum():N0} rows of {report.Rows.Count} tables in {report.Bytes:N0} bytes, "
                            + $"read back and whole."
                    );
                    screen.Line(
                        "It holds the keys too: anyone with the file and its passphrase or key can read the record. Keep the two apart."
                    );
                    return ExitCode.Done;
                })
        );
        return command;
    }
}

internal static class RowsTable
{
    public static void Show(Screen screen, IReadOnlyDictionary<string, long> rows) =>
        screen.Table(
            ["Table", "Rows"],
            rows.Where(r => r.Value > 0)
                .OrderBy(r => r.Key, StringComparer.Ordinal)
                .Select(IReadOnlyList<string> (r) => [r.Key, r.Value.ToString("N0", CultureInfo.InvariantCulture)]),
            1
        );
}
