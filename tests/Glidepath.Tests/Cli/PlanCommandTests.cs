using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

public partial class PlanCommandTests
{
    private const string Draft = "DRAFT, NOT APPROVED";
    private const string Plan = "plan clonazepam --regimen \"1 mg morning, 1 mg evening\"";

    /// <summary>One plan of each kind: pieces, capsules, a bought liquid, a compounded one, a goal, a cut at once.</summary>
    public static TheoryData<string> Plans =>
        [
            Plan,
            "plan temazepam --regimen \"30 mg bedtime\"",
            "plan diazepam --regimen \"5 mg morning, 10 mg bedtime\" --of original",
            "plan clonazepam --regimen \"0.5 mg bedtime\"",
            "plan lorazepam --regimen \"1 mg morning, 1 mg bedtime\" --goal 1 --policy nsw",
            $"{Plan} --cut-now",
        ];

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_json_has_every_field_of_the_format(string line)
    {
        var plan = Json(line);

        Has(plan, "drug", "policy", "base", "start", "endsOn", "totalDays", "approved", "steps", "fills", "dispense", "findings");
        foreach (var step in Items(plan, "steps"))
        {
            Has(
                step,
                "number",
                "start",
                "end",
                "dailyDoseMg",
                "doses",
                "reductionPercentOfCurrent",
                "reductionPercentOfOriginal",
                "findings"
            );
            Assert.All(Items(step, "doses"), d => Has(d, "time", "doseMg", "makeup"));
        }
        Assert.All(Supplies(plan), s => Has(s, "product", "count", "unit"));
        Assert.All(Items(plan, "fills"), f => Has(f, "from", "to", "surplus"));
        Assert.All(
            Items(plan, "steps").SelectMany(s => Items(s, "findings")).Concat(Items(plan, "findings")),
            f => Has(f, "rule", "severity", "message", "source")
        );
        Assert.False(plan.GetProperty("approved").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void A_product_carries_its_strength_and_pieces_come_in_quarters(string line)
    {
        var supplies = Supplies(Json(line)).ToList();

        Assert.NotEmpty(supplies);
        Assert.All(
            supplies,
            s =>
            {
                var (product, unit, count) = (
                    s.GetProperty("product").GetString()!,
                    s.GetProperty("unit").GetString(),
                    s.GetProperty("count").GetDecimal()
                );
                Assert.Contains(unit, new[] { "tablet", "capsule", "mL" });
                Assert.Matches(unit == "mL" ? PerMillilitre() : Milligrams(), product);
                Assert.True(count > 0);
                if (unit != "mL")
                    Assert.Equal(0, count % 0.25m);
            }
        );
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Dates_and_doses_of_the_json_agree_with_each_other(string line)
    {
        var plan = Json(line);
        var steps = Items(plan, "steps").ToList();

        Assert.Equal(Enumerable.Range(0, steps.Count), steps.Select(s => s.GetProperty("number").GetInt32()));
        Assert.Equal(Day(plan, "start"), Day(steps[0], "start"));
        Assert.Equal(Day(plan, "endsOn"), Day(steps[^1], "start"));
        Assert.Equal(Day(plan, "endsOn").DayNumber - Day(plan, "start").DayNumber, plan.GetProperty("totalDays").GetInt32());
        Assert.Equal(JsonValueKind.Null, steps[^1].GetProperty("end").ValueKind);
        foreach (var (step, next) in steps.Zip(steps.Skip(1)))
        {
            Assert.Equal(Day(next, "start"), Day(step, "end").AddDays(1));
            Assert.True(Mg(next) < Mg(step));
        }
        Assert.All(steps, s => Assert.Equal(Mg(s), Items(s, "doses").Sum(d => d.GetProperty("doseMg").GetDecimal())));
        Assert.All(
            steps.SelectMany(s => Items(s, "doses")),
            d =>
                Assert.Equal(
                    d.GetProperty("doseMg").GetDecimal(),
                    Items(d, "makeup").Sum(m => m.GetProperty("count").GetDecimal() * Strength(m.GetProperty("product").GetString()!))
                )
        );
        Assert.Equal(
            (0m, 0m),
            (
                steps[0].GetProperty("reductionPercentOfCurrent").GetDecimal(),
                steps[0].GetProperty("reductionPercentOfOriginal").GetDecimal()
            )
        );
        Assert.Equal(
            100,
            steps.Sum(s => s.GetProperty("reductionPercentOfOriginal").GetDecimal()) + 100 * Mg(steps[^1]) / Mg(steps[0]),
            precision: 2
        );
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void Every_output_of_a_plan_says_that_it_is_a_draft(string line)
    {
        using var folder = new Folder();
        var table = CommandLine.Run($"{line} --csv {folder["plan.csv"]} --ics {folder["plan.ics"]}").Done();

        Assert.StartsWith(Draft, table, StringComparison.Ordinal);
        Assert.Contains(Draft, Json(line).GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.All(File.ReadLines(folder["plan.csv"]).Skip(1), row => Assert.Contains(Draft, row, StringComparison.Ordinal));
        Assert.All(
            Events(folder["plan.ics"]),
            e => Assert.Contains(Draft, e.Replace("\\,", ",", StringComparison.Ordinal), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_number_and_its_unit_are_never_parted_by_a_line_break()
    {
        var lines = CommandLine
            .Run("plan clonazepam --regimen \"2 mg morning, 1 mg midday, 2 mg bedtime\"")
            .Done()
            .Split('\n')
            .Select(l => l.TrimEnd())
            .ToList();
        Assert.Contains(lines, l => l.EndsWith("mL", StringComparison.Ordinal) || l.Contains("mg/mL", StringComparison.Ordinal));
        Assert.DoesNotContain(
            lines.Skip(1),
            l =>
                l.TrimStart() is var words
                && (
                    words.StartsWith("mg ", StringComparison.Ordinal)
                    || words.StartsWith("mL ", StringComparison.Ordinal)
                    || words.StartsWith("mg/mL", StringComparison.Ordinal)
                )
        );
        Assert.DoesNotContain(lines, l => l.Contains('\uE000', StringComparison.Ordinal));
    }

    [Fact]
    public void The_choices_say_that_they_are_drafts()
    {
        Assert.StartsWith(Draft, CommandLine.Run($"{Plan} --choices").Done(), StringComparison.Ordinal);
        var json = Json($"{Plan} --choices");
        Assert.Contains(Draft, json.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.All(
            Items(json, "choices"),
            c => Assert.Contains(Draft, c.GetProperty("plan").GetProperty("notice").GetString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void The_reason_of_an_override_stands_on_every_output()
    {
        const string Fast = "plan clonazepam --regimen \"1 mg morning\" --step 30 --override \"agreed with Ms Ek\"";
        using var folder = new Folder();

        Assert.Contains(
            "Overridden: agreed with Ms Ek",
            CommandLine.Run($"{Fast} --csv {folder["plan.csv"]} --ics {folder["plan.ics"]}").Done(),
            StringComparison.Ordinal
        );
        Assert.Equal("agreed with Ms Ek", Json(Fast).GetProperty("overrideReason").GetString());
        Assert.All(File.ReadLines(folder["plan.csv"]).Skip(1), row => Assert.Contains("agreed with Ms Ek", row, StringComparison.Ordinal));
        Assert.All(Events(folder["plan.ics"]), e => Assert.Contains("agreed with Ms Ek", e, StringComparison.Ordinal));
        Assert.Contains("Overridden: agreed with Ms Ek", CommandLine.Run($"{Fast} --choices").Done(), StringComparison.Ordinal);
        Assert.All(
            Items(Json($"{Fast} --choices"), "choices"),
            c => Assert.Equal("agreed with Ms Ek", c.GetProperty("plan").GetProperty("overrideReason").GetString())
        );
    }

    [Theory]
    [MemberData(nameof(Plans))]
    public void The_calendar_rings_no_alarm_and_its_titles_name_no_drug_and_no_dose(string line)
    {
        using var folder = new Folder();
        // A starting regimen that is cut at once lasts no days and has no entry.
        var steps = Items(Json($"{line} --ics {folder["plan.ics"]}"), "steps")
            .Where(s => s.GetProperty("end").ValueKind is JsonValueKind.Null || Day(s, "end") >= Day(s, "start"))
            .ToList();
        var events = Events(folder["plan.ics"]);

        Assert.Equal(steps.Count, events.Count);
        Assert.All(
            events.Zip(steps),
            pair =>
            {
                var (entry, step) = pair;
                Assert.DoesNotContain("VALARM", entry, StringComparison.Ordinal);
                Assert.Contains($"\nDTSTART;VALUE=DATE:{Day(step, "start"):yyyyMMdd}\n", entry, StringComparison.Ordinal);
                Assert.Equal(
                    $"Plan step {step.GetProperty("number").GetInt32()} (DRAFT\\, NOT APPROVED)",
                    Summary().Match(entry).Groups[1].Value
                );
                Assert.Contains(
                    step.GetProperty("sig")
                        .GetString()!
                        .Replace(",", "\\,", StringComparison.Ordinal)
                        .Replace(";", "\\;", StringComparison.Ordinal),
                    entry,
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Theory]
    [InlineData(14, "--every 14")]
    [InlineData(28, "--every 28")]
    public void To_cut_now_takes_one_interval_off_the_first_hold_and_nothing_else(int interval, string option)
    {
        var (asked, now) = (Items(Json($"{Plan} {option}"), "steps").ToList(), Items(Json($"{Plan} {option} --cut-now"), "steps").ToList());

        Assert.Equal(Day(asked[1], "start").AddDays(-interval), Day(now[1], "start"));
        Assert.Equal(asked.Select(Mg), now.Select(Mg));
        Assert.Equal(Day(asked[^1], "start").AddDays(-interval), Day(now[^1], "start"));
    }

    [Fact]
    public void A_start_that_is_cut_at_once_is_dated_in_the_sheet_by_the_days_already_spent_on_it()
    {
        using var folder = new Folder();
        var steps = Items(Json($"plan clonazepam --regimen \"0.5 mg bedtime\" --step 25 --cut-now --csv {folder["plan.csv"]}"), "steps")
            .ToList();

        Assert.Equal(Day(steps[0], "start"), Day(steps[1], "start"));
        Assert.StartsWith("2026-11-17,2026-11-30,0.5,", File.ReadLines(folder["plan.csv"]).ElementAt(1), StringComparison.Ordinal);
        Assert.Equal(steps.Count + 1, File.ReadLines(folder["plan.csv"]).Count());
    }

    [Fact]
    public void A_plan_that_ends_on_a_dose_has_no_end_and_no_stop()
    {
        var plan = Json($"{Plan} --goal 1");
        var last = Items(plan, "steps").Last();

        Assert.Equal((1m, JsonValueKind.Null), (Mg(last), last.GetProperty("end").ValueKind));
        Assert.NotEmpty(Items(last, "doses"));
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("stop").ValueKind);
        Assert.Equal(JsonValueKind.Null, plan.GetProperty("lastDoseMg").ValueKind);
    }

    [Theory]
    [InlineData("7.5 mg bedtime", "\nThe stop only, 2026-12-01 to 2026-12-15 (2 weeks).")]
    [InlineData("15 mg bedtime", "\n1 step, then the stop, 2026-12-01 to")]
    public void One_step_is_not_steps(string regimen, string says) =>
        Assert.Contains(says, CommandLine.Run("plan", "temazepam", "--regimen", regimen).Done(), StringComparison.Ordinal);

    [Fact]
    public void A_plan_starts_today_unless_told() => Assert.Equal(new DateOnly(2026, 12, 1), Day(Json(Plan), "start"));

    [Fact]
    public void The_same_line_gives_the_same_text() =>
        Assert.Equal(CommandLine.Run($"{Plan} --json").Done(), CommandLine.Run($"{Plan} --json").Done());

    private static JsonElement Json(string line)
    {
        using var document = JsonDocument.Parse(CommandLine.Run($"{line} --json").Done());
        return document.RootElement.Clone();
    }

    private static void Has(JsonElement element, params string[] names) =>
        Assert.Empty(names.Except(element.EnumerateObject().Select(p => p.Name)));

    private static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    private static IEnumerable<JsonElement> Supplies(JsonElement plan) =>
        Items(plan, "steps")
            .SelectMany(s => Items(s, "doses"))
            .SelectMany(d => Items(d, "makeup"))
            .Concat(Items(plan, "fills"))
            .Concat(Items(plan, "dispense"));

    private static DateOnly Day(JsonElement element, string name) =>
        DateOnly.ParseExact(element.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static decimal Mg(JsonElement step) => step.GetProperty("dailyDoseMg").GetDecimal();

    private static decimal Strength(string product) =>
        decimal.Parse(Milligrams().Match(product).Groups[1].Value, CultureInfo.InvariantCulture);

    /// <summary>The entries of a calendar file, folded lines joined.</summary>
    private static List<string> Events(string path) =>
        [.. File.ReadAllText(path).ReplaceLineEndings("\n").Replace("\n ", "", StringComparison.Ordinal).Split("BEGIN:VEVENT").Skip(1)];

    [GeneratedRegex(@"^\w+ (\d+(?:\.\d+)?) mg")]
    private static partial Regex Milligrams();

    [GeneratedRegex(@"^\w+ \d+(\.\d+)? mg/mL ")]
    private static partial Regex PerMillilitre();

    [GeneratedRegex(@"^SUMMARY:(.*)$", RegexOptions.Multiline)]
    private static partial Regex Summary();
}
