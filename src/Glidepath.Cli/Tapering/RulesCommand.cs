using System.CommandLine;
using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;

namespace Glidepath.Cli.Tapering;

internal static class RulesCommand
{
    public static Command Build(TextWriter output)
    {
        var command = new Command("rules", "Show the guidelines, or one with its rules.");
        var id = new Argument<string?>("ID") { Description = "Guideline", Arity = ArgumentArity.ZeroOrOne };
        command.Arguments.Add(id);
        command.SetAction(result =>
        {
            var screen = new Screen(output);
            if (result.GetValue(id) is { } wanted)
                One(screen, Read.Policy("ID", wanted, RuleSetTable.All.Select(r => r.Id)));
            else
                screen.Table(
                    ["Id", "Guideline", "Steers a plan", "Ceiling", "Confidence"],
                    RuleSetTable.All.Select(
                        IReadOnlyList<string> (r) =>
                            [r.Id, r.Name, r.Steers ? "yes" : "judges only", r.Ceiling?.Words.InWords() ?? "", Words.Of(r.Confidence)]
                    )
                );
            return ExitCode.Done;
        });
        return command;
    }

    private static void One(Screen screen, RuleSet set)
    {
        screen.Line($"{set.Name} ({Words.Of(set.Confidence)})", "bold");
        screen.Line($"Source: {set.Source}");
        screen.Line(
            set.Ceiling is { } ceiling ? $"Ceiling for a plan: {ceiling.Words.InWords()}." : "Judges schedules; never steers a plan."
        );
        foreach (var (reading, i) in set.Readings.Select((r, i) => (r, i)))
        {
            screen.Heading($"Reading {reading.Id}: {reading.Name.InWords()}{(i == 0 ? " (default)" : "")}");
            foreach (var (limit, n) in reading.Alternatives.Select((l, n) => (l, n)))
                screen.Line($"  {(n == 0 ? "limit" : "or")}: {limit.Words.InWords()}");
        }
        if (set.Remarks.Count > 0)
            screen.Heading("Also");
        foreach (var remark in set.Remarks)
            screen.Line($"  {remark.InWords()}");
        var rules = FactRuleTable.All.Where(r => r.RuleSetId is null || r.RuleSetId == set.Id).ToList();
        screen.Heading("Of the person");
        foreach (var rule in rules)
            screen.Finding(rule.Severity, rule.Id, rule.ToFinding().Message, rule.Source, rule.Confidence);
    }
}

/// <summary>Words for confidence, the same everywhere.</summary>
internal static class Words
{
    public static string Of(Confidence confidence) =>
        confidence switch
        {
            Confidence.Primary => "read in the source",
            Confidence.Secondary => "second-hand",
            Confidence.Derived => "our own",
            Confidence.Unverified => "UNVERIFIED",
        };
}
