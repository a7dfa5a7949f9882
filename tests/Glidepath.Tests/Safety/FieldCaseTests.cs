using System.Globalization;
using CsCheck;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using static Glidepath.Tests.Safety.FieldCases;

namespace Glidepath.Tests.Safety;

/// <summary>
/// Every case of <c>tests/data/cases/field</c>, its value worked by hand: a fall over 14 days is dose at the end against dose at the start.
/// </summary>
public class FieldCaseTests
{
    /// <summary>
    /// A quarter a day from 6 mg: the 14 days of step 1 take 6 to 0.109 mg (98 %). Step 14 alone, 0.145 to 0.109 mg, is 24.8 %. The stop is
    /// from 0.109 mg.
    /// </summary>
    [Fact]
    public void A_quarter_less_every_day_is_a_breach_at_every_step_but_the_last_cut() =>
        Assert.Equal(Enumerable.Range(1, 13), BreachSteps(Read("crash.csv")));

    /// <summary>A fifth a day from 2 mg: after 11 days 0.1718 mg, 91 % less. Step 11 alone is 20 %.</summary>
    [Fact]
    public void A_fifth_less_every_day_is_a_breach_though_no_cut_is_above_a_quarter() =>
        Assert.Equal(Enumerable.Range(1, 10), BreachSteps(Read("daily20.csv")));

