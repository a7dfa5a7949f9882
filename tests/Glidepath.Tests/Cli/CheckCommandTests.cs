using System.Text.Json;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

public class CheckCommandTests
{
    private const string Gentle = "start,daily_mg\n2026-12-01,2\n2026-12-15,1.8\n2026-12-29,1.65\n";
    private const string Steep = "start,daily_mg\n2026-12-01,2\n2026-12-15,1\n";

    [Theory]
    [InlineData(Gentle, 0)]
    [InlineData(Steep, 1)]
    [InlineData("start,daily_mg\n2026-12-01,2\n2026-12-15,1.5\n", 0)]
    [InlineData("start,daily_mg\n2026-12-01,2\n2026-12-15,1.49\n", 1)]
    [InlineData("start,daily_mg\n2026-12-01,0.25\n2026-12-15,0\n", 0)]
    [InlineData("start,daily_mg\n2026-12-01,2\n2026-12-15,0\n", 1)]
    [InlineData("start,daily_mg\n2026-12-01,2\n2026-12-15,2.5\n", 1)]
    [InlineData("start,morning_mg,midday_mg,evening_mg,bedtime_mg\n2026-12-01,1,0,0,1\n2026-12-15,0.9,0,0,0.9\n", 0)]
    [InlineData("start,morning_mg,midday_mg,evening_mg,bedtime_mg\n2026-12-01,1,0,0,1\n2026-12-15,0,0,0,1\n", 1)]
    [InlineData("\uFEFFSTART, Daily_mg ,note\r\n2026-12-01,2,\"one, two\"\r\n2026-12-15,1.8,\r\n", 0)]
    public void The_exit_code_says_whether_there_is_a_breach(string schedule, int exit) => Assert.Equal(exit, Check(schedule, "").Exit);

    [Fact]
    public void A_breach_names_the_step_both_percentages_and_the_source()
    {
        var run = Check(Steep, "");

        Assert.Equal("", run.Error);
        Assert.Contains("▲ Breach, step 1: 2 mg to 1 mg: 50 % of current, 50 % of original, after 14 days.", run.Output, StringComparison.Ordinal);
        Assert.Contains("no step above 25 % of the current dose. [asam-2025]", Unwrapped(run.Output), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("all")]
    [InlineData("ALL")]
    public void Policy_all_judges_by_every_rule_set(string all)
    {
        var run = Check(Steep, $"--policy {all}");

        Assert.All(RuleSetTable.All, set => Assert.Contains(set.Name, run.Output, StringComparison.Ordinal));
        Assert.Equal(1, run.Exit);
        Assert.Contains("Klonopin label, panic disorder, read as printed (decides): 1 breach\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_policy_judges_alone() => Assert.DoesNotContain("Joint Guideline", Check(Gentle, "--policy nsw").Done(), StringComparison.Ordinal);

    [Theory]
    [InlineData(Gentle, false)]
    [InlineData(Steep, true)]
    public void The_json_parses_and_agrees_with_the_exit_code(string schedule, bool breach)
    {
        var run = Check(schedule, "--json");
        using var document = JsonDocument.Parse(run.Output);
        var verdicts = document.RootElement.GetProperty("verdicts").EnumerateArray().ToList();

        Assert.Equal(breach ? 1 : 0, run.Exit);
        Assert.Equal("clonazepam", document.RootElement.GetProperty("drug").GetString());
        Assert.Equal(breach, document.RootElement.GetProperty("breach").GetBoolean());
        Assert.Equal("step.current", Assert.Single(verdicts, v => v.GetProperty("defaultReading").GetBoolean()).GetProperty("reading").GetString());
        Assert.Equal(breach, verdicts[0].GetProperty("findings").EnumerateArray().Any(f => f.GetProperty("severity").GetString() == "breach"));
        Assert.All(verdicts[0].GetProperty("findings").EnumerateArray(), f => Assert.NotEqual("", f.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData("plan clonazepam --regimen \"1 mg morning, 1 mg evening\"", "clonazepam")]
    [InlineData("plan clonazepam --regimen \"0.5 mg bedtime\" --cut-now --step 25", "clonazepam")]
    [InlineData("plan diazepam --regimen \"5 mg morning, 10 mg bedtime\" --goal 5", "diazepam")]
    [InlineData("plan clonazepam --regimen \"0.5 mg bedtime\" --allow compounded", "Klonopin")]
    public void The_json_and_the_csv_of_a_plan_are_read_back_as_the_same_schedule(string plan, string drug)
    {
        using var folder = new Folder();
        var json = folder.Write("plan.json", CommandLine.Run($"{plan} --json --csv {folder["plan.csv"]}").Done());

        var ofJson = CommandLine.Run($"check {json} --drug {drug} --policy all");
        var ofCsv = CommandLine.Run($"check {folder["plan.csv"]} --drug {drug} --policy all");

        Assert.Equal(ofCsv, ofJson);
        Assert.Equal("", ofJson.Error);
        Assert.InRange(ofJson.Exit, 0, 1);
    }

    [Fact]
    public void The_plan_that_checks_itself_and_the_check_of_its_json_agree_on_breaches()
    {
        using var folder = new Folder();
        var json = CommandLine.Run("plan clonazepam --regimen \"1 mg bedtime\" --json").Done();
        using var plan = JsonDocument.Parse(json);
        var breaches = plan.RootElement.GetProperty("steps").EnumerateArray().SelectMany(s => s.GetProperty("findings").EnumerateArray()).Count(f => f.GetProperty("severity").GetString() == "breach");

        var run = CommandLine.Run("check", folder.Write("plan.json", json), "--drug", "clonazepam");

        Assert.True(breaches > 1);
        Assert.Equal(1, run.Exit);
        Assert.Contains($"(decides): {breaches} breaches", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_brand_in_the_json_is_its_drug() => Check("""{"drug":"Klonopin","steps":[{"start":"2026-12-01","dailyDoseMg":2}]}""", "").Done();

    private static Outcome Check(string schedule, string options)
    {
        using var folder = new Folder();
        return CommandLine.Run($"check {folder.Write("schedule.csv", schedule)} --drug clonazepam {options}");
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
