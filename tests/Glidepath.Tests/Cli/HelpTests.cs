namespace Glidepath.Tests.Cli;

public class HelpTests
{
    [Theory]
    [InlineData("")]
    [InlineData("--help")]
    [InlineData("plan --help")]
    [InlineData("check -h")]
    [InlineData("--version")]
    public void Help_is_no_error(string line) => Assert.NotEqual("", CommandLine.Run(line).Done());

    [Fact]
    public void Help_names_the_web_host_and_how_it_starts() =>
        Assert.Matches(@"serve\s+Start the web host", CommandLine.Run("--help").Done());

    [Theory]
    [InlineData("rules nice-cks", "or: an eighth of the current dose")]
    [InlineData("rules VA", "Judges schedules; never steers a plan.")]
    [InlineData("drugs Xanax", "alprazolam (Xanax")]
    [InlineData("plan KLONOPIN --regimen \"1 morning\"", "clonazepam, 1 mg morning")]
    public void Names_are_read_in_any_case_and_by_brand(string line, string fragment) =>
        Assert.Contains(fragment, CommandLine.Run(line).Done(), StringComparison.Ordinal);
}