    /// <summary>
    /// April 4 to 17 are 13 days apart, so one window holds both cuts: 2 to 1.3 mg is 35 %; at least 1 − 1.35/2 = 32.5 % as rounded.
    /// </summary>
    [Fact]
    public void Two_cuts_13_days_apart_are_counted_together()
    {
        Assert.Equal([1], BreachSteps(Read("win1.csv")));
        Assert.StartsWith(
            "2 mg to 1.3 mg: 35 % of current, 35 % of original, steps 1 to 2, 13 days apart.",
            Only(Read("win1.csv"), "asam.window.current").Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>The same cuts with a day more between them: 2 to 1.6 is 20 %, 1.6 to 1.3 is 18.75 %.</summary>
    [Fact]
    public void Two_cuts_14_days_apart_are_not_counted_together() =>
        Assert.Empty(BreachSteps(Csv("2027-01-04,2\n2027-04-04,1.6\n2027-04-18,1.3\n")));

    /// <summary>Two cuts a week apart, twice: 2 to 1.49 mg is 25.5 % (at least 1 − 1.495/2 = 25.25 %); 1.49 to 1.12 mg is 24.8 %.</summary>
    [Fact]
    public void Two_cuts_a_week_apart_are_a_breach_where_they_add_up_to_more_than_a_quarter() =>
        Assert.Equal([1], BreachSteps(Read("win2.csv")));

    /// <summary>1 − 0.98^14 = 24.64 %.</summary>
    [Fact]
    public void Two_percent_a_day_is_no_breach() => Assert.Empty(BreachSteps(Read("d2.csv")));

    /// <summary>
    /// 0.00464 mg less a day is 0.065 mg in 14 days: a quarter of 0.26 mg. Step 52 stands at 0.25857 mg, so the window that begins with
    /// step 53 is the first to break (25.14 %; from 0.26321 mg it would be 24.7 %); every later one does, down to step 107, the last before
    /// the stop.
    /// </summary>
    [Fact]
    public void Equal_daily_cuts_break_from_step_53_and_not_before() =>
        Assert.Equal(Enumerable.Range(53, 55), BreachSteps(Read("forum13.csv")));

    /// <summary>10 % every 14 days, written with one decimal: the largest cut as written is 2.6 to 2.3, 11.5 %.</summary>
    [Fact]
    public void A_tenth_every_14_days_rounded_to_one_decimal_is_no_breach() => Assert.Empty(BreachSteps(Read("T18-r1.csv")));

    /// <summary>0.67 to 0.5 mg is 25.4 % as written; 0.665 to 0.505 mg, written so with two decimals, 24.1 %.</summary>
    [Fact]
    public void A_quarter_of_two_thirds_rounded_is_to_be_looked_at_and_no_breach()
    {
        Assert.Empty(BreachSteps(Read("r25.csv")));
        Assert.StartsWith("0.67 mg to 0.5 mg: 25.4 % of current", Only(Read("r25.csv"), "asam.rounding").Message, StringComparison.Ordinal);
    }

    /// <summary>1.333 to 0.9995 mg is 25.02 % as written; 1.3325 to 0.99955 mg is 24.99 %.</summary>
    [Fact]
    public void A_quarter_of_four_thirds_rounded_is_no_breach() => Assert.Empty(BreachSteps(Read("r25b.csv")));

    /// <summary>
    /// Weekly: 40 to 30 in two cuts is exactly 25 %. 35 to 25 is 28.6 %, 30 to 20 33 %, 25 to 15 40 %, 20 to 12 40 %, 15 to 10 33 %, 12 to
    /// 8 33 %, 10 to 6 40 %, 8 to 4 50 %, 6 to 2 67 %, 4 to 1 75 %, 2 to 0.5 75 %, and 1 to 0.5 50 %: steps 2 to 13.
    /// </summary>
    [Fact]
    public void A_weekly_diazepam_schedule_keeps_the_limit_at_its_first_step_only() =>
        Assert.Equal(Enumerable.Range(2, 12), BreachSteps(Read("W-wandsworth.csv")));

    /// <summary>
    /// 0.25 and 0.5 mg in turn for 14 days are 0.375 mg a day and no change; read as steps they would be 7 rises and 6 cuts in half.
    /// </summary>
    [Fact]
    public void Doses_on_alternate_days_are_one_dose_by_day_of_a_pattern()
    {
        Assert.Empty(BreachSteps(Read("alt.csv")));
        var finding = Only(Read("alt.csv"), "glidepath.alternate-days");
        Assert.Equal((Severity.Finding, 0), (finding.Severity, finding.Step));
        Assert.StartsWith(
            "Doses that differ by day, in turn: 0.25 mg, 0.5 mg. Judged on their mean, 0.375 mg a day.",
            finding.Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("lorazepam", true)]
    [InlineData("diazepam", false)]
    public void Alternate_days_of_a_short_acting_drug_are_named_as_withdrawal_between_doses(string drug, bool named)
    {
        var schedule = ScheduleReader.ReadCsv(BenzodiazepineTable.Find(drug)!, Text("alt.csv"), out _)!;
        Assert.Equal(
            named,
            Only(schedule, "glidepath.alternate-days").Message.Contains("withdrawal between doses", StringComparison.Ordinal)
        );
    }

    /// <summary>1 to 0.9 mg; an empty line, a comma and another empty line come after them.</summary>
    [Fact]
    public void Empty_rows_at_the_end_are_passed_over()
    {
        Assert.Equal([1, 0.9m], Read("trailing.csv").Doses.Select(d => d.DailyDose.Milligrams));
        Assert.Empty(BreachSteps(Read("trailing.csv")));
    }

    /// <summary>6, 4, 2 mg for 14 days each: 33 %, then 50 %. After February 14 the request names nothing, which is not a stop.</summary>
    [Fact]
    public void A_fhir_request_with_sequenced_doses_is_read_and_its_end_is_not_zero()
    {
        var schedule = Read("fhir.json");
        Assert.Equal([6, 4, 2], schedule.Doses.Select(d => d.DailyDose.Milligrams));
        Assert.Equal(
            ["2027-01-04", "2027-01-18", "2027-02-01"],
            schedule.Doses.Select(d => d.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
        );
        Assert.Equal([1, 2], BreachSteps(schedule));
        Assert.Contains("from 2027-02-15 on is not known", Only(schedule, "glidepath.end-not-known").Message, StringComparison.Ordinal);
    }

    /// <summary>The same in durations, twice a day, in any order of the list: 3 mg twice, 2 mg twice.</summary>
    [Fact]
    public void A_fhir_request_in_durations_begins_on_the_day_it_was_written()
    {
        const string Rest = "\"period\":1,\"periodUnit\":\"d\"}},\"doseAndRate\":[{\"doseQuantity\":{\"value\":";
        var text = """
            {"resourceType":"MedicationRequest","authoredOn":"2027-01-04T09:00:00Z","medicationCodeableConcept":{"coding":[{"display":"Valium 2 mg tablet"}]},"dosageInstruction":[
            {"sequence":2,"timing":{"repeat":{"boundsDuration":{"value":10,"code":"d"},"frequency":2,REST2,"unit":"mg"}}]},
            {"sequence":1,"timing":{"repeat":{"boundsDuration":{"value":2,"unit":"weeks"},"frequency":2,REST3,"unit":"mg"}}]}]}
            """;
        var schedule = ScheduleReader.ReadJson(
            BenzodiazepineTable.Diazepam,
            text.Replace("REST", Rest, StringComparison.Ordinal),
            out var error
        );
        Assert.Null(error);
        Assert.Equal([6, 4], schedule!.Doses.Select(d => d.DailyDose.Milligrams));
        Assert.Equal((new DateOnly(2027, 1, 18), new DateOnly(2027, 1, 27)), (schedule.Doses[1].Start, schedule.LastKnownDay));
    }

    /// <summary>
    /// However it is rounded and whether or not zeros are dropped: 0.2541 and 0.2287 mg are written 0.3 and 0.2, a third, and still a
    /// tenth.
    /// </summary>
    [Fact]
    public void A_true_tenth_every_14_days_is_no_breach_however_it_is_rounded() =>
        Gen.Select(Gen.Int[5, 4000], Gen.Int[1, 4], Gen.Bool)
            .Sample(
                (hundredths, decimals, drops) =>
                {
                    var rows = new List<string>();
                    var dose = hundredths / 100m;
                    for (
                        var day = new DateOnly(2027, 1, 4);
                        Math.Round(dose, decimals, MidpointRounding.AwayFromZero) > 0 && rows.Count < 60;
                        day = day.AddDays(14), dose *= 0.9m
                    )
                        rows.Add(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{day:yyyy-MM-dd},{(drops ? Math.Round(dose, decimals, MidpointRounding.AwayFromZero).ToString("0.####", CultureInfo.InvariantCulture) : dose.ToString($"F{decimals}", CultureInfo.InvariantCulture))}\n"
                            )
                        );
                    return rows.Count == 0 || BreachSteps(Csv(string.Concat(rows))).Count == 0;
                }
            );

    private static DoseSchedule Csv(string rows)
    {
        var schedule = ScheduleReader.ReadCsv(BenzodiazepineTable.Clonazepam, "start,daily_mg\n" + rows, out var error);
        Assert.Null(error);
        return schedule!;
    }
}
