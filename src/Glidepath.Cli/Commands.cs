using System.CommandLine;
using Glidepath.Cli.Medications;
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
    };
}
