using System.Text.Json;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

public class FormatsTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/formats.md"));

    [Theory]
    [InlineData("plan clonazepam --regimen \"1 mg morning, 1 mg evening\" --json")]
    [InlineData("plan clonazepam --regimen \"1 mg bedtime\" --goal 0.5 --json")]
    [InlineData("plan clonazepam --regimen \"1 mg morning, 1 mg evening\" --choices --json")]
    public void Every_field_that_is_printed_is_described(string line)
    {
        using var document = JsonDocument.Parse(CommandLine.Run(line).Done());
        // A field of one object may stand among others: `{low, high}`.
        Assert.All(Names(document.RootElement).Distinct(), name => Assert.Matches($@"`{name}\b|[{{ ]{name}[,}}]", Page));
    }

    [Fact]
    public void Every_field_of_a_check_is_described()
    {
        using var folder = new Folder();
        var file = folder.Write("a.csv", "start,daily_mg\n2026-12-01,2\n2026-12-15,1\n");
        using var document = JsonDocument.Parse(CommandLine.Run($"check {file} --drug clonazepam --policy all --json").Output);
        Assert.All(Names(document.RootElement).Distinct(), name => Assert.Matches($@"`{name}\b", Page));
    }

    [Fact]
    public void Every_column_of_the_sheet_is_described()
    {
        using var folder = new Folder();
        CommandLine.Run($"plan clonazepam --regimen \"1 mg bedtime\" --csv {folder["a.csv"]}").Done();
        Assert.All(
            File.ReadLines(folder["a.csv"]).First().Split(','),
            column => Assert.Contains($"`{column}`", Page, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
            _ => [],
        };
}
