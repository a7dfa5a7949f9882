using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>Royal College of Physicians 2017, chart 1: each edge of each band.</summary>
public sealed class News2Tests
{
    private static readonly VitalSignValues Well = new(0, 16, 97, null, 120, 80, 70, 98.6m, Awareness.Alert, IsOnAir: true);

    [Theory]
    [InlineData(8, 3)]
    [InlineData(9, 1)]
    [InlineData(11, 1)]
    [InlineData(12, 0)]
    [InlineData(20, 0)]
    [InlineData(21, 2)]
    [InlineData(24, 2)]
    [InlineData(25, 3)]
    public void Breaths_are_scored_as_on_the_chart(int breaths, int points) =>
        Assert.Equal(points, News2.Of(Well with { Breaths = breaths }).Total);

    [Theory]
    [InlineData(91, 3)]
    [InlineData(92, 2)]
    [InlineData(93, 2)]
    [InlineData(94, 1)]
    [InlineData(95, 1)]
    [InlineData(96, 0)]
    public void Saturation_on_scale_1_is_scored_as_on_the_chart_and_oxygen_adds_two(int oxygen, int points)
    {
        Assert.Equal(points, News2.Of(Well with { Oxygen = oxygen }).Total);
        Assert.Equal(points + 2, News2.Of(Well with { Oxygen = oxygen, OxygenFlow = 2, IsOnAir = null }).Total);
    }

    [Theory]
    [InlineData(83, false, 3)]
    [InlineData(84, false, 2)]
    [InlineData(86, false, 1)]
    [InlineData(88, false, 0)]
    [InlineData(97, false, 0)]
    [InlineData(92, true, 0)]
    [InlineData(93, true, 1)]
    [InlineData(95, true, 2)]
    [InlineData(97, true, 3)]
    public void Saturation_on_scale_2_is_scored_as_on_the_chart(int oxygen, bool onOxygen, int points) =>
        Assert.Equal(
            points,
            News2.Of(Well with { Oxygen = oxygen, OxygenFlow = onOxygen ? 2 : null, IsOnAir = !onOxygen }, isScale2: true).Points[
                News2Item.Oxygen
            ]
        );

    [Theory]
    [InlineData(90, 3)]
    [InlineData(91, 2)]
    [InlineData(100, 2)]
    [InlineData(101, 1)]
    [InlineData(110, 1)]
    [InlineData(111, 0)]
    [InlineData(219, 0)]
    [InlineData(220, 3)]
    public void Pressure_is_scored_as_on_the_chart(int systolic, int points) =>
        Assert.Equal(points, News2.Of(Well with { Systolic = systolic }).Total);

    [Theory]
    [InlineData(40, 3)]
    [InlineData(41, 1)]
    [InlineData(50, 1)]
    [InlineData(51, 0)]
    [InlineData(90, 0)]
    [InlineData(91, 1)]
    [InlineData(110, 1)]
    [InlineData(111, 2)]
    [InlineData(130, 2)]
    [InlineData(131, 3)]
    public void Pulse_is_scored_as_on_the_chart(int pulse, int points) => Assert.Equal(points, News2.Of(Well with { Pulse = pulse }).Total);

    [Theory]
    [InlineData(95.0, 3)]
    [InlineData(95.2, 1)]
    [InlineData(96.8, 1)]
    [InlineData(97.0, 0)]
    [InlineData(100.4, 0)]
    [InlineData(100.6, 1)]
    [InlineData(102.2, 1)]
    [InlineData(102.4, 2)]
    public void Temperature_is_scored_in_tenths_of_a_degree_Celsius(double fahrenheit, int points) =>
        Assert.Equal(points, News2.Of(Well with { TemperatureF = (decimal)fahrenheit }).Total);

