using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Evidence;

namespace Glidepath.Tests.Therapy;

/// <summary>The intervals of the curve hold the truth of made-up people as often as they say.</summary>
public class CravingCoverageTests
{
    private const int FirstNumber = 200_000;

    private static readonly int[] Minutes = [5, 10, 15, 20, 30, 45, 60];

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 9)]
    [InlineData(10, 19)]
    [InlineData(20, 60)]
    [InlineData(5, 60)]
    public void Of_2000_made_up_people_each_interval_holds_the_truth_for_93_to_97_percent(int fewest, int most)
    {
        var people = Gate.Part([.. Enumerable.Range(FirstNumber + 10_000 * fewest + most, Coverage.People)])
            .AsParallel()
            .AsOrdered()
            .Select(number => new MadeUpHardMoments(number, fewest, most))
            .Select(person => (Person: person, Curve: CravingCurve.Of(person.Episodes)!))
            .ToList();
        foreach (var minute in Minutes)
        {
            var (eased, used) = (new Coverage($"eased by {minute} min"), new Coverage($"used by {minute} min"));
            foreach (var (person, curve) in people)
                if (curve.At(minute) is { } point)
                {
                    eased.Add(person.At(minute).Eased, point.Eased);
                    used.Add(person.At(minute).Used, point.Used);
                }
            eased.Holds();
            used.Holds();
        }
        var median = new Coverage("median");
        foreach (var (person, curve) in people)
            if (curve.Median is { Minutes: not null } said)
                median.Add(person.Median >= said.Low && person.Median <= (said.High ?? double.PositiveInfinity));
        if (most > 5)
            median.Holds();
    }
}
