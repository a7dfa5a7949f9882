using CsCheck;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Kinetics;

/// <summary>How many people a machine works on together, and on how many threads, changes no answer.</summary>
public class LaneTests
{
    public static TheoryData<string> Models => [.. KineticTable.All.Select(m => m.ToString())];

    /// <summary>
    /// To 1e-12 of the highest level; quazepam and its first metabolite have almost one half-life, which costs two digits.
    /// </summary>
    [Theory]
    [MemberData(nameof(Models))]
    public void Every_width_of_vector_gives_the_levels_of_one_person_at_a_time(string name) =>
        Gen.Select(RandomRegimens.Histories, Gen.Int[1, 20], Gen.Double[0.3, 3])
            .Sample(
                (doses, people, every) =>
                    AgreesAtEveryWidth(
                        VirtualPatients.Draw(KineticTable.All.Single(m => m.ToString() == name), [], people, 2, 1),
                        doses,
                        every,
                        name.StartsWith("quazepam", StringComparison.Ordinal) ? 1e-10 : 1e-12
                    ),
                iter: Gate.Cases(20)
            );

    /// <summary>Like rates make large amplitudes that cancel, and with them the last digit of an exponential.</summary>
    [Fact]
    public void Every_width_of_vector_gives_the_same_levels_even_of_like_rates() =>
        Gen.Select(RandomRegimens.Bodies(), RandomRegimens.Histories, Gen.Int[1, 20], Gen.Double[0.3, 3])
            .Sample(
                (body, doses, people, every) =>
                    AgreesAtEveryWidth(
                        Body.Of([
                            .. Enumerable.Range(1, people).Select(i => body with { CL = body.CL * i, Ka = body.Ka * (1 + 0.01 * i) }),
                        ]),
                        doses,
                        every,
                        1e-6
                    )
            );

    private static void AgreesAtEveryWidth(Cohort cohort, DoseHistory doses, double every, double part)
    {
        var scalar = Kept.Of(cohort, doses, 24 * 14, every, width: LaneWidth.One);
        foreach (var width in new[] { LaneWidth.Four, LaneWidth.Widest })
        {
            var other = Kept.Of(cohort, doses, 24 * 14, every, width: width);
            for (var analyte = 0; analyte < scalar.Levels.Length; analyte++)
            {
                var most = scalar.Levels[analyte].Max(r => r.Max());
                foreach (var (one, two) in scalar.Levels[analyte].Zip(other.Levels[analyte]))
                    Assert.All(one.Zip(two), l => Assert.True(Math.Abs(l.First - l.Second) <= part * most, $"{width}: {l} of {most}"));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Levels_do_not_depend_on_the_number_of_threads(bool interaction)
    {
        IReadOnlyList<KineticChange> changes = interaction ? [new("carbamazepine", 10, 60, 1.23, 1.39, 1.59, 60, 92)] : [];
        var cohort = VirtualPatients.Draw(KineticTable.DiazepamModel, changes, 1500, 7, 1);
        var doses = DoseHistory.Daily([new(8, 5), new(20, 5)], 4);
        var one = Kept.Of(cohort, doses, 100, 2, changes);
        foreach (var threads in new[] { 2, 3, 8, 100 })
            Assert.Equal(one.Levels, Kept.Of(cohort, doses, 100, 2, changes, threads).Levels);
    }

    [Fact]
    public void A_population_does_not_depend_on_the_number_of_threads()
    {
        var request = Population(1200) with { Changes = [ClearanceEffectTable.Find(BenzodiazepineTable.Diazepam, "omeprazole")!.From(24)] };
        var (one, four) = (LevelSimulator.Simulate(request), LevelSimulator.Simulate(request with { Threads = 4 }));
        foreach (var (a, b) in one.Analytes.Zip(four.Analytes))
        {
            Assert.Equal(a.Low, b.Low);
            Assert.Equal(a.Typical, b.Typical);
            Assert.Equal(a.High, b.High);
            Assert.Equal(a.Summary, b.Summary);
        }
    }

    [Fact]
    public void The_first_patients_are_the_same_however_many_follow()
    {
        KineticChange[] changes = [new("inhibitor", 0, null, 0.4, 0.5, 0.7, 24, 24)];
        var (few, many) = (
            VirtualPatients.Draw(KineticTable.DiazepamModel, changes, 10, 5, 1),
            VirtualPatients.Draw(KineticTable.DiazepamModel, changes, 1000, 5, 4)
        );
        for (var person = 0; person < few.Count; person++)
        {
            Assert.Equal(few.Row(person), many.Row(person));
            Assert.Equal(few.Factor(0, person), many.Factor(0, person));
        }
    }

    [Fact]
    public void A_seed_draws_the_same_people_again_and_another_seed_others()
    {
        var (one, again, other) = (
            LevelSimulator.Simulate(Population(200)),
            LevelSimulator.Simulate(Population(200)),
            LevelSimulator.Simulate(Population(200) with { Seed = 2 })
        );
        Assert.Equal(one.Analytes[0].Summary, again.Analytes[0].Summary);
        Assert.NotEqual(one.Analytes[0].Summary, other.Analytes[0].Summary);
    }

    private static LevelRequest Population(int patients) =>
        new()
        {
            Model = KineticTable.DiazepamModel,
            Doses = DoseHistory.Daily([new(8, 5), new(20, 5)], 4),
            Hours = 96,
            EveryHours = 2,
            Patients = patients,
            Seed = 1,
        };
}