    [Theory]
    [InlineData(Awareness.Alert, 0)]
    [InlineData(Awareness.Confused, 3)]
    [InlineData(Awareness.Voice, 3)]
    [InlineData(Awareness.Pain, 3)]
    [InlineData(Awareness.Unresponsive, 3)]
    public void Anything_but_alert_is_three(Awareness found, int points) =>
        Assert.Equal(points, News2.Of(Well with { Awareness = found }).Total);

    [Fact]
    public void Where_nobody_noted_air_or_oxygen_there_is_no_total()
    {
        Assert.Null(News2.Of(Well with { IsOnAir = null }).Total);
        Assert.Equal(2, News2.Of(Well with { IsOnAir = false }).Total);
    }

    [Fact]
    public void Without_all_seven_there_is_no_total_and_a_single_three_is_seen_all_the_same()
    {
        var some = News2.Of(new VitalSignValues(Breaths: 8));
        Assert.Null(some.Total);
        Assert.Equal(News2Band.Review, some.Band);
        Assert.Equal(News2Band.Low, News2.Of(Well).Band);
    }

    [Fact]
    public void The_total_is_the_sum_and_the_band_follows_the_thresholds() =>
        Gen.Select(Gen.Int[4, 40], Gen.Int[80, 100], Gen.Int[60, 240], Gen.Int[30, 160], Gen.Int[900, 1_060], Gen.Int[0, 4])
            .Sample(
                (breaths, oxygen, systolic, pulse, tenths, awareness) =>
                {
                    var score = News2.Of(
                        new(0, breaths, oxygen, null, systolic, 40, pulse, tenths / 10m, (Awareness)awareness, IsOnAir: breaths % 2 == 0)
                    );
                    Assert.Equal(score.Points.Values.Sum(), score.Total);
                    Assert.InRange(score.Total!.Value, 0, 20);
                    Assert.Equal(
                        score.Total >= 7 ? News2Band.Emergency
                            : score.Total >= 5 || score.Points.Values.Contains(3) ? News2Band.Review
                            : News2Band.Low,
                        score.Band
                    );
                },
                iter: 2_000
            );
}

/// <summary>Rules V1 to V6 before a supervised dose of a sedative.</summary>
public sealed class BeforeDoseTests
{
    private static readonly DateTime At = new(2026, 12, 1, 12, 18, 0, DateTimeKind.Utc);

