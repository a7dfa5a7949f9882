using CsCheck;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

public class TimeOfDayTests
{
    [Theory]
    [InlineData("morning", 480, "in the morning")]
    [InlineData("midday", 840, "at midday")]
    [InlineData("evening", 1080, "in the evening")]
    [InlineData("bedtime", 1320, "at bedtime")]
    [InlineData("00:00", 0, "at 12 midnight")]
    [InlineData("00:05", 5, "at 12:05 am")]
    [InlineData("08:30", 510, "at 8:30 am")]
    [InlineData("09:00", 540, "at 9 am")]
    [InlineData("12:00", 720, "at 12 noon")]
    [InlineData("12:01", 721, "at 12:01 pm")]
    [InlineData("13:00", 780, "at 1 pm")]
    [InlineData("23:59", 1439, "at 11:59 pm")]
    public void A_time_has_a_word_for_files_and_a_phrase_for_people(string word, int minutes, string phrase)
    {
        var time = new TimeOfDay(minutes);
        Assert.Equal((word, phrase), (time.Word(), time.Phrase()));
        Assert.Equal(word, $"{time}");
    }

    [Fact]
    public void Every_minute_of_the_day_is_read_back_from_its_word() =>
        Assert.All(
            Enumerable.Range(0, 24 * 60),
            minutes =>
            {
                Assert.True(TimesOfDay.TryRead(new TimeOfDay(minutes).Word(), out var read));
                Assert.Equal(minutes, read.Minutes);
            }
        );

    [Theory]
    [InlineData("24:00")]
    [InlineData("8:60")]
    [InlineData("8")]
    [InlineData("8.30")]
    [InlineData("")]
    [InlineData("dawn")]
    public void What_is_no_time_is_not_read(string text) => Assert.False(TimesOfDay.TryRead(text, out _));

    [Theory]
    [InlineData(-1)]
    [InlineData(1440)]
    public void A_time_outside_the_day_is_refused(int minutes) => Assert.Throws<ArgumentOutOfRangeException>(() => new TimeOfDay(minutes));

    [Fact]
    public void A_regimen_holds_six_times_in_the_order_of_the_clock_and_no_seventh()
    {
        var regimen = A.Regimen("1 mg bedtime, 0.5 mg 06:30, 0.25 mg 12:00, 2 mg morning, 3 mg 16:00, 4 mg evening");
        Assert.Equal("0.5 mg 06:30, 2 mg morning, 0.25 mg 12:00, 3 mg 16:00, 4 mg evening, 1 mg bedtime", regimen.ToString());
        Assert.Equal(10.75m, regimen.DailyDose.Milligrams);
        Assert.Throws<ArgumentException>(() => regimen.With(A.Time("20:00"), A.Mg(1)));
        Assert.Equal(6, regimen.With(A.Time("16:00"), A.Mg(1)).Times.Count);
        Assert.Null(Regimen.Read($"{regimen}, 1 mg 20:00", out var error));
        Assert.Contains("up to 6", error!.InWords(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_order_in_which_a_regimen_was_told_makes_no_difference() =>
        (
            from times in Gen.Int[0, 1439].HashSet[1, 6]
            from mg in Gen.Int[1, 400].Array[6]
            from order in Gen.Shuffle(Enumerable.Range(0, times.Count).ToArray())
            select (times, mg, order)
        ).Sample(
            (times, mg, order) =>
            {
                var doses = times.Select((t, i) => (Time: new TimeOfDay(t), Dose: A.Mg(mg[i] / 100m))).ToList();
                var regimen = Regimen.From(doses.Select(d => d.Time), t => doses.Single(d => d.Time == t).Dose);
                var other = order.Aggregate(Regimen.Empty, (r, i) => r.With(doses[i].Time, doses[i].Dose));
                Assert.Equal(regimen, other);
                Assert.Equal(regimen.GetHashCode(), other.GetHashCode());
                Assert.Equal(times.Order(), regimen.Times.Select(t => t.Minutes));
                Assert.Equal(regimen, A.Regimen(regimen.ToString()));
            }
        );

    [Fact]
    public void A_clock_time_is_not_moved_by_the_hours_of_the_named_ones()
    {
        var hours = new DayHours(9, 14, 18, 22);
        var regimen = A.Regimen("1 mg 08:30, 2 mg morning");
        // Told in the order of the names' own hours, where the morning is 08:00.
        Assert.Equal("2 mg morning, 1 mg 08:30", regimen.ToString());
        Assert.Equal((8.5, 9), (hours[A.Time("08:30")], hours[TimeOfDay.Morning]));
        Assert.Equal(8.5, hours.First(regimen));
        Assert.All(hours.Intakes(regimen, hours.First(regimen)), i => Assert.True(i.Hour >= 0, $"{i.Hour}"));
    }

    [Fact]
    public void A_plan_keeps_six_clock_times_and_may_drop_one_last()
    {
        var plan = A.Plan(
            A.Clonazepam("0.5 mg 06:00, 0.5 mg 10:00, 0.5 mg 16:30", "tablet 0.5 scored, tablet 1") with
            {
                DropLast = A.Time("16:30"),
            }
        );
        Assert.Null(PlanRules.Broken(plan));
        Assert.Equal("16:30", plan.Steps[^1].Regimen.Times[^1].Word());
        Assert.Contains("at 4:30 pm", Sig.For(plan.Steps[0]).InWords(), StringComparison.Ordinal);
    }
}
