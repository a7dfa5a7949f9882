using System.Text.Json;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Paper;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

/// <summary>A dose at a clock time in everything that a plan is written to.</summary>
public class ClockTimeTests
{
    private const string Line = "plan clonazepam --regimen \"0.5 mg 08:30, 1 mg bedtime\"";

    [Fact]
    public void Json_and_sheet_name_the_clock_time_and_are_read_back()
    {
        using var folder = new Folder();
        var json = CommandLine.Run($"{Line} --json --csv {folder["a.csv"]} --ics {folder["a.ics"]}").Done();
        using var document = JsonDocument.Parse(json);
        Assert.Equal(
            ["08:30", "bedtime"],
            document
                .RootElement.GetProperty("steps")[0]
                .GetProperty("doses")
                .EnumerateArray()
                .Select(d => d.GetProperty("time").GetString())
        );
        Assert.StartsWith(
            "start,end,daily_mg,morning_mg,midday_mg,evening_mg,bedtime_mg,08:30_mg,reduction",
            File.ReadAllText(folder["a.csv"]),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at 8:30 am",
            File.ReadAllText(folder["a.ics"]).Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        var (fromCsv, fromJson) = (
            ScheduleReader.ReadCsv(BenzodiazepineTable.Clonazepam, File.ReadAllText(folder["a.csv"]), out _)!,
            ScheduleReader.ReadJson(BenzodiazepineTable.Clonazepam, json, out _)!
        );
        Assert.Equal(fromCsv.Doses, fromJson.Doses);
        Assert.Equal(A.Regimen("0.5 mg 08:30, 1 mg bedtime"), fromCsv.Doses[0].ByTime);
    }

    [Fact]
    public void A_sheet_of_the_four_named_times_keeps_its_columns()
    {
        using var folder = new Folder();
        CommandLine.Run($"plan clonazepam --regimen \"1 mg bedtime\" --csv {folder["a.csv"]}").Done();
        Assert.StartsWith(
            "start,end,daily_mg,morning_mg,midday_mg,evening_mg,bedtime_mg,reduction_percent_of_current,",
            File.ReadAllText(folder["a.csv"]),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("start,morning_mg,midday_mg,evening_mg,bedtime_mg,08:30_mg\n2026-12-01,1,0,0,1,x\n", "08:30_mg")]
    [InlineData("start,morning_mg,midday_mg,evening_mg,bedtime_mg,08:00_mg\n2026-12-01,1,0,0,1,1\n", "twice")]
    [InlineData("start,morning_mg,midday_mg,evening_mg,bedtime_mg,01:00_mg,02:00_mg,03:00_mg\n2026-12-01,1,1,1,1,1,1,1\n", "up to 6")]
    public void A_clock_column_that_cannot_be_read_is_named(string text, string fragment)
    {
        Assert.Null(ScheduleReader.ReadCsv(BenzodiazepineTable.Clonazepam, text, out var error));
        Assert.Contains(fragment, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Papers_name_the_clock_time()
    {
        var plan = A.Plan(A.Clonazepam("0.5 mg 08:30, 0.5 mg 12:00, 1 mg bedtime"));
        Assert.Contains("8:30a = 8:30 am, noon = 12 noon, Bed = bedtime", Printed.Calendar(plan).Words(), StringComparison.Ordinal);
        Assert.Contains("8:30 am", Printed.Order(plan).Words().Plain(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dose_at_a_clock_time_can_be_missed()
    {
        var taken = CommandLine.Run("simulate clonazepam --regimen \"1 mg 08:30\" --days 3 --csv").Done();
        var missed = CommandLine
            .Run("simulate clonazepam --regimen \"1 mg 08:30\" --days 3 --csv --events \"2026-12-02 missed 08:30\"")
            .Done();
        Assert.NotEqual(taken, missed);
    }
}
