using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Tests.Therapy;

/// <summary>What a person writes for themselves: whose it is, what fits, and where a moment stands between two doses.</summary>
public sealed class OwnWorkTests
{
    private static readonly DateTime Now = new(2026, 11, 30, 21, 0, 0, DateTimeKind.Utc);

    private static readonly EpisodeOfCare Episode = EpisodeOfCare.Open(Guid.NewGuid(), Guid.NewGuid(), Made.Day, Made.Move()).Episode;

    [Fact]
    public void An_entry_is_the_persons_alone_until_they_share_it_and_again_once_they_take_it_back()
    {
        var moment = Moment();
        Assert.Equal(DataClass.OwnWork, moment.Holds);
        moment.Share(true);
        Assert.Equal(DataClass.TherapyWork, moment.Holds);
        moment.Share(false);
        Assert.Equal(DataClass.OwnWork, moment.Holds);
    }

    [Fact]
    public void No_role_but_the_patients_has_what_is_not_shared_and_no_consent_can_name_it()
    {
        Assert.All(
            RolePermissions.All.Where(r => r.DataClasses.Contains(DataClass.OwnWork)),
            r => Assert.Equal((Role.Patient, RelationNeeded.Own), (r.Role, r.Relation))
        );
        Assert.Equal(InformationCategory.None, DataClasses.Category(DataClass.OwnWork));
    }

    [Theory]
    [InlineData(-29, "own-work.at")]
    [InlineData(1, "own-work.at")]
    public void A_day_that_is_too_far_off_is_refused(int days, string rule) =>
        Assert.Equal(rule, Assert.Throws<RuleViolationException>(() => Moment(at: Now.AddDays(days))).Rule);

    [Fact]
    public void Ratings_come_in_any_order_and_twice_and_stand_once_in_the_order_of_their_minutes() =>
        Gen.Select(Gen.Int[1, 200], Gen.Int[0, 10])
            .Array[1, 20]
            .Sample(rated =>
            {
                var moment = Moment();
                foreach (var (minutes, strength) in rated.Concat(rated.Reverse()))
                    moment.Continue(new CravingStep(minutes, strength, CravingEnd.NotKnown, CravingWay.NotSaid, null));
                Assert.Equal(rated.Distinct().Count() + 1, moment.Ratings.Count);
                Assert.Equal(moment.Ratings.OrderBy(r => r.Minutes), moment.Ratings);
                Assert.Equal(new CravingRating(0, 6), moment.Ratings[0]);
            });

    [Fact]
    public void An_end_that_was_said_stays_and_another_one_is_refused()
    {
        var moment = Moment();
        moment.Continue(new CravingStep(9, 2, CravingEnd.Eased, CravingWay.LetPass, null));
        moment.Continue(new CravingStep(12, 1, CravingEnd.NotKnown, CravingWay.NotSaid, "slept"));
        Assert.Equal((CravingEnd.Eased, 9m, CravingWay.LetPass, "slept"), (moment.End, moment.EndedAfter, moment.Way, moment.Did));
        var refused = Assert.Throws<RuleViolationException>(() =>
            moment.Continue(new CravingStep(20, null, CravingEnd.TookExtra, CravingWay.NotSaid, null))
        );
        Assert.Equal("craving.ended", refused.Rule);
    }

    [Theory]
    [InlineData(11, 5, "craving.strength")]
    [InlineData(-1, 5, "craving.strength")]
    [InlineData(5, 241, "craving.minutes")]
    public void A_rating_outside_its_scale_is_refused_and_nothing_of_it_is_kept(int strength, int minutes, string rule)
    {
        var moment = Moment();
        var refused = Assert.Throws<RuleViolationException>(() =>
            moment.Continue(new CravingStep(minutes, strength, CravingEnd.Eased, CravingWay.NotSaid, null))
        );
        Assert.Equal((rule, 1, CravingEnd.NotKnown), (refused.Rule, moment.Ratings.Count, moment.End));
    }

