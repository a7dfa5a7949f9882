using System.Text.Json;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

public class SimulateCommandTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs/formats.md"));

    [Theory]
    [InlineData("simulate clonazepam --single-dose \"2 mg\" --json")]
    [InlineData("simulate diazepam --regimen \"5 mg morning, 5 mg bedtime\" --days 3 --every-hours 4 --patients 50 --seed 7 --json")]
    [InlineData("simulate clonazepam \"1 mg morning\" --days 14 --levels \"2026-12-10 07:00 9 ng/mL\" --json")]
    public void Every_field_that_is_printed_is_described(string line)
    {
        using var document = JsonDocument.Parse(CommandLine.Run(line).Done());
        Assert.All(Names(document.RootElement).Distinct(), name => Assert.Matches($@"`{name}\b|[{{ ]{name}[,}}]", Page));
    }

    [Fact]
    public void A_day_is_24_hours_from_the_first_dose_whatever_the_clock_says()
    {
        using var bedtime = JsonDocument.Parse(CommandLine.Run("simulate clonazepam \"1 mg bedtime\" --days 2 --json").Done());
        using var morning = JsonDocument.Parse(CommandLine.Run("simulate clonazepam \"1 mg morning\" --days 2 --json").Done());
        Assert.Equal(Typical(morning), Typical(bedtime));
        Assert.Equal(49, Typical(morning).Count);
        Assert.Equal(0, Typical(morning)[0]);
        Assert.Equal("2026-12-01T22:00", bedtime.RootElement.GetProperty("start").GetString());
    }

    [Fact]
    public void Metabolites_follow_the_parent()
    {
        using var document = JsonDocument.Parse(CommandLine.Run("simulate diazepam \"10 mg bedtime\" --days 3 --json").Done());
        Assert.Equal(
            ["diazepam", "nordazepam"],
            document.RootElement.GetProperty("analytes").EnumerateArray().Select(a => a.GetProperty("name").GetString())
        );
    }

    [Fact]
    public void A_plan_starts_from_its_steady_state_and_each_cut_has_its_bound()
    {
        using var folder = new Folder();
        var plan = folder.Write(
            "plan.json",
            CommandLine
                .Run(
                    "plan clonazepam --regimen \"1 mg morning, 1 mg bedtime\" --stock \"tablet 0.5 scored\" "
                        + "--accept-large-last-steps --json"
                )
                .Done()
        );
        using var document = JsonDocument.Parse(CommandLine.Run($"simulate {plan} --json").Done());
        var typical = Typical(document);
        Assert.InRange(typical[0] / typical[14 * 24 - 24], 0.99, 1.01);
        var steps = document.RootElement.GetProperty("steps").EnumerateArray().ToList();
        Assert.Equal(3.34, steps[1].GetProperty("largestOccupancyFall").GetDouble(), 0.01);
        Assert.Equal(JsonValueKind.Null, steps[^1].GetProperty("largestOccupancyFall").ValueKind);
        Assert.Equal(0, steps[^1].GetProperty("dailyDoseMg").GetDouble());
    }

    [Fact]
    public void The_same_seed_gives_the_same_patients()
    {
        const string Line = "simulate clonazepam \"1 mg morning\" --days 2 --patients 200 --json --seed ";
        Assert.Equal(CommandLine.Run(Line + 3).Done(), CommandLine.Run(Line + 3).Done());
        Assert.NotEqual(CommandLine.Run(Line + 3).Done(), CommandLine.Run(Line + 4).Done());
    }

    [Fact]
    public void An_inducer_is_a_hidden_cut()
    {
        using var without = JsonDocument.Parse(CommandLine.Run("simulate clonazepam \"1 mg morning\" --days 60 --json").Done());
        using var with = JsonDocument.Parse(
            CommandLine.Run("simulate clonazepam \"1 mg morning\" --days 60 --events \"2026-12-20 start carbamazepine\" --json").Done()
        );
        Assert.InRange(Average(with) / Average(without), 0.70, 0.74);
    }

    [Fact]
    public void A_missed_dose_lowers_the_level_and_a_late_one_moves_it()
    {
        const string Line = "simulate clonazepam \"1 mg morning\" --days 10 --json";
        using var taken = JsonDocument.Parse(CommandLine.Run(Line).Done());
        using var missed = JsonDocument.Parse(CommandLine.Run(Line + " --events \"2026-12-05 missed morning\"").Done());
        using var late = JsonDocument.Parse(CommandLine.Run(Line + " --events \"2026-12-05 late morning 6 h\"").Done());
        Assert.True(Typical(missed)[100] < Typical(taken)[100]);
        Assert.Equal(Typical(taken)[96], Typical(late)[96]);
        Assert.True(Typical(late)[101] < Typical(taken)[101]);
        Assert.True(Typical(late)[106] > Typical(taken)[106]);
    }

    [Fact]
    public void Csv_and_tables_print_what_the_json_holds()
    {
        var csv = CommandLine.Run("simulate clonazepam --single-dose 2 --days 1 --csv").Done().Split("\r\n");
        Assert.Equal("analyte,hour,low_ng_ml,typical_ng_ml,high_ng_ml", csv[0]);
        using var document = JsonDocument.Parse(CommandLine.Run("simulate clonazepam --single-dose 2 --days 1 --json").Done());
        Assert.Equal(Typical(document)[2], double.Parse(csv[3].Split(',')[3], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains("14.9", CommandLine.Run("simulate clonazepam --single-dose 2 --days 1").Done(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulate clonazepam", "--regimen: missing")]
    [InlineData("simulate clonazepm --single-dose 2", "did you mean clonazepam")]
    [InlineData("simulate clonazepam --single-dose -2", "--single-dose: ")]
    [InlineData("simulate clonazepam --single-dose 0", "--single-dose: read \"0\"; accepted: a number above 0 to 300 mg")]
    [InlineData("simulate clonazepam \"1 mg morning, 1 mg bedtime\" --single-dose", "--single-dose: the regimen has 2 doses a day")]
    [InlineData("simulate clonazepam \"1 mg morning\" --days 0", "--days: read \"0\"; accepted: a whole number from 1 to 3653 days")]
    [InlineData("simulate clonazepam \"1 mg morning\" --days 4000", "--days: read \"4000\"")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --days 3653 --every-hours 0.1",
        "--every-hours: 3653 days every 0.1 h are 876720 points"
    )]
    [InlineData("simulate clonazepam \"1 mg morning\" --every-hours 0", "--every-hours: read \"0\"")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --times 8/14/18",
        "--times: read \"8/14/18\"; accepted: four times of the day that rise"
    )]
    [InlineData("simulate clonazepam \"1 mg morning\" --times 22/14/18/8", "--times: read \"22/14/18/8\"")]
    [InlineData("simulate clonazepam \"1 mg morning\" --times 08/14/18/25", "--times: read \"08/14/18/25\"")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --model pbpk",
        "--model: read \"pbpk\"; accepted for clonazepam: working, kruizinga, one-compartment"
    )]
    [InlineData("simulate clonazepam \"1 mg morning\" --weight 10", "--weight: read \"10\"")]
    [InlineData("simulate clonazepam \"1 mg morning\" --age 9", "--age: read \"9\"")]
    [InlineData("simulate clonazepam \"1 mg morning\" --liver bad", "--liver: read \"bad\"; accepted: cirrhosis")]
    [InlineData("simulate clonazepam \"1 mg morning\" --patients 0", "--patients: read \"0\"")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --patients 1000000 --days 3653",
        "--patients: 1000000 people at 87672 points each are too many levels; accepted: at most 57031 people here"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --patients 200000 --days 182 --events \"2026-12-10 start carbamazepine\"",
        "accepted: at most 114469 people here, or fewer days, or a longer --every-hours"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --chart-width 370",
        "--chart-width: read \"370\", and no chart is drawn; accepted: beside --chart of plan, --svg or --png of simulate"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --svg a.svg --chart-width 27",
        "--chart-width: read \"27\"; accepted: a whole number from 280 to 4000 units"
    )]
    [InlineData("simulate clonazepam \"1 mg morning\" --seed 2", "--seed: nothing is drawn")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"2026-11-01 start carbamazepine\"",
        "lies before the first dose on 2026-12-01"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"2027-11-01 start carbamazepine\"",
        "\"2027-11-01 start carbamazepine\" lies after the end, 2026-12-29 08:00; accepted: before it, or a longer --days"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"2026-12-29 clearance 50 %\"",
        "--events: \"2026-12-29 clearance 50 %\" lies after the end"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"start carbamazepine\"",
        "--events: read \"start carbamazepine\"; accepted:"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"2026-12-10 start fluconazole\"",
        "no source gives the size of the effect of \"fluconazole\" on clonazepam"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"2026-12-10 start carbamazepine, 2026-12-12 start carbamazepine\"",
        "follows another start"
    )]
    [InlineData("simulate clonazepam \"1 mg morning\" --events \"2026-12-10 missed bedtime\"", "No dose is due on 2026-12-10 at bedtime")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --events \"2026-12-10 clearance 0 %\"",
        "--events: read \"0%\"; accepted: a number from 5 to 3000 %"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 08:00 23 nmol/L\"",
        "with the unit \"nmol/L\"; accepted: ng/mL"
    )]
    [InlineData("simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 08:00 23\"", "with the unit \"\"; accepted: ng/mL")]
    [InlineData("simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 08:00 -3 ng/mL\"", "--levels: read \"-3\"")]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-11-10 08:00 23 ng/mL\"",
        "lies before the first dose at 2026-12-01 08:00"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-12-01 08:00 23 ng/mL\"",
        "--levels: A level at hour 0, before any dose"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2036-12-01 08:00 23 ng/mL\"",
        "lies after the end, 2026-12-29 08:00; accepted: up to it, or a longer --days"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 07:00 9000 ng/mL\"",
        "--levels: A level of 9000 ng/mL at hour 215, where people on these doses have "
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 07:00 0.009 ng/mL\"",
        "accepted: within 10 times of that. Is it in another unit, or were other doses taken?"
    )]
    [InlineData(
        "simulate clonazepam --single-dose 2 --days 3000 --levels \"2034-12-01 08:00 1 ng/mL\"",
        "--levels: A level of 1 ng/mL at hour"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 08:00 23 ng/mL\" --patients 10",
        "--patients: read beside --levels"
    )]
    [InlineData(
        "simulate clonazepam \"1 mg morning\" --levels \"2026-12-10 08:00 23 ng/mL\" --events \"2026-12-12 start carbamazepine\"",
        "Levels beside a change of clearance"
    )]
    [InlineData("simulate missing.json", "FILE: cannot read \"missing.json\"")]
    [InlineData("simulate clonazepam missing.csv", "FILE: cannot read \"missing.csv\"")]
    [InlineData("simulate clonazepam \"1 mg morning\" --csv --json", "--csv: read beside --json")]
    public void What_makes_no_sense_is_refused_by_name(string line, string fragment) => CommandLine.Run(line).Fails(2, fragment);

    [Fact]
    public void A_medicine_taken_all_along_may_be_stopped_after_the_end() =>
        Assert.Contains(
            "Event: 2027-11-01 stop carbamazepine",
            CommandLine.Run("simulate clonazepam \"1 mg morning\" --events \"2027-11-01 stop carbamazepine\"").Done(),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "clonazepam",
        "clonazepam: 2.5 to 8.2 days, typically 5.3. After a Monday cut, the level settles between Thursday and the next Wednesday."
    )]
    [InlineData(
        "alprazolam",
        "alprazolam: 0.9 to 3 days, typically 1.3. After a Monday cut, the level settles between Tuesday and Friday."
    )]
    [InlineData("triazolam", "triazolam: 0.2 to 0.7 days, typically 0.4. After a Monday cut, the level has mostly settled by Tuesday.")]
    public void The_days_in_which_the_level_settles_are_said_in_words(string drug, string words) =>
        Assert.Contains(
            words,
            CommandLine.Run($"simulate {drug} \"1 mg bedtime\"").Done().ReplaceLineEndings(" "),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("plan clonazepam --regimen \"1 mg bedtime\" --chart", "A plan, DRAFT, NOT APPROVED")]
    [InlineData("simulate clonazepam --single-dose 2 --svg", "Level in the body")]
    public void A_chart_can_be_drawn_for_a_telephone(string line, string title)
    {
        using var folder = new Folder();
        CommandLine.Run($"{line} {folder["a.svg"]} --chart-width 370").Done();
        var svg = System.Xml.Linq.XDocument.Load(folder["a.svg"]).Root!;
        Assert.StartsWith("0 0 370 ", svg.Attribute("viewBox")!.Value, StringComparison.Ordinal);
        Assert.Contains(title, svg.Value, StringComparison.Ordinal);
    }

    private static List<double> Typical(JsonDocument document) =>
        [
            .. document
                .RootElement.GetProperty("analytes")[0]
                .GetProperty("points")
                .EnumerateArray()
                .Select(p => p.GetProperty("typical").GetDouble()),
        ];

    private static double Average(JsonDocument document) =>
        document.RootElement.GetProperty("analytes")[0].GetProperty("summary").GetProperty("average").GetProperty("typical").GetDouble();

    private static IEnumerable<string> Names(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Names(p.Value).Prepend(p.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
            _ => [],
        };
}
