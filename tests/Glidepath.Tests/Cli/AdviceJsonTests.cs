using System.Text.Json;

namespace Glidepath.Tests.Cli;

/// <summary>What software reads from <c>plan --json</c> beside the steps: advice, and what was read otherwise than written.</summary>
public class AdviceJsonTests
{
    private const string Occasional = "plan clonazepam --regimen \"0,5 mg bedtime\" --days-per-week 2 --duration \"2 years\"";

    [Theory]
    [InlineData("--json")]
    [InlineData("--choices --json")]
    public void Advice_in_place_of_a_plan_is_json_without_steps(string option)
    {
        var document = Json($"{Occasional} {option}");
        Assert.False(document.TryGetProperty("steps", out _));
        Assert.Equal("occasional", document.GetProperty("advice").GetProperty("kind").GetString());
        Assert.True(document.GetProperty("advice").GetProperty("offersStop").GetBoolean());
        Assert.Contains("DRAFT, NOT APPROVED", document.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.Equal("read \"0,5 mg bedtime\" as 0.5 mg bedtime", document.GetProperty("readAs")[0].GetString());
    }

    [Fact]
    public void Advice_beside_a_short_taper_stands_in_the_document_of_the_plan()
    {
        var document = Json("plan clonazepam --regimen \"0.5 mg bedtime\" --duration \"3 weeks\" --days-per-week 7 --json");
        Assert.NotEqual(0, document.GetProperty("steps").GetArrayLength());
        Assert.Equal("shortUse", document.GetProperty("advice").GetProperty("kind").GetString());
        Assert.NotEqual(0, document.GetProperty("advice").GetProperty("shortTapers").GetArrayLength());
    }

    [Fact]
    public void After_a_seizure_the_document_says_that_to_stop_is_not_offered_and_why()
    {
        var document = Json($"{Occasional} --seizure-history yes --json");
        Assert.False(document.GetProperty("advice").GetProperty("offersStop").GetBoolean());
        Assert.Equal("care-first.seizure", document.GetProperty("findings")[0].GetProperty("rule").GetString());
    }

    [Fact]
    public void What_was_read_otherwise_than_written_stands_in_the_plan_and_in_the_choices()
    {
        const string Comma = "plan clonazepam --regimen \"1 mg bedtime\" --stock \"tablet 0,5, odt 0,125\"";
        foreach (var option in new[] { "--json", "--choices --json" })
            Assert.Equal(
                ["read 0,5 as 0.5", "read 0,125 as 0.125"],
                Json($"{Comma} {option}").GetProperty("readAs").EnumerateArray().Select(r => r.GetString())
            );
        Assert.Contains("Check this: read 0,5 as 0.5.", CommandLine.Run(Comma).Done(), StringComparison.Ordinal);
        Assert.Empty(Json("plan clonazepam --regimen \"1 mg bedtime\" --json").GetProperty("readAs").EnumerateArray());
    }

    private static JsonElement Json(string line)
    {
        using var document = JsonDocument.Parse(CommandLine.Run(line).Done());
        return document.RootElement.Clone();
    }
}
