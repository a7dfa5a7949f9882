using System.CommandLine;
using Glidepath.Cli.Medications;
using Glidepath.Cli.Shared;
using Glidepath.Cli.Tapering;

namespace Glidepath.Cli;

internal static class Commands
{
    public static RootCommand Build(TextWriter output, TimeProvider clock) => new("Glidepath: tapers of benzodiazepines that a pharmacy can really dispense.")
    {
        PlanCommand.Build(output, clock),
        CheckCommand.Build(output),
        DrugsCommand.Build(output),
        RulesCommand.Build(output),
        Serve(),
    };

    /// <summary>One line for what the parser did not understand.</summary>
    public static string Explain(RootCommand root, ParseResult result)
    {
        if (result.CommandResult.Command != root)
        {
            var known = result.CommandResult.Command.Options.Select(o => o.Name);
            if (result.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-')) is not { } option)
                return Read.Short(result.Errors[0].Message);
            var near = DidYouMean.Nearest(option, known);
            return $"option: read \"{Read.Short(option)}\"{(near is null ? "" : $", did you mean {near}?")}; accepted: see glidepath {result.CommandResult.Command.Name} --help";
        }
        var names = root.Subcommands.Select(c => c.Name).ToList();
        var word = result.UnmatchedTokens.Count > 0 ? result.UnmatchedTokens[0] : result.Tokens[0].Value;
        var nearest = DidYouMean.Nearest(word, names);
        return $"command: read \"{Read.Short(word)}\"{(nearest is null ? "" : $", did you mean {nearest}?")}; accepted: {string.Join(", ", names)}";
    }

    private static Command Serve()
    {
        var command = new Command("serve", "Start the web host (not in this version).") { TreatUnmatchedTokensAsErrors = false };
        command.SetAction(int (_) => throw new InputException("serve: the web host is not part of this version; accepted: plan, check, drugs, rules"));
        return command;
    }
}
