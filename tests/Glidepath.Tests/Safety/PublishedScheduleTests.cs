using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;
using static Glidepath.Tests.Safety.ScheduleCases;

namespace Glidepath.Tests.Safety;

/// <summary>Verdicts on the published schedules, each worked out by hand from the doses and the days.</summary>
public class PublishedScheduleTests
{
    /// <summary>C1: the CKS steps at their smallest and largest, from 40 and 20 mg of diazepam.</summary>
    [Theory]
    [InlineData(40, false)]
    [InlineData(40, true)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    public void The_steps_that_cks_prints_keep_cks_own_rule(int from, bool large) =>
        Assert.Empty(Breaches(Cks(from, large, weeks: 1), RuleSetTable.NiceCks));

    [Fact]
    public void Cks_durations_lie_within_what_its_steps_can_give()
    {
        foreach (var from in new[] { 40, 20 })
        {
            var printed = Case("C1").GetProperty("expectTotalWeeks").GetProperty($"{from}");
            var (shortest, longest) = (Weeks(Cks(from, large: true, weeks: 1)), Weeks(Cks(from, large: false, weeks: 2)));
            Assert.True(shortest <= printed[0].GetInt32() && printed[1].GetInt32() <= longest, $"{from} mg: {shortest} to {longest} weeks");
        }
    }

    /// <summary>
    /// From 40 by the large steps: 40 36 32 28 24 20 18 16 14 12 10 9 8 7 6 5 4 3 2 1 0. Cuts above a quarter: 3 to 2 (33 %), 2 to 1 (50
    /// %).
    /// </summary>
    [Fact]
    public void Cks_large_steps_break_the_joint_guideline_only_at_the_end() =>
        Assert.Equal([2, 1], Breaches(Cks(40, large: true, weeks: 2), RuleSetTable.Asam));

    /// <summary>
    /// C2: 3 2.5 2 1.5 1, each for 2 weeks, then 0.75 0.5 0.25 0, each for one. Of current over 14 days: 16.7, 20, 25 %; 1.5 to 0.75 (two
    /// cuts a week apart) 50 %, 1 to 0.5 50 %, 0.75 to 0.25 67 %, 0.5 to 0.25 50 %; then the stop, which is judged by itself.
    /// </summary>
    [Fact]
    public void Nardi_2010_breaks_the_joint_guideline_from_1_mg_down() =>
        Assert.Equal([1, 0.75m, 0.5m, 0.25m], Breaches(Nardi(), RuleSetTable.Asam));

    /// <summary>Of original (3 mg): 0.5 mg a fortnight is 16.7 %, 0.5 + 0.25 mg from 1.5 mg on is exactly 25 %.</summary>
    [Fact]
    public void Nardi_2010_keeps_the_joint_guideline_of_original_dose() =>
        Assert.Empty(Breaches(Nardi(), RuleSetTable.Asam, "window.original"));

    /// <summary>
    /// As a rate: 25 % after 14 days, 1 − √0.75 = 13.4 % after 7. Above it: 1.5 to 1 (33 %), 1 to 0.75, 0.75 to 0.5, 0.5 to 0.25.
    /// </summary>
    [Fact]
    public void Nardi_2010_as_a_rate_is_to_be_looked_at_from_the_same_dose() =>
        Assert.Equal([1, 0.75m, 0.5m, 0.25m], Rules(Nardi(), "asam.rate.current"));

    /// <summary>
    /// C3: 2 1.75 1.5 1.25 1 0.75 0.5 0.25 0 every 3 days, so 5 cuts in 14 days: 2 to 0.75 is 62.5 %, and every later window more or as
    /// near: 0.5 to 0.25, the last, 50 %. Of original (2 mg) 5 cuts are 62.5 %, 0.75 to 0.25 exactly 25 %, 0.5 to 0.25 12.5 %: five windows
    /// break.
    /// </summary>
    [Fact]
    public void The_label_taper_breaks_the_joint_guideline_in_every_reading()
    {
        Assert.Equal([1.75m, 1.5m, 1.25m, 1, 0.75m, 0.5m, 0.25m], Breaches(Label(), RuleSetTable.Asam));
        Assert.Equal([1.75m, 1.5m, 1.25m, 1, 0.75m], Breaches(Label(), RuleSetTable.Asam, "window.original"));
        Assert.Equal(7, Rules(Label(), "asam.rate.current").Count);
        Assert.Empty(Breaches(Label(), RuleSetTable.FdaLabel));
    }

    /// <summary>
    /// C4 (unverified, a shape test): 40 … 14 by 2, then by 1. Cuts above a quarter of current: 3 to 2 and 2 to 1; 4 to 3 is exactly a
    /// quarter.
    /// </summary>
    [Fact]
    public void The_ashton_shape_breaks_the_joint_guideline_only_at_the_end()
    {
        var schedule = Schedule(BenzodiazepineTable.Diazepam, Doses("C4", "total"), _ => 14);
        Assert.Equal([2, 1], Breaches(schedule, RuleSetTable.Asam));
        Assert.Empty(Breaches(schedule, RuleSetTable.Asam, "window.original"));
        Assert.Empty(Breaches(schedule, RuleSetTable.NiceCks));
    }

    [Theory]
    [InlineData("100")]
    [InlineData("60")]
    public void An_unplanned_admission_is_stabilised_on_the_lower_of_two_fifths_and_40_mg(string usual) =>
        Assert.Equal(
            Case("C5").GetProperty("examples").GetProperty(usual).GetDecimal(),
            UnplannedAdmission.Cap(A.Mg(decimal.Parse(usual, System.Globalization.CultureInfo.InvariantCulture))).Milligrams
        );

    /// <summary>C6: the forum's daily factors take the step over the days; the exact ones are roots.</summary>
    [Theory]
    [InlineData(10, 10, "10pct/10d")]
    [InlineData(5, 14, "5pct/14d")]
    public void A_daily_factor_is_a_root_and_not_a_quotient(int percent, int days, string key)
    {
        Assert.Equal(Case("C6").GetProperty("exact").GetProperty(key).GetDouble(), Math.Exp(-PaceRules.Size(percent / 100m) / days), 1e-12);
        Assert.NotEqual(
            Case("C6").GetProperty("printed").GetProperty(key).GetDouble(),
            Math.Exp(-PaceRules.Size(percent / 100m) / days),
            1e-5
        );
    }

    /// <summary>Doses that a finding of one rule leads to.</summary>
    private static IReadOnlyList<decimal> Rules(DoseSchedule schedule, string rule) =>
        [
            .. ScheduleCheck
                .Check(schedule, PatientFacts.None, RuleSetTable.Asam)
                .SelectMany(v => v.Findings)
                .Where(f => f.Rule == rule)
                .Select(f => schedule.Doses[f.Step!.Value].DailyDose.Milligrams),
        ];

    private static DoseSchedule Nardi() =>
        Schedule(
            BenzodiazepineTable.Clonazepam,
            Doses("C2", "from3"),
            i => i < 8 ? 7 * Case("C2").GetProperty("holdWeeks")[i].GetInt32() : 1
        );

    private static DoseSchedule Label() =>
        Schedule(BenzodiazepineTable.Clonazepam, Doses("C3", "from2"), _ => Case("C3").GetProperty("intervalDays").GetInt32());

    private static DoseSchedule Cks(decimal from, bool large, int weeks)
    {
        var doses = new List<decimal> { from };
        var bands = Case("C1").GetProperty("rule").EnumerateArray().ToList();
        while (doses[^1] > 0)
        {
            var band = bands.First(b => doses[^1] > b.GetProperty("above").GetDecimal());
            doses.Add(Math.Max(band.GetProperty("above").GetDecimal(), doses[^1] - band.GetProperty("stepMg")[large ? 1 : 0].GetDecimal()));
        }
        return Schedule(BenzodiazepineTable.Diazepam, doses, _ => 7 * weeks);
    }

    private static int Weeks(DoseSchedule schedule) => (schedule.Doses[^1].Start.DayNumber - schedule.Doses[0].Start.DayNumber) / 7;
}
