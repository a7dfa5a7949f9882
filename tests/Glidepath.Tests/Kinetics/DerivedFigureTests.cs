using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Tests.Kinetics;

/// <summary>Settling, swing, weekly fall, steps, occupancy and people with times of their own.</summary>
public class DerivedFigureTests
{
    private static readonly KineticModel Clonazepam = KineticTable.ClonazepamWorking;

    [Fact]
    public void After_the_time_to_ninety_percent_a_tenth_of_a_change_is_left()
    {
        foreach (var model in KineticTable.All)
        {
            var hours = Approach.HoursToNinetyPercent(model);
            var mean = new MeanLevel(model, 10);
            var starts = Enumerable.Range(0, mean.Analytes).Select(mean.Of).ToList();
            for (var analyte = 0; analyte < mean.Analytes; analyte++)
            {
                var after = mean.Copy();
                after.Pass(5, hours[analyte].Typical / 24);
                Assert.Equal(starts[analyte] * 0.55, after.Of(analyte), 1e-6 * starts[analyte]);
            }
        }
    }

    [Fact]
    public void A_cut_of_clonazepam_is_felt_in_full_after_three_to_eight_days()
    {
        var days = Approach.HoursToNinetyPercent(Clonazepam)[0];
        Assert.InRange(days.Low / 24, 2, 3.5);
        Assert.InRange(days.Typical / 24, 4.5, 6);
        Assert.InRange(days.High / 24, 7, 9);
    }

    [Fact]
    public void The_mean_level_is_that_of_the_simulated_doses()
    {
        var doses = DoseHistory.Daily([new(0, 1), new(12, 1)], 60);
        var simulated = LevelSimulator
            .Simulate(
                new LevelRequest
                {
                    Model = Clonazepam,
                    Doses = doses,
                    Hours = 60 * 24,
                }
            )
            .Analytes[0]
            .Summary.Average.Typical;
        Assert.Equal(simulated, new MeanLevel(Clonazepam, 2).Of(0), 0.001 * simulated);
    }

    [Fact]
    public void An_uneven_split_swings_more_than_an_even_one_and_less_than_a_single_dose()
    {
        var swing = SwingBySplit.Of(Clonazepam, Person.StandardAdult, [new(0, 0.5), new(10, 1.5)]);
        Assert.True(swing.Evenly.Typical < swing.AsTaken.Typical && swing.AsTaken.Typical < swing.Once.Typical, $"{swing}");
    }

    [Fact]
    public void The_largest_weekly_fall_is_that_of_the_largest_cut()
    {
        var doses = new DoseHistory(
            Enumerable
                .Range(0, 8 * 7)
                .Select(d => new DoseTaken(
                    d * 24,
                    d < 14 ? 2
                        : d < 28 ? 1.8
                        : 0.9
                )),
            [new(0, 2)]
        );
        var fall = LevelSimulator
            .Simulate(
                new LevelRequest
                {
                    Model = Clonazepam,
                    Doses = doses,
                    Hours = 8 * 7 * 24,
                }
            )
            .Analytes[0]
            .Summary.WeeklyFallPercent;
        Assert.InRange(fall.Typical, 30, 50);
        Assert.InRange(fall.High, fall.Typical, 50);
    }

    [Fact]
    public void A_steps_fall_is_its_cut_once_it_has_settled()
    {
        var doses = new DoseHistory(Enumerable.Range(0, 56).Select(d => new DoseTaken(d * 24, d < 28 ? 2 : 1)), [new(0, 2)]);
        var steps = StepLevels.Of(
            LevelSimulator
                .Simulate(
                    new LevelRequest
                    {
                        Model = Clonazepam,
                        Doses = doses,
                        Hours = 56 * 24,
                    }
                )
                .Analytes[0],
            [0, 28 * 24]
        );
        Assert.Null(steps[0].FallPercent);
        Assert.Equal(50, steps[1].FallPercent!.Value, 0.1);
        Assert.Equal(steps[0].Trough.Typical / 2, steps[1].Trough.Typical, 0.01 * steps[1].Trough.Typical);
    }

    [Fact]
    public void No_half_occupying_dose_loses_more_than_the_bound() =>
        Gen.Select(Gen.Double[0.01, 40], Gen.Double[0.05, 0.99], Gen.Double[0.001, 500])
            .Sample(
                (from, part, half) =>
                {
                    var (a, b) = (new Dose((decimal)from), new Dose((decimal)(from * part)));
                    var lost = from / (from + half) - from * part / (from * part + half);
                    Assert.True(lost * 100 <= (double)ReceptorOccupancy.LargestFall(a, b)!.Value + 1e-9);
                }
            );

