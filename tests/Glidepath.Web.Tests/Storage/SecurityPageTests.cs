using System.Text.RegularExpressions;

namespace Glidepath.Web.Tests.Storage;

/// <summary>What the pages of docs/security claim is held by tests that are there.</summary>
public partial class SecurityPageTests
{
    private static readonly string Root = FindRoot();

    [Fact]
    public void Every_test_that_the_security_pages_name_exists()
    {
        var tests = string.Concat(
            Directory.GetFiles(Path.Combine(Root, "tests"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText)
        );
        var pages = Directory.GetFiles(Path.Combine(Root, "docs", "security"), "*.md").Where(p => Path.GetFileName(p) != "disclosure.md");
        var named = pages.SelectMany(p => Sentence().Matches(File.ReadAllText(p)).Select(m => m.Groups[1].Value)).Distinct().ToList();
        Assert.True(named.Count > 20, "no test is named");
        Assert.DoesNotContain(named, n => !tests.Contains($" {n}(", StringComparison.Ordinal));
    }

    // Tests are sentences: a capital letter and at least two underscores.
    [GeneratedRegex("`([A-Z][A-Za-z0-9]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex Sentence();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Glidepath.slnx")))
            folder = folder.Parent!;
        return folder.FullName;
    }
}
