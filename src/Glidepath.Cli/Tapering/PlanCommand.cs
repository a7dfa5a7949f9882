using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Cli.Tapering;

internal static class PlanCommand
{
    public static Command Build(TextWriter output, TimeProvider clock)
    {
        var command = new Command("plan", "Make a taper in which every dose can be dispensed, from a regimen, a pace and a stock.");
        var options = new PlanOptions();
        options.AddTo(command);
        var choices = new Option<bool>("--choices") { Description = "The same taper from each sensible stock, side by side" };
        var choice = new Option<string?>("--choice")
        {
            Description = "One of the ways that --choices lists, as a whole plan",
            HelpName = "ID",
        };
        var fills = new Option<bool>("--fills") { Description = "List every fill" };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a table" };
        var csv = new Option<string?>("--csv") { Description = "Write the steps as CSV", HelpName = "FILE" };
        var ics = new Option<string?>("--ics") { Description = "Write the steps as a calendar", HelpName = "FILE" };
        var pdf = new Option<string?>("--pdf") { Description = "Write the patient's calendar, large print", HelpName = "FILE" };
        var pharmacy = new Option<string?>("--pharmacy")
        {
            Description = "Write the order sheet (PDF) for prescriber and pharmacy",
            HelpName = "FILE",
        };
        var chart = new Option<string?>("--chart")
        {
            Description = "Draw the steps over the level in the body, as SVG, or as PNG by its ending",
            HelpName = "FILE",
        };
        var width = ChartFile.WidthOption();
        foreach (var option in new Option[] { choices, choice, fills, json, csv, ics, pdf, pharmacy, chart, width })
            command.Options.Add(option);

        command.SetAction(result =>
        {
            var request = options.Read(result, DateOnly.FromDateTime(clock.GetLocalNow().DateTime), out var readings);
            if (result.GetValue(choices))
            {
                if (
                    new Option[] { choice, fills, csv, ics, pdf, pharmacy, chart, width }.FirstOrDefault(o =>
                        result.GetResult(o) is { Implicit: false }
                    ) is
                    { } one
                )
                    throw new InputException($"{one.Name}: read beside --choices, which shows several plans; accepted: --json");
                return TaperPlanner.RefuseOutright(request) is { } refusal
                    ? Refuse(result.InvocationConfiguration.Error, refusal)
                    : Choices(output, result.InvocationConfiguration.Error, request, readings, result.GetValue(json));
            }
            var units = ChartFile.ReadWidth(result.GetValue(width), result.GetValue(chart) is not null);
            var planned = result.GetValue(choice) is { } id ? Chosen(request, id) : TaperPlanner.Plan(request);
            if (planned is { Plan: null, Advice: { } advice })
            {
                if (new[] { csv, ics, pdf, pharmacy, chart }.FirstOrDefault(o => result.GetValue(o) is not null) is { } file)
                    throw new InputException(
                        $"{file.Name}: {Read.Short(result.GetValue(file)!)} is not written, since there is no daily plan to print: "
                            + $"{Why(advice)}; "
                            + $"accepted: the same without {file.Name}, which prints the advice"
                    );
                return Advise(output, planned, request, readings, result.GetValue(json));
            }
            if (planned.Plan is not { } plan)
                return Refuse(result.InvocationConfiguration.Error, planned.Refusal!);

            // Files first: where one cannot be written, nothing is printed as if all were well.
            OutputFiles.Write(
                OutputFile.OfText(csv.Name, result.GetValue(csv), () => PlanSheet.Write(plan, SafetyText.Default)),
                OutputFile.OfText(ics.Name, result.GetValue(ics), () => PlanCalendar.Write(plan, SafetyText.Default)),
                OutputFile.OfDrawing(pdf.Name, result.GetValue(pdf), () => PatientCalendar.Lay(plan, SafetyText.Default).ToPdf()),
                OutputFile.OfDrawing(pharmacy.Name, result.GetValue(pharmacy), () => PharmacySheet.Lay(plan, SafetyText.Default).ToPdf()),
                ChartFile.ByEnding(chart.Name, result.GetValue(chart), units, () => PlanChart.Of(plan))
            );
            if (result.GetValue(json))
                output.WriteLine(AdviceJson.Of(planned, request, SafetyText.Default, readings));
            else
                PlanScreen.Write(new Screen(output), plan, planned.Advice, SafetyText.Default, result.GetValue(fills), readings);
            return ExitCode.Done;
        });
        return command;
    }

    private static int Choices(TextWriter output, TextWriter error, TaperRequest request, IReadOnlyList<string> readings, bool json)
    {
        var choices = TaperChoices.For(request);
        if (choices.Select(c => c.Result).FirstOrDefault(r => r is { Plan: null, Advice: not null }) is { } advised)
            return Advise(output, advised, request, readings, json);
        if (choices.All(c => c.Result.Plan is null))
            return Refuse(error, choices[0].Result.Refusal!);
        if (json)
            output.WriteLine((ChoicesDocument.Of(choices, request, SafetyText.Default) with { ReadAs = readings }).ToJson());
        else
            ChoicesScreen.Write(new Screen(output), choices, request, SafetyText.Default, readings);
        return ExitCode.Done;
    }

    /// <exception cref="InputException">There is no such way.</exception>
    private static PlanResult Chosen(TaperRequest request, string id)
    {
        if (TaperPlanner.RefuseOutright(request) is { } refusal)
            return refusal;
        var choices = TaperChoices.For(request);
        return choices.FirstOrDefault(c => c.Id == id)?.Result
            ?? throw new InputException(
                $"--choice: read \"{Read.Short(id)}\"; accepted for this request: {string.Join(", ", choices.Select(c => c.Id))}"
            );
    }

    private static int Advise(TextWriter output, PlanResult advised, TaperRequest request, IReadOnlyList<string> readings, bool json)
    {
        if (json)
            output.WriteLine(AdviceJson.Of(advised, request, SafetyText.Default, readings));
        else
            AdviceScreen.Write(new Screen(output), request, advised.Advice!, SafetyText.Default, readings);
        return ExitCode.Done;
    }

    private static string Why(StopAdvice advice) =>
        advice.Kind is StopAdviceKind.Occasional
            ? "it is taken on 3 days a week or fewer"
            : "it was taken for under 4 weeks, and no short taper can be made";

    private static int Refuse(TextWriter error, Refusal refusal)
    {
        var would = refusal.Relaxations.Count > 0 ? $" What would do: {string.Join("; or ", refusal.Relaxations)}." : "";
        error.WriteLine($"glidepath: no plan: {OneLine.Of(refusal.Message + would)}");
        return ExitCode.NoPlan;
    }
}