    public static TheoryData<VitalSignValues, string[], DoseAdvice, int?> Cases() =>
        new()
        {
            { new(0, 16), [], DoseAdvice.Give, null },
            { new(1, 12), [], DoseAdvice.Give, null },
            { new(2, 16), ["V2"], DoseAdvice.Withhold, 60 },
            { new(3, 16), ["V3"], DoseAdvice.Emergency, 0 },
            { new(0, 11), ["V4-review"], DoseAdvice.Withhold, 60 },
            { new(0, 9), ["V4-call"], DoseAdvice.Call, 30 },
            { new(0, 8), ["V4-emergency", "V6-review"], DoseAdvice.Emergency, 0 },
            { new(0, 16, 91), ["V4-oxygen", "V6-review"], DoseAdvice.Call, 60 },
            { new(0, 16, Systolic: 89, Diastolic: 50), ["V5-pressure", "V6-review"], DoseAdvice.Call, 60 },
            { new(0, 16, Pulse: 49), ["V5-pulse"], DoseAdvice.Withhold, 60 },
            { new(0, 16, IsUnsteady: true), ["V5-unsteady"], DoseAdvice.Withhold, 60 },
            { new(0, 16, BreathAlcohol: 0.01m), ["V5-alcohol"], DoseAdvice.Withhold, 60 },
            { new(2, 9), ["V2", "V4-call"], DoseAdvice.Call, 30 },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_rule_fires_on_its_value_and_the_shortest_time_counts(
        VitalSignValues values,
        string[] rules,
        DoseAdvice advice,
        int? minutes
    )
    {
        var check = BeforeDose.Look(values, hadSeizure: false, At);
        Assert.Equal(rules.Order(), check.Rules.Select(r => r.Id).Order());
        Assert.Equal(advice, check.Advice);
        Assert.Equal(minutes is { } m ? At.AddMinutes(m) : null, check.DecideBy);
    }

    [Fact]
    public void With_a_past_seizure_a_withheld_dose_is_decided_on_at_once() =>
        Assert.Equal(At, BeforeDose.Look(new(2, 16), hadSeizure: true, At).DecideBy);

    [Fact]
    public void A_later_set_that_is_worse_is_not_hidden_by_an_earlier_one_that_was_whole()
    {
        var episode = Made.Episode();
        var fine = Record(new(0, 16), -20);
        Assert.Equal(DoseAdvice.Give, BeforeDose.Look([fine], false)!.Value.Check.Advice);
        var worse = BeforeDose.Look([fine, Record(new(Oxygen: 85), -5)], false)!.Value;
        Assert.Equal((fine.Id, true), (worse.Look.Id, worse.Check.Advice is not DoseAdvice.Give));
        var hidden = BeforeDose.Look([Record(new(3, 16), -20), Record(new(TemperatureF: 98.6m), -5)], false)!.Value;
        Assert.Equal(DoseAdvice.Emergency, hidden.Check.Advice);
        Assert.Null(BeforeDose.Look([Record(new(Oxygen: 97), -5)], false));
        // Nor is an earlier value hidden by a look that did not measure it; a newer value of the same sign takes its place.
        var low = Record(new(Oxygen: 85), -10);
        Assert.Equal(["V4-oxygen", "V6-review"], Rules(low, Record(new(0, 16), -5)));
        Assert.Empty(Rules(low, Record(new(0, 16, 97), -5)));
        Assert.Empty(Rules(Record(new(Oxygen: 85), -40), Record(new(0, 16), -5)));

        IEnumerable<string> Rules(params VitalSignSet[] sets) => BeforeDose.Look(sets, false)!.Value.Check.Rules.Select(r => r.Id).Order();

        VitalSignSet Record(VitalSignValues values, int minutes) =>
            VitalSignSet.Record(episode, values, Made.Now.AddMinutes(minutes), false, new Entry(Guid.NewGuid(), Made.Now, Made.Staff));
    }

    [Fact]
    public void A_set_of_days_ago_can_still_be_corrected()
    {
        var entry = new Entry(Guid.NewGuid(), Made.Now, Made.Staff, Guid.NewGuid(), "wrong arm");
        Assert.Equal(Made.Now.AddDays(-3), VitalSignSet.Record(Made.Episode(), new(Pulse: 70), Made.Now.AddDays(-3), false, entry).TakenAt);
        Assert.Equal("vital.air", Made.RuleOf(() => new VitalSignValues(Oxygen: 97, OxygenFlow: 2, IsOnAir: true).Checked()));
    }

    [Fact]
    public void What_cannot_be_is_refused_with_the_range()
    {
        Assert.Equal("vital.nothing", Refused(VitalSignValues.Nothing with { Note = "seen" }));
        Assert.Equal("vital.breaths", Refused(new(Breaths: -1)));
        Assert.Equal("vital.oxygen", Refused(new(Oxygen: 101)));
        Assert.Equal("vital.pressure", Refused(new(Systolic: 120)));
        Assert.Equal("vital.pressure", Refused(new(Systolic: 80, Diastolic: 120)));
        Assert.Equal("vital.sedation", Refused(new(Sedation: 4)));
        Assert.Equal("vital.time", Made.RuleOf(() => Record(new(Breaths: 16), Made.Now.AddMinutes(1))));
        Assert.Equal("vital.time", Made.RuleOf(() => Record(new(Breaths: 16), Made.Now.AddHours(-25))));

        static string Refused(VitalSignValues values) => Made.RuleOf(() => Record(values, Made.Now));

        static VitalSignSet Record(VitalSignValues values, DateTime at) =>
            VitalSignSet.Record(Made.Episode(), values, at, false, new Entry(Guid.NewGuid(), Made.Now, Made.Staff));
    }
}
