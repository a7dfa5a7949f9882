using System.CommandLine;
using System.Text.Json;
using Glidepath.Cli.Privacy;
using Glidepath.Cli.Shared;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Cli.Facilities;

internal static class FindCommand
{
    private const int FarthestMiles = 3_000,
        MostShown = 200;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command("find", "Find treatment places that fit: emergencies call 911, thoughts of suicide 988.");
        var store = new StoreOptions();
        var near = new Option<string?>("--near")
        {
            Description = "Where to look: a ZIP, or \"City, ST\"; everywhere without it",
            HelpName = "PLACE",
        };
        var need = new Option<string?>("--need") { Description = "What it must have, parted by commas", HelpName = "A,B" };
        var wish = new Option<string?>("--wish") { Description = "What would be good, parted by commas", HelpName = "A,B" };
        var not = new Option<string?>("--not") { Description = "What it must not have, parted by commas", HelpName = "A,B" };
        var payer = new Option<string?>("--payer") { Description = "Ways to pay, parted by commas: one is enough", HelpName = "A,B" };
        var setting = new Option<string?>("--minimum-setting")
        {
            Description = "The least setting that a clinician set: one id of the ladder from setting-office to setting-hospital",
            HelpName = "ID",
        };
        var within = new Option<string?>("--within")
        {
            Description = "Miles, never widened; without it the search looks farther until there is a choice",
            HelpName = "N",
        };
        var take = new Option<string>("--take")
        {
            Description = $"Most places shown, 1 to {MostShown}",
            HelpName = "N",
            DefaultValueFactory = _ => "20",
        };
        var seed = new Option<string?>("--seed") { Description = "Draws the order of equals; the day's own without it", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "As JSON" };
        foreach (var option in (Option[])[near, need, wish, not, payer, setting, within, take, seed, json])
            command.Options.Add(option);
        store.AddTo(command);
        command.SetAction(
            (result, stop) =>
                StoreOptions.SayAsync(async () =>
                {
                    // What was typed is read before the store, so that a slip is told at once.
                    var needs = new CallerNeeds
                    {
                        Musts = NeedReader.Criteria("--need", result.GetValue(need)),
                        Wishes = [.. NeedReader.Criteria("--wish", result.GetValue(wish)).Select(c => new Wish(c))],
                        Not = NeedReader.Criteria("--not", result.GetValue(not)),
                        Payers = NeedReader.Payers("--payer", result.GetValue(payer)),
                        MinimumSetting = NeedReader.Setting("--minimum-setting", result.GetValue(setting)),
                        WithinMiles = result.GetValue(within) is { } miles
                            ? (double)Read.Number("--within", miles, 0, FarthestMiles, "miles", aboveLow: true)
                            : null,
                    };
                    if (needs.Contradictions is [var both, ..])
                        throw new InputException($"--not: read \"{both.Id}\", which is asked for as well; accepted: one or the other");
                    var (now, shown) = (
                        clock.GetUtcNow().UtcDateTime,
                        Read.Whole("--take", result.GetValue(take)!, 1, MostShown, "places")
                    );
                    var drawn = result.GetValue(seed) is { } number
                        ? Read.Whole("--seed", number, 0, int.MaxValue, "")
                        : DateOnly.FromDateTime(now).DayNumber;
                    if (needs.WithinMiles is not null && result.GetValue(near) is null)
                        throw new InputException("--within: counts from a place; accepted: --near with a ZIP or \"City, ST\" beside it");
                    var directory = await DirectoryCommand.LoadAsync(store, result, clock, stop);
                    if (directory.Places.Count == 0)
                        throw new InputException("directory: it is empty; accepted: glidepath directory import FILE first");
                    if (result.GetValue(near) is { } typed)
                        needs = needs with { Near = NeedReader.Near("--near", typed, directory.Places).At };
                    var found = MatchEngine.Match(DirectorySnapshot.Build(directory.Places), needs, drawn, now, shown);
                    if (result.GetValue(json))
                        await output.WriteLineAsync(JsonSerializer.Serialize(FoundPlaces.Of(found), Json));
                    else
                        FindScreen.Show(new Screen(output), found, directory);
                    return ExitCode.Done;
                })
        );
        return command;
    }
}

/// <param name="Count">Places that hold to every need; those to be asked first stand below them in the results.</param>
/// <param name="WithinMiles">Of the ring that was searched; null is anywhere.</param>
internal sealed record FoundPlaces(
    int Count,
    double? WithinMiles,
    IReadOnlyList<FoundPlace> Results,
    IReadOnlyList<FoundRelaxation> Relaxations
)
{
    public static FoundPlaces Of(MatchResult found) =>
        new(
            found.Count,
            found.WithinMiles,
            [
                .. found.Items.Select(i => new FoundPlace(
                    i.Place.Name,
                    i.Place.City,
                    i.Place.State,
                    i.Place.Zip,
                    i.Miles is { } miles ? Math.Round(miles, 1) : null,
                    i.Score,
                    Ids(i.Fits),
                    Ids(i.Misses),
                    Ids(i.NotListed)
                )),
            ],
            [.. found.Relaxations.Select(r => new FoundRelaxation(r.Drop, r.Gain))]
        );

    private static IReadOnlyList<string> Ids(IReadOnlyList<NeedLine> lines) => [.. lines.Select(l => l.Id)];
}

/// <param name="Miles">None without a place to count from.</param>
internal sealed record FoundPlace(
    string Name,
    string City,
    string State,
    string Zip,
    double? Miles,
    double Score,
    IReadOnlyList<string> Fits,
    IReadOnlyList<string> Misses,
    IReadOnlyList<string> NotListed
);

internal sealed record FoundRelaxation(string Drop, int Gain);