    [Theory]
    [InlineData("08:00", 1.0, 12.0)] // an hour after the dose at 7
    [InlineData("18:30", 11.5, 1.5)] // before the dose at 20
    [InlineData("03:00", 7.0, 4.0)] // at night, after the one of the evening before
    [InlineData("20:00", 0.0, 11.0)] // at the very time
    public void A_moment_stands_between_two_doses_also_over_midnight(string clock, double since, double to)
    {
        int[] day = [7 * 60, 20 * 60];
        var time = TimeOnly.Parse(clock, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(new DosesAround((decimal)since, (decimal)to), DosesAround.Of((time.Hour * 60) + time.Minute, day, day, day));
    }

    [Fact]
    public void What_the_plan_says_of_the_next_dose_goes_before_what_the_person_says_and_where_no_plan_is_theirs_counts()
    {
        Assert.True(Moment(doses: new DosesAround(13, 1.5m)).IsBeforeDose);
        Assert.False(Moment(doses: new DosesAround(2, 9), near: NearDose.Before).IsBeforeDose);
        Assert.True(Moment(near: NearDose.Before).IsBeforeDose);
        Assert.False(Moment().IsBeforeDose);
    }

    [Fact]
    public void Random_times_are_one_in_each_part_of_the_day_an_hour_apart_and_the_same_for_whoever_asks() =>
        Gen.Select(Gen.Guid, Gen.Int[0, 20_000], Gen.Int[0, PromptChoice.MostADay])
            .Sample(asked =>
            {
                var (seed, days, perDay) = asked;
                var day = new DateOnly(2026, 1, 1).AddDays(days);
                var times = PromptTimes.On(seed, day, perDay);
                Assert.Equal(perDay, times.Count);
                Assert.Equal(times, PromptTimes.On(seed, day, perDay));
                Assert.All(times, t => Assert.InRange(t, PromptTimes.FirstMinute, PromptTimes.LastMinute - PromptTimes.OpenMinutes));
                Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First >= PromptTimes.OpenMinutes));
            });

    [Fact]
    public void Over_many_days_random_times_are_spread_evenly()
    {
        var seed = Guid.Parse("7d3b4f0e-1a2b-4c3d-8e9f-001122334455");
        var all = Enumerable.Range(0, 4_000).SelectMany(n => PromptTimes.On(seed, new DateOnly(2026, 1, 1).AddDays(n), 1)).ToList();
        // Eleven hours in which one can fall; each gets its share to within a quarter.
        foreach (var hour in all.GroupBy(t => (t - PromptTimes.FirstMinute) / 60))
            Assert.InRange(hour.Count(), 4_000 / 11 * 3 / 4, 4_000 / 11 * 5 / 4);
    }

    [Fact]
    public void An_answer_after_the_hour_is_of_another_moment()
    {
        var refused = Assert.Throws<RuleViolationException>(() => Answer(61));
        Assert.Equal("prompt.late", refused.Rule);
        Assert.Equal(Now.AddMinutes(-60), Answer(60).AskedAt);

        static PromptAnswer Answer(int minutes) =>
            PromptAnswer.Answer(
                Guid.NewGuid(),
                Episode,
                Now.AddMinutes(-minutes),
                new PromptSaid(true, null, null),
                Now,
                DosesAround.NotKnown,
                false,
                Now,
                Guid.NewGuid()
            );
    }

    [Fact]
    public void A_kind_that_is_shared_says_since_when_and_not_at_all_once_it_is_not()
    {
        var sharing = TherapySharing.Begin(Guid.NewGuid(), Episode.PatientId, Now);
        Assert.False(sharing.Shares(WorkKind.Thoughts));
        sharing.Choose(WorkKind.Thoughts, true, Now);
        sharing.Choose(WorkKind.Thoughts, true, Now.AddDays(2));
        Assert.Equal(Now, sharing.Shared[WorkKind.Thoughts]);
        sharing.Choose(WorkKind.Thoughts, false, Now.AddDays(3));
        Assert.Empty(sharing.Shared);
    }

    private static CravingEpisode Moment(DateTime? at = null, DosesAround doses = default, NearDose near = NearDose.NotSaid) =>
        CravingEpisode.Record(
            Guid.NewGuid(),
            Episode,
            new CravingStart(6, "Home", null, null, near),
            at ?? Now,
            doses,
            false,
            Now,
            Guid.NewGuid()
        );
}
