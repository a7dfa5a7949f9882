using Glidepath.Tests.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Cli;

/// <summary><c>check</c> names the row, the field and what was read in a file that it cannot judge.</summary>
public class BadScheduleFileTests
{
    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n \n", "header: read")]
    [InlineData("start,daily_mg\n", "no dose rows")]
    [InlineData(
        "date,dose\n2026-12-01,2\n",
        "header: read date,dose; accepted: start,daily_mg or start,morning_mg,midday_mg,evening_mg,bedtime_mg"
    )]
    [InlineData("start,morning_mg\n2026-12-01,2\n", "header: read start,morning_mg")]
    [InlineData(
        "start;daily_mg\n2026-12-01;1.000,5\n",
        "row 2, daily_mg: read \"1.000,5\"; accepted: 0 to 1000, with a point or a comma for decimals"
    )]
    [InlineData(
        "start,daily_mg\n2026-12-01,2\n,\n2026-12-15,1.8\n",
        "row 3 is empty and doses come after it; accepted: empty rows at the end only"
    )]
    [InlineData("start,daily_mg,daily_mg\n2026-12-01,2,1\n", "header: a column stands twice")]
    [InlineData("start,daily_mg\n2026-12-01,2\n2026-12-15,-1\n", "row 3, daily_mg: read \"-1\"")]
    [InlineData("start,daily_mg\n2026-12-01,NaN\n", "row 2, daily_mg: read \"NaN\"")]
    [InlineData("start,daily_mg\n2026-12-01,Infinity\n", "row 2, daily_mg: read \"Infinity\"")]
    [InlineData("start,daily_mg\n2026-12-01,1e3\n", "row 2, daily_mg: read \"1e3\"")]
    [InlineData("start,daily_mg\n2026-12-01,2 mcg\n", "row 2, daily_mg: read \"2 mcg\"")]
    [InlineData("start,daily_mg\n2026-12-01,2000\n", "row 2, daily_mg: read \"2000\"; accepted: 0 to 1000")]
    [InlineData("start,daily_mg\n2026-12-01,\n", "row 2, daily_mg: read \"\"")]
    [InlineData("start,daily_mg\n2026-12-01,1,5\n", "row 2: 3 fields; accepted: 2, as in the header")]
    [InlineData("start,daily_mg\n2026-12-01\n", "row 2: 1 field; accepted: 2, as in the header")]
    [InlineData("start,daily_mg\n2026-12-01,\"1,5\"\n", "row 2, daily_mg: read \"1,5\"; accepted: 0 to 1000, with a point for decimals")]
    [InlineData("start,daily_mg\n2026-12-01,\"2\n", "row 2: not readable as CSV")]
    [InlineData("start,daily_mg\n2026-12-01,\"1\n\u001B[2J2\"\n", "row 2, daily_mg: read \"1  [2J2\"")]
    [InlineData(
        "start,daily_mg\n01/12/2026,2\n",
        "row 2, start: read \"01/12/2026\", which may be month/day or day/month and no other date of the file tells; accepted: a "
            + "date as 2026-12-01"
    )]
    [InlineData(
        "start,daily_mg\n1/18/27,2\n",
        "row 2, start: read \"1/18/27\", a year of 2 digits; accepted: a date as 2026-12-01, or with the month first as 12/31/2026"
    )]
    [InlineData("start,daily_mg\n18/01/2027,2\n", "row 2, start: read \"18/01/2027\", which has the day first")]
    [InlineData("start,daily_mg\n1/18/2027,2\n18/2/2027,1.8\n", "row 3, start: read \"18/2/2027\", which has the day first")]
    [InlineData("start,daily_mg\n2/30/2027,2\n", "row 2, start: read \"2/30/2027\"; accepted: a date as 2026-12-01")]
    [InlineData("start,daily_mg\n4 Jan 2027,2\n", "row 2, start: read \"4 Jan 2027\"; accepted: a date as 2026-12-01")]
    [InlineData("start,daily_mg\n2026-02-30,2\n", "row 2, start: read \"2026-02-30\"")]
    [InlineData("start,daily_mg\n2026-12-15,2\n2026-12-01,1\n", "dose 2: starts on 2026-12-01, not after 2026-12-15")]
    [InlineData("start,daily_mg\n2026-12-01,2\n2026-12-01,1\n", "dose 2: starts on 2026-12-01, not after 2026-12-01")]
    [InlineData("start,daily_mg\n2026-12-01,0\n", "the first dose is 0")]
    [InlineData(
        "start,daily_mg,morning_mg,midday_mg,evening_mg,bedtime_mg\n2026-12-01,2,1,0,0,0.5\n",
        "row 2, daily_mg: read \"2\" but the times of day add up to 1.5 mg"
    )]
    [InlineData("\u0089PNG\r\n\u001A\n\0\0\0\rIHDR", "header: read")]
    public void A_wrong_table(string text, string fragment) => Check("schedule.csv", text, fragment);

