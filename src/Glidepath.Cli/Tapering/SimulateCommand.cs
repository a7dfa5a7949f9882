using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Cli.Tapering;

internal static class SimulateCommand
{
    /// <summary>People who could be the one whose levels were measured.</summary>
    private const int Draws = 1_000;

    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command("simulate", "What the body sees: the level over time of a dose, a regimen or a plan, as a range.");
        var options = new SimulateOptions();
        options.AddTo(command);
        var json = new Option<bool>("--json") { Description = "Print JSON instead of tables" };
        var csv = new Option<string?>("--csv")
        {
            Description = "Print the points as CSV, or write them to a file",
            HelpName = "FILE",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var svg = new Option<string?>("--svg") { Description = "Draw the level as SVG", HelpName = "FILE" };
        var png = new Option<string?>("--png") { Description = "Draw the level as PNG", HelpName = "FILE" };
        var width = ChartFile.WidthOption();
        foreach (var option in new Option[] { json, csv, svg, png, width })
            command.Options.Add(option);

        command.SetAction(result =>
        {
            var input = options.Read(result, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
            var wantsCsv = result.GetResult(csv) is { Implicit: false };
            if (wantsCsv && result.GetValue(csv) is null && result.GetValue(json))
                throw new InputException("--csv: read beside --json, and only one can be printed; accepted: one of the two, or --csv FILE");
            var units = ChartFile.ReadWidth(result.GetValue(width), (result.GetValue(svg) ?? result.GetValue(png)) is not null);
            var (profile, estimate) = Simulate(input, result.InvocationConfiguration.Error);
            var subject = Subject(input, estimate is not null);
            OutputFiles.Write(
                OutputFile.OfText(csv.Name, result.GetValue(csv), () => LevelSheet.Write(profile)),
                ChartFile.Svg(svg.Name, result.GetValue(svg), units, () => Chart(input, profile, subject)),
                ChartFile.Png(png.Name, result.GetValue(png), units, () => Chart(input, profile, subject))
            );
            if (result.GetValue(json))
                output.WriteLine(LevelDocument.Of(subject, profile, estimate, SafetyText.Default).ToJson());
            else if (wantsCsv && result.GetValue(csv) is null)
                output.Write(LevelSheet.Write(profile));
            else
                SimulateScreen.Write(new Screen(output), input, profile, subject, estimate, SafetyText.Default);
            return ExitCode.Done;
        });
        return command;
    }

    private static (LevelProfile Profile, MapEstimate? Estimate) Simulate(SimulateInput input, TextWriter error)
    {
        try
        {
            var request = input.Request;
            if (input.Levels.Count == 0)
                return (Show(error, request), null);
            if (request.Patients > 0)
                throw new InputException(
                    "--patients: read beside --levels, which already draws people like this one; accepted: one of the two"
                );
            if (input.Events.Any(e => e.Kind is LevelEventKind.Bioavailability))
                throw new InputException("--levels: read beside a change of bioavailability; accepted: levels taken while nothing changed");
            var fit = Fit(input);
            return (Show(error, request with { Posterior = fit.Draw(Draws, request.Seed) }), fit.Estimate());
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"simulate: {OneLine.Of(exception.Message.Split(" (Parameter")[0])}");
        }
    }

    private static Individualisation Fit(SimulateInput input)
    {
        try
        {
            return Individualisation.Of(input.Request, input.Levels);
        }
        catch (ArgumentException exception)
        {
            throw new InputException($"--levels: {OneLine.Of(exception.Message.Split(" (Parameter")[0])}");
        }
    }

    private static LevelProfile Show(TextWriter error, LevelRequest request)
    {
        // The members of a model are a few dozen people.
        var people =
            request.Posterior is not null ? Draws
            : request.Patients > 0 ? request.Patients
            : 50;
        return ProgressBar.Show(
            error,
            request.Patients > 0 ? $"{people:N0} virtual patients" : $"{request.Hours / 24:0} days",
            people * request.Hours / request.EveryHours,
            progress => LevelSimulator.Simulate(request, progress)
        );
    }

    private static LevelChartData Chart(SimulateInput input, LevelProfile profile, LevelSubject subject) =>
        LevelChartData.Of(profile, "Level in the body", subject.BandText) with
        {
            Steps = input.Schedule is { } schedule ? ChartedDose.Of(schedule, input.History) : [],
            Measured = input.Levels,
            Start = input.Day is null && input.Schedule is null ? null : input.History.Origin,
        };

    private static LevelSubject Subject(SimulateInput input, bool fitted) =>
        new(input.Request, input.History, input.Schedule, input.Day, input.Occupancy, [.. input.Events.Select(e => e.Text)], fitted);
}
