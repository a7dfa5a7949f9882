using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Paper;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Cli.Tapering;

internal static class CheckCommand
{
    public static Command Build(TextWriter output)
    {
        var command = new Command("check", "Judge anybody's schedule by the guidelines.");
        var file = new Argument<string>("FILE") { Description = "CSV (start,daily_mg or start and four times of day) or the JSON of plan" };
        var drug = new Option<string?>("--drug") { Description = "Name or US brand", HelpName = "DRUG" };
        var policy = new Option<string?>("--policy") { Description = "Guideline, or all (default asam)", HelpName = "ID|all" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var facts = new FactOptions();
        command.Arguments.Add(file);
        foreach (var option in new Option[] { drug, policy, json })
            command.Options.Add(option);
        facts.AddTo(command);

        command.SetAction(result =>
        {
            var name = result.GetValue(drug) ?? throw new InputException("--drug: missing; accepted: a drug name such as clonazepam");
            var about = Read.Drug(name);
            var sets = Policies(result.GetValue(policy));
            facts.RequireNoTeller(result);
            var person = facts.Read(result);
            var schedule = ScheduleFile.Read(about, result.GetRequiredValue(file));
            var verdicts = sets.SelectMany(set => ScheduleCheck.Check(schedule, person, set)).ToList();
            // Under "all", what was never verified informs and does not decide.
            var breach = verdicts.Any(v => v.IsDefaultReading && v.HasBreach && (sets.Count == 1 || v.RuleSet.Confidence is not Confidence.Unverified));
            if (result.GetValue(json))
                output.WriteLine(CheckDocument.Of(about, verdicts, breach).ToJson());
            else
                Write(new Screen(output), schedule, verdicts);
            return breach ? ExitCode.Breach : ExitCode.Done;
        });
        return command;
    }

    private static IReadOnlyList<RuleSet> Policies(string? text) => text switch
    {
        null => [RuleSetTable.Asam],
        _ when text.Trim().Equals("all", StringComparison.OrdinalIgnoreCase) => RuleSetTable.All,
        _ => [Read.Policy("--policy", text, RuleSetTable.All.Select(r => r.Id).Append("all"))],
    };

    private static void Write(Screen screen, DoseSchedule schedule, IReadOnlyList<Verdict> verdicts)
    {
        screen.Line($"{schedule.Drug}: {schedule.Doses.Count} doses from {schedule.Original} on {schedule.Doses[0].Start:yyyy-MM-dd} to {schedule.Doses[^1].DailyDose} on {schedule.Doses[^1].Start:yyyy-MM-dd}.", "bold");
        var said = new HashSet<string>();
        foreach (var verdict in verdicts)
        {
            var reading = verdict.RuleSet.Readings.FirstOrDefault(r => r.Id == verdict.Reading);
            var others = verdict.IsDefaultReading ? verdicts.Where(v => v.RuleSet == verdict.RuleSet && v != verdict && v.HasBreach).Select(v => v.Reading).ToList() : [];
            var elsewhere = others.Count > 0 ? $"; breaches when read {string.Join(", ", others)}" : "";
            screen.Heading($"{verdict.RuleSet.Name}{(reading is null ? "" : $", read {reading.Name}")}{(verdict.IsDefaultReading ? " (decides)" : "")}: {Count(verdict)}{elsewhere}");
            // What is said of the person stands under the first guideline only.
            foreach (var finding in verdict.Findings.Where(f => f.Step is not null || said.Add(f.Rule + f.Message)).OrderByDescending(f => f.Severity))
                screen.Finding(finding.Severity, finding.Step is { } step ? $"step {step}" : "", finding.Message, finding.Source, finding.Confidence);
        }
        screen.Line();
        screen.Line(SafetyText.Default.DoNotStop, "bold");
    }

    private static string Count(Verdict verdict) => (verdict.Findings.Count(f => f.Severity is Severity.Breach), verdict.Reading) switch
    {
        (0, null) => "its pace is not judged",
        (0, _) => "no breach",
        (1, _) => "1 breach",
        var (breaches, _) => $"{breaches} breaches",
    };
}