    [Theory]
    [InlineData("{}", "no list named steps")]
    [InlineData("""{"drug":"clonazepam","policy":"asam"}""", "no list named steps")]
    [InlineData("""{"steps":{}}""", "no list named steps")]
    [InlineData("""{"steps":[]}""", "no dose rows")]
    [InlineData("""{"drug":"clonazepam","steps":[{"start":"2026-12""", "not readable as JSON")]
    [InlineData(
        """{"drug":"diazepam","steps":[{"start":"2026-12-01","dailyDoseMg":2}]}""",
        "drug: the file says \"diazepam\"; accepted: clonazepam, as asked"
    )]
    [InlineData("""{"drug":7,"steps":[{"start":"2026-12-01","dailyDoseMg":2}]}""", "drug: the file says 7")]
    [InlineData(
        """{"steps":[{"start":"2026-12-01","dailyDoseMg":-2}]}""",
        "steps[0].dailyDoseMg: read -2; accepted: a number from 0 to 1000"
    )]
    [InlineData(
        """{"steps":[{"start":"2026-12-01","dailyDoseMg":2},{"start":"2026-12-15","dailyDoseMg":"1,5"}]}""",
        "steps[1].dailyDoseMg: read \"1,5\""
    )]
    [InlineData(
        """{"steps":[{"start":"2026-12-01","dailyDoseMg":1000.1}]}""",
        "steps[0].dailyDoseMg: read 1000.1; accepted: a number from 0 to 1000"
    )]
    [InlineData("""{"steps":[{"start":"2026-12-01","dailyDoseMg":1e400}]}""", "steps[0].dailyDoseMg: read 1e400")]
    [InlineData("""{"steps":[{"start":"2026-12-01","dailyDoseMg":NaN}]}""", "not readable as JSON")]
    [InlineData("""{"steps":[{"start":"2026-12-01"}]}""", "steps[0].dailyDoseMg: read nothing")]
    [InlineData("""{"steps":[{"start":20261201,"dailyDoseMg":2}]}""", "steps[0].start: read 20261201; accepted: a date as \"2026-12-01\"")]
    [InlineData("""{"steps":[7]}""", "steps[0].start: read nothing")]
    [InlineData(
        """{"steps":[{"start":"2026-12-15","dailyDoseMg":2},{"start":"2026-12-01","dailyDoseMg":1}]}""",
        "dose 2: starts on 2026-12-01, not after 2026-12-15"
    )]
    [InlineData("""{"steps":[{"start":"\ud800","dailyDoseMg":2}]}""", "not readable as JSON")]
    [InlineData("""{"ste\ud800ps":[{"start":"2026-12-01","dailyDoseMg":2}]}""", "not readable as JSON")]
    [InlineData("""{"drug":"a\nb","steps":[]}""", "drug: the file says \"a\\nb\"")]
    public void A_wrong_document(string text, string fragment) => Check("plan.json", text, fragment);

