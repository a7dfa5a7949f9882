using CsCheck;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Medications;

public sealed class WardHistoryTests
{
    private const int All = 100_000,
        Some = 1_000;

    /// <summary>What is asked of each stands in <see cref="WardHistory"/> beside an oracle that is written apart.</summary>
    [Fact]
    public void On_any_day_of_a_ward_each_dose_is_decided_or_overdue_at_the_end_of_its_window_and_once()
    {
        var days = Gate.IsAll ? All : Some;
        var (doses, accepted, refused) = (0L, 0L, 0L);
        WardHistory.Any.Sample(
            (place, before, after, orders, tries) =>
            {
                var ran = WardHistory.Run(place, before, after, orders, tries);
                Interlocked.Add(ref doses, ran.Doses);
                Interlocked.Add(ref accepted, ran.Accepted);
                Interlocked.Add(ref refused, ran.Refused);
            },
            iter: days
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{days} days: {doses} doses, {accepted} accepted, {refused} refused");
        Assert.True(doses > days * 3);
        Assert.InRange(accepted, (accepted + refused) / 10, (accepted + refused) * 9 / 10);
    }
}
