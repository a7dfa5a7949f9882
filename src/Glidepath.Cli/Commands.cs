using System.CommandLine;
using System.CommandLine.Parsing;
using Glidepath.Cli.Facilities;
using Glidepath.Cli.Medications;
using Glidepath.Cli.Privacy;
using Glidepath.Cli.Shared;
using Glidepath.Cli.Tapering;

namespace Glidepath.Cli;

internal static class Commands
{
    public static RootCommand Build(TextWriter output, TimeProvider clock, LocatorAccess locator) =>
        new("Glidepath: tapers of benzodiazepines that a pharmacy can really dispense.")
        {
            PlanCommand.Build(output, clock),
            CheckCommand.Build(output),
            SimulateCommand.Build(output, clock),
            DrugsCommand.Build(output),
            RulesCommand.Build(output),
            FindCommand.Build(output, clock),
            DirectoryCommand.Build(output, clock, locator),
            BackupCommand.Build(output, clock),
            RestoreCommand.Build(output, clock),
            AuditCommand.Build(output, clock),
            KeysCommand.Build(output, clock),
            Serve(),
        };

    /// <summary>One line for what the parser did not understand.</summary>
    public static string Explain(RootCommand root, ParseResult result)
    {
        if (result.CommandResult.Command != root)
        {
            var command = result.CommandResult.Command;
            var help = $"accepted: see glidepath {command.Name} --help";
            if (result.UnmatchedTokens.FirstOrDefault(t => t.StartsWith('-')) is { } option)
                return $"option: read \"{Read.Short(option)}\"{DidYouMean.Phrase(option, command.Options.Select(o => o.Name))}; {help}";
            if (command.Subcommands.Count > 0 && command.Arguments.Count == 0)
                return Accepted(command.Name, result.UnmatchedTokens.Count > 0 ? result.UnmatchedTokens[0] : "", command);
            return result.Errors[0].SymbolResult switch
            {
                OptionResult { IdentifierTokenCount: > 1 } twice =>
                    $"{twice.Option.Name}: stands {twice.IdentifierTokenCount} times; accepted: once",
                OptionResult missing when missing.Tokens.Count == 0 => $"{missing.Option.Name}: its value is missing; {help}",
                ArgumentResult missing => $"{missing.Argument.Name}: missing; {help}",
                _ when result.UnmatchedTokens.Count > 0 =>
                    $"{command.Name}: read \"{Read.Short(result.UnmatchedTokens[0])}\", one word too many; accepted: values with "
                        + $"a space or comma in quotation marks, such as --regimen \"1 mg morning, 1 mg bedtime\"",
                _ => $"{command.Name}: {result.Errors[0].Message}; {help}",
            };
        }
        return Accepted("command", result.UnmatchedTokens.Count > 0 ? result.UnmatchedTokens[0] : result.Tokens[0].Value, root);
    }

    private static string Accepted(string part, string word, Command command)
    {
        var names = command.Subcommands.Select(c => c.Name).ToList();
        return $"{part}: read \"{Read.Short(word)}\"{DidYouMean.Phrase(word, names)}; accepted: {string.Join(", ", names)}";
    }

    /// <summary>
    /// Listed, since people look for it here. The launcher starts the host itself: this program does not hold ASP.NET.
    /// </summary>
    private static Command Serve()
    {
        var command = new Command("serve", "Start the web host (the launcher ./glidepath does; --demo opens a made-up clinic).")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        command.SetAction(
            int (_) =>
                throw new InputException(
                    "serve: the web host is a program of its own; accepted: ./glidepath serve from the checkout, or glidepath-web"
                )
        );
        return command;
    }
}
