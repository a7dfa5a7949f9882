using System.CommandLine;
using System.Text.Json;
using Glidepath.Cli.Privacy;
using Glidepath.Cli.Shared;
using Glidepath.Storage.Facilities;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Cli.Facilities;

internal static class DirectoryCommand
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build(TextWriter output, TimeProvider clock, LocatorAccess locator)
    {
        var command = new Command(
            "directory",
            "Import a directory of treatment facilities, fetch a region of the live locator, or count what the directory holds."
        );
        command.Subcommands.Add(Import(output, clock));
        command.Subcommands.Add(FetchCommand.Build(output, clock, locator));
        command.Subcommands.Add(Stats(output, clock));
        return command;
    }

    private static Command Import(TextWriter output, TimeProvider clock)
    {
        var command = new Command(
            "import",
            "Import a SAMHSA National Directory (XLSX), a FindTreatment.gov export (CSV, XLSX) or an answer of the locator (JSON)."
        );
        var (file, store) = (new Argument<string>("FILE") { Description = "XLSX, CSV or JSON" }, new StoreOptions());
        var edition = new Option<string?>("--edition")
        {
            Description = "Year of a directory or day of an export, where the name of the file does not tell it",
            HelpName = "YEAR",
        };
        var (dryRun, allowDrop, all) = (
            new Option<bool>("--dry-run") { Description = "Show what would change and change nothing" },
            new Option<bool>("--allow-drop")
            {
                Description = "Take the file though it has over 15 % fewer rows than are known, or is an older edition",
            },
            new Option<bool>("--all") { Description = "Every conflict and every row left out, not the first ten" }
        );
        command.Arguments.Add(file);
        foreach (var option in (Option[])[edition, dryRun, allowDrop, all])
            command.Options.Add(option);
        store.AddTo(command);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var path = Path.GetFullPath(result.GetValue(file)!);
                    if (!File.Exists(path))
                        throw new InputException($"FILE: there is no file \"{Read.Short(path)}\"; accepted: an XLSX, CSV or JSON file");
                    var options = new DirectoryImportOptions(result.GetValue(edition), result.GetValue(dryRun), result.GetValue(allowDrop));
                    var import = await TakeAsync(path, options, store, result, clock, stop);
                    ImportScreen.Show(new Screen(output), path, import, result.GetValue(all));
                    return ExitCode.Done;
                })
        );
        return command;
    }

    private static async Task<DirectoryImport> TakeAsync(
        string path,
        DirectoryImportOptions options,
        StoreOptions store,
        ParseResult result,
        TimeProvider clock,
        CancellationToken stop
    )
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
            var (name, error) = (Path.GetFileName(path), result.InvocationConfiguration.Error);
            if (options.IsDryRun && store.Location(result).IsNew)
                return await ProgressBar.ShowAsync(
                    error,
                    "Read",
                    progress => DirectoryStore.PreviewAsync(file, name, options, progress, stop)
                );
            var opened = new DirectoryStore(await store.OpenOrMakeAsync(result, clock, stop));
            return await ProgressBar.ShowAsync(
                error,
                "Import",
                progress => opened.ImportAsync(file, name, options, RequestActor.System("directory"), progress, stop)
            );
        }
        catch (DirectoryFileException refused)
        {
            throw new InputException($"FILE: {refused.Message}");
        }
        catch (DirectoryDropException refused)
        {
            throw new InputException($"FILE: {refused.Message} See --dry-run for what would go, and --allow-drop");
        }
    }

    private static Command Stats(TextWriter output, TimeProvider clock)
    {
        var command = new Command("stats", "Count rows, places, programs and codes.");
        var (store, json) = (new StoreOptions(), new Option<bool>("--json") { Description = "As JSON" });
        store.AddTo(command);
        command.Options.Add(json);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    var directory = await LoadAsync(store, result, clock, stop);
                    var stats = DirectoryStats.Of(directory);
                    if (result.GetValue(json))
                        await output.WriteLineAsync(JsonSerializer.Serialize(stats, Json));
                    else
                        Show(new Screen(output), directory, stats);
                    return ExitCode.Done;
                })
        );
        return command;
    }

    public static async Task<StoredDirectory> LoadAsync(StoreOptions store, ParseResult result, TimeProvider clock, CancellationToken stop)
    {
        var opened = store.Store(result, clock);
        await Glidepath.Storage.StoreCheck.RequireAsync(opened, stop);
        return await new DirectoryStore(opened).LoadAsync(stop);
    }

    private static void Show(Screen screen, StoredDirectory directory, DirectoryStats stats)
    {
        screen.Line($"{stats.Rows:N0} rows are {stats.Programmes:N0} programs at {stats.Places:N0} places.", "bold");
        if (directory.Editions.Count == 0)
            screen.Line("The directory is empty. Fill it with glidepath directory import FILE.");
        else
            screen.Table(
                ["Source", "As of", "Kinds", "Rows", "Imported"],
                directory.Editions.Select(
                    IReadOnlyList<string> (e) => [e.Name, $"{e.AsOf:yyyy-MM-dd}", e.Kinds, $"{e.Rows:N0}", $"{e.ImportedAt:yyyy-MM-dd}"]
                ),
                3
            );
        if (stats.Codes.Count > 0)
            screen.Table(
                ["Code", "Programs", "Name"],
                stats.Codes.Select(
                    IReadOnlyList<string> (c) => [c.Key, $"{c.Value:N0}", directory.Codes.Find(c.Key)?.Name ?? "UNKNOWN: in no code table"]
                ),
                1
            );
    }
}
