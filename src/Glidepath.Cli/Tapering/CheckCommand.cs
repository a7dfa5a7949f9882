using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

internal static class CheckCommand
{
    public static Command Build(TextWriter output)
    {
        var command = new Command("check", "Judge anybody's schedule by the guidelines.");
        var file = new Argument<string>("FILE")
        {
            Description = "CSV (start,daily_mg or start and times of day), the JSON of plan or a FHIR MedicationRequest",
        };
        var drug = new Option<string?>("--drug") { Description = "Name or US brand (default: as the file names it)", HelpName = "DRUG" };
        var policy = new Option<string?>("--policy") { Description = "Guideline, or all (default asam)", HelpName = "ID|all" };
        var json = new Option<bool>("--json") { Description = "Print JSON" };
        var facts = new FactOptions();
        command.Arguments.Add(file);
        foreach (var option in new Option[] { drug, policy, json })
            command.Options.Add(option);
        facts.AddTo(command);

        command.SetAction(result =>
        {
            var path = result.GetRequiredValue(file);
            var sets = Policies(result.GetValue(policy));
            facts.RequireNoTeller(result);
            var person = facts.Read(result);
            var about = DrugOf(result.GetValue(drug), path);
            var schedule = ScheduleFile.Read(about, path);
            var verdicts = sets.SelectMany(set => ScheduleCheck.Check(schedule, person, set)).ToList();
            var outcome = CheckOutcomes.Of(verdicts);
            if (result.GetValue(json))
                output.WriteLine(CheckDocument.Of(about, verdicts).ToJson());
            else
                Write(new Screen(output), schedule, verdicts, outcome);
            return outcome switch
            {
                CheckOutcome.WithinLimits => ExitCode.Done,
                CheckOutcome.Breach => ExitCode.Breach,
                CheckOutcome.NotJudged => ExitCode.NotUnderstood,
            };
        });
        return command;
    }

    /// <summary>As asked, or as the file names it. Where both do, the reader of the file refuses another one.</summary>
    private static Benzodiazepine DrugOf(string? asked, string path) =>
        asked is not null
            ? Read.Bottle("--drug", asked).Drug
            : ScheduleFile.FindDrug(path)
                ?? throw new InputException(
                    $"--drug: missing, and {Read.Short(Path.GetFileName(path))} names no drug of the table; accepted: a drug name such as "
                        + $"clonazepam"
                );

    private static IReadOnlyList<RuleSet> Policies(string? text) =>
        text switch
        {
            null => [RuleSetTable.Asam],
            _ when text.Trim().Equals("all", StringComparison.OrdinalIgnoreCase) => RuleSetTable.All,
            _ => [Read.Policy("--policy", text, RuleSetTable.All.Select(r => r.Id).Append("all"))],
        };

    private static void Write(Screen screen, DoseSchedule schedule, IReadOnlyList<Verdict> verdicts, CheckOutcome outcome)
    {
        screen.Line(Outcome(verdicts, outcome), "bold");
        screen.Line(
            $"{schedule.Drug}: {Counted.Of(schedule.Doses.Count, "dose")} from {schedule.Original} on "
                + $"{schedule.Doses[0].Start:yyyy-MM-dd} to "
                + $"{schedule.Doses[^1].DailyDose} on {schedule.Doses[^1].Start:yyyy-MM-dd}."
        );
        var said = new HashSet<string>();
        foreach (var verdict in verdicts)
        {
            var reading = verdict.RuleSet.Readings.FirstOrDefault(r => r.Id == verdict.Reading);
            screen.Heading(
                $"{verdict.RuleSet.Name}{(reading is null ? "" : $", read {reading.Name.InWords()}")}{(verdict.IsDefaultReading ? " (decides)" : "")}: "
                    + $"{Count(verdict, reading)}"
            );
            // What no guideline changes, of the person and of how the schedule is laid out, stands under the first only.
            foreach (
                var finding in verdict
                    .Findings.Where(f =>
                        (f.Step is not null && !f.Rule.StartsWith("glidepath.", StringComparison.Ordinal))
                        || said.Add($"{f.Rule} {f.Step} {f.Message}")
                    )
                    .OrderByDescending(f => f.Severity)
            )
                screen.Finding(
                    finding.Severity,
                    finding.Step is { } step ? $"step {step}" : "",
                    finding.Message,
                    finding.Source,
                    finding.Confidence
                );
        }
        screen.Line();
        screen.Line(SafetyText.Default.DoNotStop, "bold");
    }

    /// <summary>The first line: the same outcome as the exit code and <c>breach</c>.</summary>
    private static string Outcome(IReadOnlyList<Verdict> verdicts, CheckOutcome outcome)
    {
        var deciding = CheckOutcomes.Deciding(verdicts);
        return outcome switch
        {
            CheckOutcome.Breach => $"Exceeds limit: {Ids(deciding.Where(v => v.HasBreach))}, first at step {FirstBreach(deciding)}.",
            CheckOutcome.WithinLimits => $"Within limits: {Ids(deciding.Where(v => v.IsJudged))}.",
            CheckOutcome.NotJudged => $"Not judged: {Ids(deciding)}. This is not a pass.",
        };
    }

    private static int? FirstBreach(IEnumerable<Verdict> verdicts) =>
        verdicts.SelectMany(v => v.Findings).Where(f => f.Severity is Severity.Breach).Min(f => f.Step);

    private static string Ids(IEnumerable<Verdict> verdicts) => string.Join(", ", verdicts.Select(v => v.RuleSet.Id));

    private static string Count(Verdict verdict, PaceReading? reading) =>
        reading is null
            ? "not judged"
            : reading.Weight switch
            {
                Severity.Breach => verdict.Findings.Count(f => f.Severity is Severity.Breach) switch
                {
                    0 => "within limits",
                    1 => "exceeds limit at 1 step",
                    var steps => $"exceeds limit at {steps} steps",
                },
                _ => verdict.Findings.Count(f => f.Rule == $"{verdict.RuleSet.Id}.{reading.Id}") switch
                {
                    0 => "nothing to review",
                    1 => "1 step to review",
                    var steps => $"{steps} steps to review",
                },
            };
}
