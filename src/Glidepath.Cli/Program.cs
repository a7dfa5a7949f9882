using System.CommandLine;
using System.Globalization;
using Glidepath.Cli.Facilities;
using Glidepath.Cli.Shared;

namespace Glidepath.Cli;

public static class Program
{
    public static int Main(string[] args) => Run(args, Console.Out, Console.Error, TimeProvider.System);

    /// <summary>The whole command line, on any writers and clock: what the tests call.</summary>
    /// <param name="locator">The way to the live locator; null is the real one, by the environment of this process.</param>
    internal static int Run(string[] args, TextWriter output, TextWriter error, TimeProvider clock, LocatorAccess? locator = null)
    {
        // A decimal comma in a dose is a tenfold error: numbers are written the same on every machine.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var root = Commands.Build(output, clock, locator ?? LocatorAccess.Real);
        // A word that starts with @ is a word, not a file of more words.
        var result = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        try
        {
            if (args.Length == 0)
                result = root.Parse("--help");
            else if (result.Errors.Count > 0)
                throw new InputException(Commands.Explain(root, result));
            return result.Invoke(
                new InvocationConfiguration
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                }
            );
        }
        catch (InputException exception)
        {
            error.WriteLine($"glidepath: {OneLine.Of(exception.Message)}");
            return ExitCode.NotUnderstood;
        }
    }
}
