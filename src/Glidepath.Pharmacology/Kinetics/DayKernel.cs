using System.Runtime.InteropServices;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// <see cref="LevelKernel"/> where only each day's trough, peak and mean are wanted: the day so far stays in registers and no level is
/// written down.
/// </summary>
internal static class DayKernel
{
    /// <summary>Takes a block of people through some runs and writes the <see cref="DayFigures"/> of every day that ends.</summary>
    /// <param name="figures">Row after row of <paramref name="stride"/> numbers, a person a column; <see cref="DayFigures.Count"/> rows a
    /// day.</param>
    public static void Figures<T, TModes>(ReadOnlySpan<StepRun> runs, in ModeBlock block, Span<double> figures, int stride, int rowsOfDay)
        where T : struct, ILanes<T>
        where TModes : struct, IModeCount
    {
        unchecked
        {
            ref var target = ref MemoryMarshal.GetReference(figures);
            ref var factors = ref block.Factors;
            ref var doses = ref block.Doses;
            ref var states = ref block.States;
            var (slotStride, factorStride, modeStride, rowStride) = (block.SlotStride, block.FactorStride, block.ModeStride, (nuint)stride);
            var share = T.All(1.0 / rowsOfDay);
            for (nuint person = 0; person < block.People; person += (nuint)T.Width)
            {
                var y0 = T.Load(ref states, person);
                var y1 = T.Load(ref states, person + modeStride);
                var y2 = TModes.HasThird ? T.Load(ref states, person + 2 * modeStride) : default;
                var at = person;
                var (low, high, sum) = (T.All(double.PositiveInfinity), T.All(0), T.All(0));
                foreach (ref readonly var run in runs)
                {
                    var slot = (nuint)run.Slot * slotStride + person;
                    var e0 = T.Load(ref factors, slot);
                    var e1 = T.Load(ref factors, slot + factorStride);
                    var e2 = TModes.HasThird ? T.Load(ref factors, slot + 2 * factorStride) : default;
                    var milligrams = T.All(run.Milligrams);
                    y0 = y0 * e0 + milligrams * T.Load(ref doses, person);
                    y1 = y1 * e1 + milligrams * T.Load(ref doses, person + modeStride);
                    if (TModes.HasThird)
                        y2 = y2 * e2 + milligrams * T.Load(ref doses, person + 2 * modeStride);
                    if (run.Rows == 0)
                        continue;
                    for (var left = run.Rows; ; )
                    {
                        var level = TModes.HasThird ? y0 + y1 + y2 : y0 + y1;
                        low = T.Lower(low, level);
                        high = T.Higher(high, level);
                        sum += level;
                        if (--left == 0)
                            break;
                        y0 *= e0;
                        y1 *= e1;
                        if (TModes.HasThird)
                            y2 *= e2;
                    }
                    if (!run.EndsDay)
                        continue;
                    T.AtLeastZero(low).Store(ref target, at);
                    high.Store(ref target, at + rowStride);
                    (T.AtLeastZero(sum) * share).Store(ref target, at + 2 * rowStride);
                    at += DayFigures.Count * rowStride;
                    (low, high, sum) = (T.All(double.PositiveInfinity), T.All(0), T.All(0));
                }
                y0.Store(ref states, person);
                y1.Store(ref states, person + modeStride);
                if (TModes.HasThird)
                    y2.Store(ref states, person + 2 * modeStride);
            }
        }
    }
}
