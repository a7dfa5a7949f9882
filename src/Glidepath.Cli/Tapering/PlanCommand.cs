using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Paper;
using Glidepath.Paper.Tapering;
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
        var fills = new Option<bool>("--fills") { Description = "List every fill" };
        var json = new Option<bool>("--json") { Description = "Print JSON instead of a table" };
        var csv = new Option<string?>("--csv") { Description = "Write the steps as CSV", HelpName = "FILE" };
        var ics = new Option<string?>("--ics") { Description = "Write the steps as a calendar", HelpName = "FILE" };
        foreach (var option in new Option[] { choices, fills, json, csv, ics })
            command.Options.Add(option);

        command.SetAction(result =>
        {
            var request = options.Read(result, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
            if (result.GetValue(choices))
            {
                foreach (var other in new Option[] { csv, ics, fills }.Where(o => result.GetResult(o) is { Implicit: false }))
                    throw new InputException($"{other.Name}: read beside --choices; accepted: --choices alone or with --json");
                return TaperPlanner.RefuseOutright(request) is { } refusal ? Refuse(result.InvocationConfiguration.Error, refusal) : Choices(output, request, result.GetValue(json));
            }
            var planned = TaperPlanner.Plan(request);
            if (planned.Plan is not { } plan)
                return Refuse(result.InvocationConfiguration.Error, planned.Refusal!);

            // Files first: where one cannot be written, nothing is printed as if all were well.
            WriteFile("--csv", result.GetValue(csv), () => PlanSheet.Write(plan, SafetyText.Default));
            WriteFile("--ics", result.GetValue(ics), () => PlanCalendar.Write(plan, SafetyText.Default));
            if (result.GetValue(json))
                output.WriteLine(PlanDocument.Of(plan, SafetyText.Default).ToJson());
            else
                PlanScreen.Write(new Screen(output), plan, SafetyText.Default, result.GetValue(fills));
            return ExitCode.Done;
        });
        return command;
    }

    private static int Choices(TextWriter output, TaperRequest request, bool json)
    {
        var choices = TaperChoices.For(request);
        if (json)
            output.WriteLine(ChoicesDocument.Of(choices, request, SafetyText.Default).ToJson());
        else
            ChoicesScreen.Write(new Screen(output), choices, request, SafetyText.Default);
        return choices.Any(c => c.Result.Plan is not null) ? ExitCode.Done : ExitCode.NoPlan;
    }

    private static int Refuse(TextWriter error, Refusal refusal)
    {
        var would = refusal.Relaxations.Count > 0 ? $" What would do: {string.Join("; or ", refusal.Relaxations)}." : "";
        error.WriteLine($"glidepath: no plan: {refusal.Message}{would}");
        return ExitCode.NoPlan;
    }

    private static void WriteFile(string option, string? path, Func<string> content)
    {
        if (path is null)
            return;
        try
        {
            // Written beside and moved, so that a failure leaves nothing half-written.
            var beside = path + ".part";
            File.WriteAllText(beside, content());
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{option}: cannot write \"{Read.Short(path)}\"; accepted: a file in a folder that exists and may be written");
        }
    }
}
