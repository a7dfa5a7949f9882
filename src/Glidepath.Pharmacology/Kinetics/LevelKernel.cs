using System.Runtime.InteropServices;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// The inner loop for constants that do not change: each mode of each person falls by its factor, a dose adds its amplitude, the level is
/// the sum.
/// There is no call in it: the processor's calling convention keeps no vector over one, and all modes would live in memory.
/// </summary>
internal static class LevelKernel
{
    /// <summary>
    /// What is left of one mode of each person after so many hours (below 0 as given): e to the power of hours times rate.
    /// </summary>
    public static void Exponentials<T>(double hours, ReadOnlySpan<double> rates, Span<double> target)
        where T : struct, ILanes<T>
    {
        unchecked
        {
            var all = T.All(hours);
            for (var i = 0; i < rates.Length; i += T.Width)
                T.Exp(all * T.Load(ref MemoryMarshal.GetReference(rates), (nuint)i))
                    .Store(ref MemoryMarshal.GetReference(target), (nuint)i);
        }
    }

    /// <summary>Takes a block of people through some runs and writes their rows.</summary>
    /// <param name="rows">Row after row of <paramref name="stride"/> numbers, a person a column.</param>
    /// <param name="add">For the later modes of a long chain: onto what stands there.</param>
    /// <param name="isLast">No further modes follow.</param>
    public static void Rows<T, TModes>(ReadOnlySpan<StepRun> runs, in ModeBlock block, Span<double> rows, int stride, bool add, bool isLast)
        where T : struct, ILanes<T>
        where TModes : struct, IModeCount
    {
        unchecked
        {
            ref var target = ref MemoryMarshal.GetReference(rows);
            ref var factors = ref block.Factors;
            ref var doses = ref block.Doses;
            ref var states = ref block.States;
            var (slotStride, factorStride, modeStride, rowStride) = (block.SlotStride, block.FactorStride, block.ModeStride, (nuint)stride);
            for (nuint person = 0; person < block.People; person += (nuint)T.Width)
            {
                var y0 = T.Load(ref states, person);
                var y1 = T.Load(ref states, person + modeStride);
                var y2 = TModes.HasThird ? T.Load(ref states, person + 2 * modeStride) : default;
                var at = person;
                foreach (ref readonly var run in runs)
                {
                    var slot = (nuint)run.Slot * slotStride + person;
                    var e0 = T.Load(ref factors, slot);
                    var e1 = T.Load(ref factors, slot + factorStride);
                    var e2 = TModes.HasThird ? T.Load(ref factors, slot + 2 * factorStride) : default;
                    // No question whether there is a dose: adding nothing costs less than a branch that the processor guesses wrong.
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
                        if (add)
                            level += T.Load(ref target, at);
                        if (isLast)
                            level = T.AtLeastZero(level);
                        level.Store(ref target, at);
                        at += rowStride;
                        if (--left == 0)
                            break;
                        y0 *= e0;
                        y1 *= e1;
                        if (TModes.HasThird)
                            y2 *= e2;
                    }
                }
                y0.Store(ref states, person);
                y1.Store(ref states, person + modeStride);
                if (TModes.HasThird)
                    y2.Store(ref states, person + 2 * modeStride);
            }
        }
    }
}
