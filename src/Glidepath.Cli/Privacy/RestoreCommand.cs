using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Cli.Privacy;

internal static class RestoreCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command("restore", "Make a store from a backup, in an empty place.");
        var (file, store, secret) = (
            new Argument<string>("FILE") { Description = "A file that backup made, of either kind of store" },
            new StoreOptions(),
            new SecretOptions()
        );
        var later = new Option<string?>("--audit-key")
        {
            Description = "File of the audit key that was in use last, where it was changed after the backup",
            HelpName = "FILE",
        };
        command.Arguments.Add(file);
        store.AddTo(command);
        secret.AddTo(command);
        command.Options.Add(later);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var target = store.Location(result);
                    var path = Path.GetFullPath(result.GetValue(file)!);
                    if (!File.Exists(path))
                        throw new InputException($"FILE: there is no \"{Read.Short(path)}\"; accepted: a file that backup made");
                    var sealedWith = secret.Read(result, twice: false);
                    var lastAuditKey = result.GetValue(later) is { } key ? KeyFiles.ReadOne(key) : null;
                    var report = await ProgressBar.ShowAsync(
                        result.InvocationConfiguration.Error,
                        "Restore",
                        progress => StoreRestore.ReadAsync(path, sealedWith, target, clock, progress, stop, laterAuditKey: lastAuditKey)
                    );
                    return Show(new Screen(output), target, report);
                })
        );
        return command;
    }

    private static int Show(Screen screen, StoreLocation target, RestoreReport report)
    {
        RowsTable.Show(screen, report.Rows);
        screen.Line(
            $"{(target.Postgres is null ? target.SqliteFile : "PostgreSQL")}: the store as it was at {report.MadeAt:u}, "
                + $"{report.Rows.Values.Sum():N0} rows of {report.Rows.Count} tables, as many as in the backup."
        );
        if (report.Destroyed > 0)
            screen.Line($"Keys of {report.Destroyed} patients were destroyed after the backup, and are destroyed again.");
        if (report.LaterAnchors > 0)
            screen.Line(
                $"{report.LaterAnchors} anchors were made after the backup: the audit rows they name are lost with what was "
                    + $"written since. They are kept beside the new ones.",
                "bold yellow"
            );
        screen.Line(
            $"{report.Ended.Sessions} sessions, {report.Ended.Codes} codes and {report.Ended.Requests} account requests of the backup were "
                + "ended: everyone signs in again and makes new recovery codes. Passwords and passkeys are those of the backup."
        );
        ShowBack(screen, report);
        screen.Line(
            "The store does not serve yet. When you have read this, and told your privacy officer, start it once with "
                + "`./glidepath serve --confirm-restore`.",
            "bold yellow"
        );
        screen.Line(AuditCommand.Words(report.Chain), report.Chain.Holds ? "" : "bold red");
        return report.Chain.Holds ? ExitCode.Done : ExitCode.Breach;
    }

    private static void ShowBack(Screen screen, RestoreReport report)
    {
        if (report.Back.Known.Count > 0)
        {
            screen.Line($"{report.Back.Known.Count} things ended after the backup and are back. Do each of them again:", "bold yellow");
            screen.Table(
                ["When (UTC)", "What", "Whose"],
                report.Back.Known.Select(IReadOnlyList<string> (e) => [$"{e.At:u}", Words(e.Kind), e.Id.ToString()])
            );
        }
        if (report.Back.Problem is { } problem)
            screen.Line($"The list of what ended cannot be relied on. {problem}", "bold red");
        screen.Line(
            report.Back.KnownTo is { } to
                ? $"Files outside the database know what ended until {to:u}. What ended after that, nobody can know."
                : $"No file outside the database reaches past the backup, so nobody can know what ended after {report.MadeAt:u}: consents "
                    + "that were revoked, restrictions, roles, accounts that were turned off. Ask those who would know.",
            "bold yellow"
        );
    }

    private static string Words(AccessEndKind kind) =>
        kind switch
        {
            AccessEndKind.Consent => "a consent was ended (patient)",
            AccessEndKind.Restriction => "a restriction changed (patient)",
            AccessEndKind.CareTeam => "someone left the care team (patient)",
            AccessEndKind.Role => "another role (account)",
            AccessEndKind.Disabled => "turned off (account)",
            AccessEndKind.SignIn => "password, app, passkey or codes replaced (account)",
        };
}
