using Glidepath.Paper.Tapering.Levels;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>A page that holds a chart at two widths: one simulation, two drawings.</summary>
public class ChartCostTests
{
    /// <summary>A second simulation is another 1.4 MB, a drawing through a canvas 4 to 7.</summary>
    [Fact]
    public void One_simulation_and_two_drawings_allocate_under_3_and_a_half_megabytes()
    {
        var plan = A.Plan(A.Clonazepam("0.5 mg morning, 1 mg bedtime"));
        Assert.InRange(
            Allocated.By(() =>
            {
                var chart = new LevelChart(PlanChart.Of(plan));
                _ = (chart.Svg(760), chart.Svg(340), chart.Table);
            }),
            1,
            3_500_000
        );
    }

    [Fact]
    public void Without_a_height_a_chart_is_as_high_as_it_reads_best()
    {
        var chart = new LevelChart(Charted.HalfAYear);
        Assert.Equal(chart.Svg(760, chart.HeightFor(760)), chart.Svg(760));
    }
}
