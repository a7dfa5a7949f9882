using CsCheck;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

public sealed class CourseHistoryTests
{
    /// <summary>What the issue asks for, and what three seconds of the small check are enough for.</summary>
    private const int All = 1_000_000,
        Some = 2_000;

    /// <summary>The rules are in <see cref="CourseLedger"/>, each with its sentence; they are looked at after every attempt and on every
    /// day.</summary>
    [Fact]
    public void Whatever_is_decided_no_dose_rises_unrecorded_no_step_is_taken_by_silence_and_no_version_is_lost()
    {
        var histories = Gate.IsAll ? All : Some;
        var (accepted, tried) = (0L, 0L);
        var kinds = new long[Enum.GetValues<VersionKind>().Length];
        var actions = new long[Enum.GetValues<CourseAction>().Length];
        CourseHistory.Any.Sample(
            (first, attempts) =>
            {
                var file = CourseHistory.Run(first, attempts);
                Interlocked.Add(ref tried, attempts.Length);
                Interlocked.Add(ref accepted, file.Entries.Count - 1);
                foreach (var version in file.Versions.SkipLast(1))
                    Interlocked.Increment(ref kinds[(int)version.Kind]);
                foreach (var entry in file.Entries.Skip(1))
                    Interlocked.Increment(ref actions[(int)entry.Action]);
            },
            iter: histories
        );
        TestContext.Current.TestOutputHelper?.WriteLine($"{histories} histories: {accepted} of {tried} decisions accepted");
        // Of each kind some are accepted, and some refused, or the property would be empty.
        Assert.All([.. kinds, .. actions], count => Assert.True(count > histories / 500));
        Assert.InRange(accepted, tried / 5, tried * 4 / 5);
    }
}
