using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// The inner loop for constants that do not change: each mode of each person falls by its factor, a dose adds its amplitude, the level is the sum.
/// </summary>
internal static class LevelKernel
{
    /// <summary>Takes one analyte of some people through some steps and writes the rows that fall due.</summary>
    /// <param name="cached">Exponentials of the first intervals, interval after interval, mode after mode, person beside person.</param>
    /// <param name="state">As <see cref="Cohort.Doses"/>: what is in each mode, in ng/mL; carried on.</param>
    /// <param name="from">First person; <paramref name="to"/> is one past the last. Both whole vectors.</param>
    /// <param name="rows">Row after row of <paramref name="stride"/> numbers; the first is for <paramref name="firstRow"/> and person <paramref name="from"/>.</param>
    public static void Advance<T>(
        ReadOnlySpan<TimeStep> steps, ReadOnlySpan<double> intervals, double[] cached, int cachedIntervals, Cohort cohort, double[] state, int analyte,
        int from, int to, Span<double> rows, int stride, int firstRow) where T : struct, ILanes<T>
    {
        unchecked
        {
            for (var group = 0; group < cohort.Modes; group += Cohort.ModesTogether)
            {
                var atMode = (nuint)((analyte * cohort.Modes + group) * cohort.Padded);
                ref var factors = ref cached.Length == 0 ? ref cohort.Rates[0] : ref cached[group * cohort.Padded];
                ref var doses = ref Unsafe.Add(ref cohort.Doses[0], atMode);
                ref var states = ref Unsafe.Add(ref state[0], atMode);
                ref var rates = ref cohort.Rates[group * cohort.Padded];
                ref var target = ref MemoryMarshal.GetReference(rows);
                for (var person = from; person < to; person += T.Width)
                    Three<T>(
                        steps, intervals, ref factors, cachedIntervals, (nuint)(cohort.Modes * cohort.Padded), ref rates, ref doses, ref states,
                        (nuint)cohort.Padded, (nuint)person, ref target, (nuint)(person - from), (nuint)stride, firstRow, group > 0, group + Cohort.ModesTogether == cohort.Modes);
            }
        }
    }

    /// <summary>Three modes of one vector of people: their sum is stored, or for the later modes of a long chain added to what stands there.</summary>
    private static void Three<T>(
        ReadOnlySpan<TimeStep> steps, ReadOnlySpan<double> intervals, ref double factors, int cachedIntervals, nuint intervalStride, ref double rates,
        ref double doses, ref double states, nuint modeStride, nuint person, ref double rows, nuint lane, nuint stride, int firstRow, bool add, bool isLast) where T : struct, ILanes<T>
    {
        unchecked
        {
            // Everything that a step needs stands in a register or one look away: no call, and no address of the modes is taken.
            var y0 = T.Load(ref states, person);
            var y1 = T.Load(ref states, person + modeStride);
            var y2 = T.Load(ref states, person + 2 * modeStride);
            var b0 = T.Load(ref doses, person);
            var b1 = T.Load(ref doses, person + modeStride);
            var b2 = T.Load(ref doses, person + 2 * modeStride);
            var kept = -1;
            T e0 = T.All(1), e1 = e0, e2 = e0;
            for (var i = 0; i < steps.Length; i++)
            {
                var interval = steps[i].Interval;
                if (interval >= 0)
                {
                    if (interval != kept)
                    {
                        kept = interval;
                        if (interval < cachedIntervals)
                        {
                            var cell = (nuint)interval * intervalStride + person;
                            e0 = T.Load(ref factors, cell);
                            e1 = T.Load(ref factors, cell + modeStride);
                            e2 = T.Load(ref factors, cell + 2 * modeStride);
                        }
                        else
                        {
                            var hours = T.All(-intervals[interval]);
                            e0 = T.Exp(hours * T.Load(ref rates, person));
                            e1 = T.Exp(hours * T.Load(ref rates, person + modeStride));
                            e2 = T.Exp(hours * T.Load(ref rates, person + 2 * modeStride));
                        }
                    }
                    y0 *= e0;
                    y1 *= e1;
                    y2 *= e2;
                }
                var milligrams = steps[i].Milligrams;
                if (milligrams != 0)
                {
                    var amount = T.All(milligrams);
                    y0 += amount * b0;
                    y1 += amount * b1;
                    y2 += amount * b2;
                }
                var row = steps[i].Row;
                if (row < 0)
                    continue;
                var at = (nuint)(row - firstRow) * stride + lane;
                var level = y0 + y1 + y2;
                if (add)
                    level += T.Load(ref rows, at);
                if (isLast)
                    level = T.AtLeastZero(level);
                level.Store(ref rows, at);
            }
            y0.Store(ref states, person);
            y1.Store(ref states, person + modeStride);
            y2.Store(ref states, person + 2 * modeStride);
        }
    }
}
