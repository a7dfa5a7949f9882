using System.Text.RegularExpressions;
using Glidepath.Cli;
using Glidepath.Cli.Facilities;

namespace Glidepath.Tests.Cli;

/// <summary>Runs the whole command line in this process, on 2026-12-01.</summary>
internal static partial class CommandLine
{
    /// <param name="line">Words parted by spaces; a word with spaces stands in quotation marks.</param>
    public static Outcome Run(string line) => Run([.. Word().Matches(line).Select(m => m.Groups[1].Success ? m.Groups[1].Value : m.Value)]);

    public static Outcome Run(params string[] args) => Run(args, locator: null);

    public static Outcome Run(string[] args, LocatorAccess? locator)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exit = Program.Run(args, output, error, new FixedClock(), locator);
        return new Outcome(exit, output.ToString(), error.ToString());
    }

    [GeneratedRegex("\"([^\"]*)\"|\\S+")]
    private static partial Regex Word();

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);
    }
}

internal sealed record Outcome(int Exit, string Output, string Error)
{
    /// <summary>The standard output of a run that went well.</summary>
    public string Done()
    {
        Assert.Equal("", Error);
        Assert.Equal(0, Exit);
        return Output;
    }

    /// <summary>The exit code, nothing on standard output, and one line on standard error that holds the fragment.</summary>
    public void Fails(int exit, string fragment)
    {
        Assert.Contains(fragment, Error, StringComparison.Ordinal);
        Assert.Equal(exit, Exit);
        Assert.Equal("", Output);
        Assert.StartsWith("glidepath: ", Error, StringComparison.Ordinal);
        Assert.EndsWith("\n", Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Error[..^1], char.IsControl);
    }
}
