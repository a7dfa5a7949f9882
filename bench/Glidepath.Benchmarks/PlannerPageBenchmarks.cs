using BenchmarkDotNet.Attributes;
using Glidepath.Paper.Tapering.Levels;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Benchmarks;

/// <summary>
/// What an answer of the planner costs beside its search: one simulation and two drawings. The baseline is all that the engine does for the
/// same page, so that the ratios hold on any machine.
/// </summary>
[MemoryDiagnoser]
[MedianColumn]
public class PlannerPageBenchmarks
{
    private const int Wide = 760,
        Narrow = 340;

    private readonly TaperRequest _request = Ask.Clonazepam("0.5 mg morning, 1 mg bedtime", null);
    private TaperPlan _plan = null!;
    private LevelChartData _data = null!;

    [GlobalSetup]
    public void Setup()
    {
        _plan = TaperPlanner.Plan(_request).Plan!;
        _data = PlanChart.Of(_plan);
    }

    [Benchmark(Baseline = true, Description = "the engine: plan, choices, paces")]
    public TaperPaces Engine()
    {
        var shared = new PlannerWorkings();
        var plan = TaperPlanner.Plan(_request, shared).Plan!;
        _ = TaperChoices.For(_request, shared);
        return TaperPaces.Around(plan, shared);
    }

    [Benchmark(Description = "the simulation")]
    public LevelChartData Simulation() => PlanChart.Of(_plan);

    [Benchmark(Description = "the wide drawing")]
    public string WideDrawing() => new LevelChart(_data).Svg(Wide);

    [Benchmark(Description = "the narrow drawing")]
    public string NarrowDrawing() => new LevelChart(_data).Svg(Narrow);

    [Benchmark(Description = "all of the chart: one simulation, two drawings, the table")]
    public (string, string, LevelTable) Chart()
    {
        var chart = new LevelChart(PlanChart.Of(_plan));
        return (chart.Svg(Wide), chart.Svg(Narrow), chart.Table);
    }
}
