using BenchmarkDotNet.Attributes;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Benchmarks;

/// <summary>
/// One person: a plan over two years by the hour with its band, a fit to measured levels, and people who each take their doses at their own
/// times.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class PersonBenchmarks
{
    private const int Patients = 100_000,
        Doses = 364;

    private readonly LevelRequest _twoYears = new()
    {
        Model = KineticTable.ClonazepamWorking,
        Doses = DoseHistory.Daily([new(0, 1), new(14, 1)], 730),
        Hours = 730 * 24,
    };
    private readonly LevelRequest _month = new()
    {
        Model = KineticTable.ClonazepamWorking,
        Doses = DoseHistory.Daily([new(0, 1), new(14, 1)], 28),
        Hours = 28 * 24,
    };
    private readonly LevelRequest _taper = new()
    {
        Model = KineticTable.ClonazepamWorking,
        Doses = Histories.Taper(),
        Hours = 4_368,
    };
    private readonly MeasuredLevel[] _levels =
    [
        .. new[] { 2, 10, 698, 1_034, 1_706 }.Select((h, i) => new MeasuredLevel(h, new Concentration(30 - 4 * i))),
    ];
    private readonly IrregularHistories _irregular = new(
        Patients,
        Doses,
        (patient, at) => new DoseTaken(at == 0 ? 0 : 12 + (patient + at * 7) % 5 - 2, 1)
    );
    private readonly double[] _troughs = new double[Patients * Doses];
    private readonly Cohort _one = VirtualPatients.Draw(KineticTable.ClonazepamOneCompartment, [], Patients, 1, 1);
    private readonly Cohort _two = VirtualPatients.Draw(KineticTable.ClonazepamWorking, [], Patients, 1, 1);

    [Benchmark(Baseline = true, Description = "one person, 28 days by the hour, with band")]
    public LevelProfile Month() => LevelSimulator.Simulate(_month);

    [Benchmark(Description = "one person, two years by the hour, with band")]
    public LevelProfile TwoYears() => LevelSimulator.Simulate(_twoYears);

    [Benchmark(Description = "MAP fit, 5 levels, 364 doses")]
    public MapEstimate Map() => Individualisation.Of(_taper, _levels).Estimate();

    [Benchmark(Description = "MAP fit and 1,000 posterior draws")]
    public PosteriorDraws Posterior() => Individualisation.Of(_taper, _levels).Draw(1_000, 1);

    [Benchmark(Description = "irregular histories, 1-cpt, 36.4 million events, 1 thread")]
    public void IrregularOne() => _irregular.Levels(_one, _troughs, 1, LaneWidth.Widest);

    [Benchmark(Description = "irregular histories, 2-cpt, 36.4 million events, 1 thread")]
    public void IrregularTwo() => _irregular.Levels(_two, _troughs, 1, LaneWidth.Widest);
}

internal static class Histories
{
    /// <summary>13 stages of two weeks from 1.0 to 0.125 mg twice a day, from steady state.</summary>
    public static DoseHistory Taper() =>
        new(
            Enumerable.Range(0, 364).Select(i => new DoseTaken(i / 2 * 24 + i % 2 * 12, 1 - i / 28 * 0.875 / 12)),
            [new DoseTaken(0, 1), new DoseTaken(12, 1)]
        );
}
