namespace Glidepath.Tests.Shared;

public class GateTests
{
    /// <summary>Of a grid with 12 paces innermost, as the planner's: each pace falls into every quarter.</summary>
    [Fact]
    public void The_quarters_are_alike_in_size_and_none_leaves_out_a_value_of_an_inner_loop()
    {
        var places = Enumerable.Range(0, 2_160).Select(i => (Quarter: Gate.Of(i), Inner: i % 12)).ToList();
        Assert.All(places, p => Assert.InRange(p.Quarter, 0, Gate.Quarters - 1));
        Assert.All(places.GroupBy(p => p.Quarter), q => Assert.InRange(q.Count(), 530, 550));
        Assert.Equal(4 * 12, places.Distinct().Count());
    }
}
