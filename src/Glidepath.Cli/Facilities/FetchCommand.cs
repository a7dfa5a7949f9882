using System.CommandLine;
using Glidepath.Cli.Privacy;
using Glidepath.Cli.Shared;
using Glidepath.Storage.Facilities;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Cli.Facilities;

/// <summary>A region of the live locator, taken over as a file is.</summary>
internal static class FetchCommand
{
    public static Command Build(TextWriter output, TimeProvider clock, LocatorAccess locator)
    {
        var command = new Command(
            "fetch",
            "Ask FindTreatment.gov for one region and take it over as a file is: what was known of the rest of the directory "
                + "stays. Off until you are registered with its staff: then set Locator__Operator, Locator__Contact and "
                + "Locator__RegisteredOn."
        );
        var near = new Option<string?>("--near")
        {
            Description = "The middle of the region: a ZIP, or \"City, ST\" of a city that the directory has",
            HelpName = "PLACE",
        };
        var within = new Option<string?>("--within")
        {
            Description = $"Its radius in miles, {LocatorConnector.FewestMiles} to {LocatorConnector.MostMiles}",
            HelpName = "MILES",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Ask, show what would change and change nothing" };
        var allowDrop = new Option<bool>("--allow-drop")
        {
            Description = "Take the answer though it has over 15 % fewer rows than are known of the region",
        };
        var (all, store) = (
            new Option<bool>("--all") { Description = "Every conflict and every row left out, not the first ten" },
            new StoreOptions()
        );
        foreach (var option in (Option[])[near, within, dryRun, allowDrop, all])
            command.Options.Add(option);
        store.AddTo(command);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    // Whatever could be wrong here is told before anything is asked there.
                    var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
                    var registration = locator.Registration(today);
                    var typed =
                        result.GetValue(near)
                        ?? throw new InputException("--near: missing; accepted: the middle of the region, a ZIP or \"City, ST\"");
                    var miles = (double)
                        Read.Number(
                            "--within",
                            result.GetValue(within) ?? "",
                            LocatorConnector.FewestMiles,
                            LocatorConnector.MostMiles,
                            "miles"
                        );
                    var opened = store.Store(result, clock);
                    await Glidepath.Storage.StoreCheck.RequireAsync(opened, stop);
                    var directory = new DirectoryStore(opened);
                    var known = await directory.LoadAsync(stop);
                    if (known.Codes.Codes.Count == 0)
                        throw new InputException(
                            "directory: it has no table of codes, and the locator gives names in their place; nothing was asked "
                                + "of anybody; accepted: glidepath directory import of a SAMHSA National Directory first"
                        );
                    var region = new DirectoryRegion(NeedReader.Near("--near", typed, known.Places).At, miles);
                    var (name, options) = (
                        $"{miles:0.##} miles around {typed.Trim()}",
                        new DirectoryImportOptions($"{today:yyyy-MM-dd}", result.GetValue(dryRun), result.GetValue(allowDrop), region)
                    );
                    var import = await TakeAsync(
                        locator,
                        registration,
                        directory,
                        name,
                        options,
                        result.InvocationConfiguration.Error,
                        stop
                    );
                    var screen = new Screen(output);
                    ImportScreen.Show(screen, name, import, result.GetValue(all));
                    screen.Line("Only this region was asked for. What is known of places outside it stays as it was.");
                    return ExitCode.Done;
                })
        );
        return command;
    }

    private static async Task<DirectoryImport> TakeAsync(
        LocatorAccess locator,
        LocatorRegistration registration,
        DirectoryStore directory,
        string name,
        DirectoryImportOptions options,
        TextWriter error,
        CancellationToken stop
    )
    {
        try
        {
            // The connector has a patience of its own for each page.
            using var http = new HttpClient(locator.Handler()) { Timeout = Timeout.InfiniteTimeSpan };
            await using var answer = await new LocatorConnector(http, registration).FetchAsync(
                options.Region!.Around,
                options.Region.Miles,
                stop
            );
            return await ProgressBar.ShowAsync(
                error,
                "Import",
                progress => directory.ImportAsync(answer, name, options, RequestActor.System("directory"), progress, stop)
            );
        }
        catch (DirectoryFileException refused)
        {
            throw new InputException($"locator: {refused.Message}");
        }
        catch (DirectoryDropException refused)
        {
            throw new InputException($"locator: {refused.Message} See --dry-run for what would go, and --allow-drop");
        }
    }
}
