using System.Text.Json;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Safety;
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
        Assert.Contains(
            "▲ Exceeds limit, step 1: 2 mg to 1 mg: 50 % of current, 50 % of original, after 14 days.",
            run.Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at most 25 % less at the end of any 14 days than at their start. (Source: Joint Clinical Practice Guideline on "
                + "Benzodiazepine Tapering, 2025)",
            Unwrapped(run.Output),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("all")]
    [InlineData("ALL")]
    public void Policy_all_judges_by_every_rule_set(string all)
    {
        var run = Check(Steep, $"--policy {all}");

        Assert.All(RuleSetTable.All, set => Assert.Contains(set.Name, run.Output, StringComparison.Ordinal));
        Assert.Equal(1, run.Exit);
        Assert.Contains(
            "FDA labels, advice on stopping, read as printed (decides): exceeds limit at 1 step\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void One_policy_judges_alone() =>
        Assert.DoesNotContain("Joint Guideline 2025 (", Check(Gentle, "--policy nsw").Done(), StringComparison.Ordinal);

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
        Assert.Equal(
            "window.current",
            Assert.Single(verdicts, v => v.GetProperty("defaultReading").GetBoolean()).GetProperty("reading").GetString()
        );
        Assert.Equal(
            breach,
            verdicts[0].GetProperty("findings").EnumerateArray().Any(f => f.GetProperty("severity").GetString() == "breach")
        );
        Assert.All(verdicts[0].GetProperty("findings").EnumerateArray(), f => Assert.NotEqual("", f.GetProperty("source").GetString()));
    }

    [Theory]
    [InlineData("plan clonazepam --regimen \"1 mg morning, 1 mg evening\"", "clonazepam")]
    [InlineData("plan clonazepam --regimen \"0.5 mg bedtime\" --cut-now --step 25", "clonazepam")]
    [InlineData("plan diazepam --regimen \"5 mg morning, 10 mg bedtime\" --goal 5", "diazepam")]
    [InlineData("plan clonazepam --regimen \"0.5 mg bedtime\"", "Klonopin")]
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
        var breaches = plan
            .RootElement.GetProperty("steps")
            .EnumerateArray()
            .SelectMany(s => s.GetProperty("findings").EnumerateArray())
            .Count(f => f.GetProperty("severity").GetString() == "breach");

        var run = CommandLine.Run("check", folder.Write("plan.json", json), "--drug", "clonazepam");

        Assert.Equal(breaches > 0 ? 1 : 0, run.Exit);
        Assert.Contains(
            $"(decides): "
                + $"{breaches switch { 0 => "within limits", 1 => "exceeds limit at 1 step", _ => $"exceeds limit at {breaches} steps" }}\n",
            run.Output,
            StringComparison.Ordinal
        );
    }

    /// <summary>All field cases, or a quarter of them, by every policy and by all of them: the exit code, <c>breach</c> and the first line say the same.</summary>
    [Fact]
    public void The_exit_code_the_json_and_the_first_line_always_agree()
    {
        var seen = new HashSet<int>();
        var pairs = FieldCases.All.SelectMany(f => RuleSetTable.All.Select(r => r.Id).Append("all").Select(p => (f, p)));
        foreach (var (file, policy) in Gate.Part([.. pairs]))
        {
            var line = $"check {FieldCases.Path(file)} --drug {FieldCases.Drug(file)} --policy {policy}";
            var (screen, json) = (CommandLine.Run(line), CommandLine.Run($"{line} --json"));
            using var document = JsonDocument.Parse(json.Output);
            var first = screen.Output.Split('\n')[0];

            Assert.Equal(screen.Exit, json.Exit);
            Assert.Equal(screen.Exit == 1, document.RootElement.GetProperty("breach").GetBoolean());
            Assert.Equal(
                screen.Exit switch
                {
                    0 => "withinLimits",
                    1 => "breach",
                    _ => "notJudged",
                },
                document.RootElement.GetProperty("outcome").GetString()
            );
            Assert.StartsWith(
                screen.Exit switch
                {
                    0 => "Within limits: ",
                    1 => "Exceeds limit: ",
                    _ => "Not judged: ",
                },
                first,
                StringComparison.Ordinal
            );
            seen.Add(screen.Exit);
        }
        Assert.True(Gate.IsAll ? seen.SetEquals([0, 1, 2]) : seen.Count > 1, $"only {string.Join(", ", seen)} came up");
    }

    [Theory]
    [InlineData("crash.csv", 1)]
    [InlineData("daily20.csv", 1)]
    [InlineData("win1.csv", 1)]
    [InlineData("win2.csv", 1)]
    [InlineData("forum13.csv", 1)]
    [InlineData("fhir.json", 1)]
    [InlineData("W-wandsworth.csv", 1)]
    [InlineData("d2.csv", 0)]
    [InlineData("T18-r1.csv", 0)]
    [InlineData("r25.csv", 0)]
    [InlineData("r25b.csv", 0)]
    [InlineData("alt.csv", 0)]
    [InlineData("trailing.csv", 0)]
    public void A_field_case_ends_with_its_exit_code(string file, int exit) =>
        Assert.Equal(exit, CommandLine.Run($"check {FieldCases.Path(file)} --drug {FieldCases.Drug(file)}").Exit);

    [Theory]
    [InlineData("lorazepam", 2)]
    [InlineData("clonazepam", 0)]
    [InlineData("alprazolam", 0)]
    public void A_label_without_a_pace_is_no_pass(string drug, int exit)
    {
        using var folder = new Folder();
        var run = CommandLine.Run(
            $"check {folder.Write("schedule.csv", "start,daily_mg\n2027-01-04,2\n2027-01-18,1.75\n")} --drug {drug} --policy fda-label"
        );

        Assert.Equal(exit, run.Exit);
        Assert.Equal(exit == 2, run.Output.Contains("no label pace known: not judged", StringComparison.Ordinal));
    }

    /// <summary>1.5 mg to 1.35 mg is a tenth; read as 15 and 135 it would be a rise, and exit 1.</summary>
    [Theory]
    [InlineData("start;daily_mg\n2027-01-04;1,5\n2027-01-18;1,35\n")]
    [InlineData("start;daily_mg\n2027-01-04;1.5\n2027-01-18;1.35\n")]
    [InlineData("start,daily_mg\n2027-01-04,1.5 mg\n2027-01-18,1.35mg\n")]
    [InlineData("start,daily_mg\n1/4/2027,1.5\n1/18/2027,1.35\n")]
    [InlineData("start,daily_mg\n2027-01-04,1.5\n01/18/2027,1.35\n")]
    [InlineData("start,daily_mg\n2027-01-04,1.5\n\n2027-01-18,1.35\n\n,\n  ,  \n,,,\n")]
    public void A_table_is_read_as_it_was_written(string schedule) =>
        Assert.Contains(
            "2 doses from 1.5 mg on 2027-01-04 to 1.35 mg on 2027-01-18.",
            Check(schedule, "").Done(),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_brand_in_the_json_is_its_drug() =>
        Check("""{"drug":"Klonopin","steps":[{"start":"2026-12-01","dailyDoseMg":2}]}""", "").Done();

    private static Outcome Check(string schedule, string options)
    {
        using var folder = new Folder();
        return CommandLine.Run($"check {folder.Write("schedule.csv", schedule)} --drug clonazepam {options}");
    }

    private static string Unwrapped(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