    /// <summary>Each is the field case <c>fhir.json</c> with one thing changed.</summary>
    [Theory]
    [InlineData("\"MedicationRequest\"", "\"CarePlan\"", "resourceType: read \"CarePlan\"; accepted: MedicationRequest")]
    [InlineData("\"active\"", "\"entered-in-error\"", "status: read \"entered-in-error\"")]
    [InlineData(
        "\"text\":\"diazepam\"",
        "\"text\":\"lorazepam 1 mg\"",
        "medicationCodeableConcept: read \"lorazepam 1 mg\"; accepted: diazepam, as asked"
    )]
    [InlineData(
        "\"text\":\"diazepam\"",
        "\"id\":\"a\"",
        "medicationCodeableConcept: read no text and no coding.display; accepted: diazepam"
    )]
    [InlineData("medicationCodeableConcept", "medicationReference", "medicationCodeableConcept: missing")]
    [InlineData("\"sequence\":2", "\"sequence\":1", "dosageInstruction.sequence: missing or twice the same")]
    [InlineData(
        "\"start\":\"2027-01-18\"",
        "\"start\":\"2027-01-20\"",
        "dosageInstruction[1].timing.repeat.boundsPeriod.start: read \"2027-01-20\"; accepted: \"2027-01-18\", the day after the "
            + "instruction before"
    )]
    [InlineData(
        "\"start\":\"2027-01-04\"",
        "\"start\":\"2027-01\"",
        "dosageInstruction[0].timing.repeat.boundsPeriod.start: read \"2027-01\""
    )]
    [InlineData(",\"end\":\"2027-01-17\"", "", "dosageInstruction[1]: follows an instruction without an end")]
    [InlineData(
        "\"end\":\"2027-01-17\"",
        "\"end\":\"2027-01-03\"",
        "dosageInstruction[0].timing.repeat.boundsPeriod.end: read \"2027-01-03\""
    )]
    [InlineData("\"period\":1,", "\"period\":2,", "dosageInstruction[0].timing.repeat.period: read 2; accepted: 1")]
    [InlineData(
        "\"periodUnit\":\"d\"",
        "\"periodUnit\":\"wk\"",
        "dosageInstruction[0].timing.repeat.periodUnit: read \"wk\"; accepted: \"d\""
    )]
    [InlineData("\"frequency\":1", "\"frequency\":0", "dosageInstruction[0].timing.repeat.frequency: read 0")]
    [InlineData(
        "\"frequency\":1",
        "\"dayOfWeek\":[\"mon\"]",
        "dosageInstruction[0].timing.repeat.dayOfWeek: not read, and it may change the dose"
    )]
    [InlineData("\"sequence\":1", "\"sequence\":1,\"asNeededBoolean\":true", "dosageInstruction[0].asNeededBoolean: read true")]
    [InlineData("\"sequence\":1", "\"sequence\":1,\"maxDosePerPeriod\":{}", "dosageInstruction[0].maxDosePerPeriod: not read")]
    [InlineData(
        "\"unit\":\"mg\"",
        "\"unit\":\"tablet\"",
        "dosageInstruction[0].doseAndRate[0].doseQuantity: read {\"value\":6,\"unit\":\"tablet\"}; accepted: a value in mg"
    )]
    [InlineData("doseQuantity", "doseRange", "dosageInstruction[0].doseAndRate[0].doseRange: not read")]
    [InlineData("dosageInstruction", "dosage", "dosageInstruction: read nothing")]
    public void A_request_in_fhir_that_is_not_read(string was, string now, string fragment)
    {
        var text = FieldCases.Text("fhir.json");
        var at = text.IndexOf(was, StringComparison.Ordinal);
        Check("request.json", text[..at] + now + text[(at + was.Length)..], fragment, "diazepam");
    }

    [Fact]
    public void Ten_thousand_rows() =>
        Check(
            "long.csv",
            "start,daily_mg\n" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{A.Day.AddDays(i):yyyy-MM-dd},1\n")),
            "row 4002: more than 4000 rows; accepted: at most 4000"
        );

    [Fact]
    public void A_line_of_five_million_characters() =>
        Check("long.csv", "start,daily_mg\n" + new string('1', 5_000_000), "is longer than 4,000,000 characters");

    [Fact]
    public void A_file_that_is_not_there_or_no_file()
    {
        using var folder = new Folder();
        Directory.CreateDirectory(folder["folder"]);

        CommandLine.Run("check", folder["none.csv"], "--drug", "clonazepam").Fails(2, "FILE: cannot read \"");
        CommandLine.Run("check", folder["folder"], "--drug", "clonazepam").Fails(2, "FILE: cannot read \"");
        CommandLine.Run("check", "", "--drug", "clonazepam").Fails(2, "FILE: cannot read \"\"");
    }

    [Theory]
    [InlineData("", "--drug: missing")]
    [InlineData("--drug", "--drug: its value is missing")]
    [InlineData("--drug clonazepan", "drug: read \"clonazepan\" (did you mean clonazepam?)")]
    [InlineData(
        "--drug clonazepam --policy asm",
        "--policy: read \"asm\" (did you mean asam?); accepted: asam, nice-cks, nsw, sa-health, deprescribing, casn, va, fda-label, all"
    )]
    [InlineData("--drug clonazepam --age old", "--age: read \"old\"")]
    [InlineData("--drug clonazepam --polcy all", "option: read \"--polcy\" (did you mean --policy?)")]
    public void A_wrong_option(string options, string fragment)
    {
        using var folder = new Folder();
        CommandLine.Run($"check {folder.Write("good.csv", "start,daily_mg\n2026-12-01,2\n2026-12-15,1.8\n")} {options}").Fails(2, fragment);
    }

    [Fact]
    public void No_file_at_all() => CommandLine.Run("check --drug clonazepam").Fails(2, "FILE: missing");

    private static void Check(string name, string text, string fragment, string drug = "clonazepam")
    {
        using var folder = new Folder();
        var run = CommandLine.Run("check", folder.Write(name, text), "--drug", drug);

        run.Fails(2, $"FILE");
        run.Fails(2, name);
        run.Fails(2, fragment);
    }
}