    [Theory]
    [InlineData(10, 2.63)]
    [InlineData(5, 1.28)]
    [InlineData(25, 7.18)]
    public void The_bound_of_a_cut_is_as_published(double percent, double points) =>
        Assert.Equal(points, (double)ReceptorOccupancy.LargestFall(new Dose(2), new Dose(2 - 2 * (decimal)percent / 100))!.Value, 0.01);

    [Fact]
    public void The_stop_has_no_bound_and_a_drug_without_evidence_no_occupancy()
    {
        Assert.Null(ReceptorOccupancy.LargestFall(new Dose(0.125m), Dose.Zero));
        Assert.Null(ReceptorOccupancy.Percent(BenzodiazepineTable.Temazepam, new Dose(15)));
        var clonazepam = ReceptorOccupancy.Percent(BenzodiazepineTable.Clonazepam, new Dose(2))!.Value;
        Assert.InRange(clonazepam.Low, 9, 10);
        Assert.InRange(clonazepam.High, 90, 91);
    }

    [Fact]
    public void People_with_times_of_their_own_have_the_levels_of_their_own_histories()
    {
        static DoseTaken Event(int patient, int at) => new(at == 0 ? 0 : 8 + (patient * 3 + at * 7) % 9, at % 4 == 3 ? 0 : 1);
        var histories = new IrregularHistories(11, 40, Event);
        var levels = histories.Levels(Clonazepam, seed: 9);
        var cohort = VirtualPatients.Draw(Clonazepam, [], 11, 9, 1);
        for (var patient = 0; patient < 11; patient++)
        {
            var hour = 0d;
            List<(double Hour, double Milligrams)> taken = [];
            for (var at = 0; at < 40; at++)
            {
                hour += Event(patient, at).Hour;
                var expected = taken.Sum(t =>
                    t.Milligrams
                    * Enumerable
                        .Range(0, 3)
                        .Sum(m =>
                            cohort.Doses[m * cohort.Padded + patient]
                            * Math.Exp(-cohort.Rates[m * cohort.Padded + patient] * (hour - t.Hour))
                        )
                );
                Assert.Equal(expected, levels[at * 11 + patient], 1e-10 * Math.Max(1, expected));
                taken.Add((hour, Event(patient, at).Milligrams));
            }
        }
    }

    [Fact]
    public void Every_width_gives_the_irregular_levels_of_every_other()
    {
        var histories = new IrregularHistories(21, 30, (patient, at) => new DoseTaken(6 + (patient + at) % 13, 1));
        var cohort = VirtualPatients.Draw(Clonazepam, [], 21, 2, 1);
        var widths = new[] { LaneWidth.Widest, LaneWidth.Four, LaneWidth.One }
            .Select(width =>
            {
                var levels = new double[21 * 30];
                histories.Levels(cohort, levels, 1, width);
                return levels;
            })
            .ToList();
        Assert.All(
            widths,
            levels => Assert.All(levels.Zip(widths[0]), l => Assert.Equal(l.Second, l.First, 1e-12 * Math.Max(1, l.Second)))
        );
    }

    [Fact]
    public void Daily_bands_are_those_of_the_hours_of_the_day()
    {
        var request = new LevelRequest
        {
            Model = Clonazepam,
            Doses = DoseHistory.Daily([new(0, 1), new(14, 1)], 10),
            Hours = 240,
            Patients = 300,
            Seed = 4,
        };
        var days = LevelSimulator.SimulateDays(request);
        Assert.Equal(10, days.Count);
        var cohort = VirtualPatients.Draw(Clonazepam, [], 300, 4, 1);
        var stored = new StoredSink(0, new double[300 * 241], 241, 300);
        LevelRun.Run(cohort, HistoryGrid.Lay(request.Doses, 240, 1, [], static _ => 1), request.Doses, [stored]);
        var peaks = Enumerable.Range(0, 300).Select(p => Enumerable.Range(5 * 24, 24).Max(h => stored[h, p])).Order().ToList();
        Assert.Equal(peaks[(int)Math.Round(0.95 * 299)], days[5].Peak.High, 0.01 * peaks[^1]);
        Assert.Equal(days[5], LevelSimulator.SimulateDays(request with { Threads = 2 })[5]);
    }
}
