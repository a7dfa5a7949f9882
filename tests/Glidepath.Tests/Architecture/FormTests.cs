using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Architecture;

/// <summary>One reader of forms and one base of the pages that have them, both in <c>Shared/Forms</c>.</summary>
public partial class FormTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "src", "Glidepath.Web");

    private static readonly IReadOnlyList<(string Name, string Text)> Files =
    [
        .. new[] { "*.cs", "*.razor" }
            .SelectMany(kind => Directory.EnumerateFiles(Web, kind, SearchOption.AllDirectories))
            .Select(f => (Name: Path.GetRelativePath(Web, f).Replace('\\', '/'), Path: f))
            .Where(f => !NotOurs().IsMatch(f.Name))
            .Select(f => (f.Name, File.ReadAllText(f.Path))),
    ];

    [Fact]
    public void Only_the_reader_of_forms_reads_what_was_sent()
    {
        Assert.NotEmpty(Files);
        Assert.Empty(
            Files.Where(f => !f.Name.StartsWith("Shared/Forms/", StringComparison.Ordinal) && Reads().IsMatch(f.Text)).Select(f => f.Name)
        );
    }

    [Fact]
    public void A_page_with_a_form_that_comes_back_to_it_stands_on_the_base_of_such_pages()
    {
        var bases = new HashSet<string> { "FormPage" };
        // One of an area, which only adds what its pages are about.
        bases.UnionWith(Files.SelectMany(f => OwnBase().Matches(f.Text)).Select(m => m.Groups[1].Value));
        var pages = Files.Where(f => f.Text.Contains("@page \"", StringComparison.Ordinal) && ComesBack().IsMatch(f.Text)).ToList();
        Assert.True(pages.Count > 40, $"{pages.Count} pages with forms were found.");
        Assert.Empty(
            pages.Where(f => Inherits().Match(f.Text) is not { Success: true } m || !bases.Contains(m.Groups[1].Value)).Select(f => f.Name)
        );
    }

    [Fact]
    public void No_form_is_taken_while_its_page_is_drawn() =>
        Assert.Empty(
            Files.SelectMany(f =>
                Handlers()
                    .Matches(f.Text)
                    .Select(m => m.Groups[1].Value)
                    .Where(h => h is not ("Taken" or "Nothing"))
                    .Select(h => $"{f.Name}: {h}")
            )
        );

    [GeneratedRegex(@"(^|/)(obj|bin|node_modules)/")]
    private static partial Regex NotOurs();

    [GeneratedRegex(@"\bIFormCollection\b|\bReadFormAsync\b|\bRequest\s*\.\s*Form\b|\bFromForm\b|SupplyParameterFromForm|\bEditForm\b")]
    private static partial Regex Reads();

    [GeneratedRegex(@"abstract class (\w+) : (?:Patient)?FormPage\b")]
    private static partial Regex OwnBase();

    [GeneratedRegex(@"@formname=|<ActionForm\b|<DeedForm\b|<PatientForm\b")]
    private static partial Regex ComesBack();

    [GeneratedRegex(@"^@inherits (?:[\w.]+\.)?(\w+)", RegexOptions.Multiline)]
    private static partial Regex Inherits();

    [GeneratedRegex(@"@onsubmit=""(\w+)""")]
    private static partial Regex Handlers();
}
