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
            var (y0, y1, y2) = (T.Load(ref states, person), T.Load(ref states, person + modeStride), T.Load(ref states, person + 2 * modeStride));
            foreach (ref readonly var step in steps)
            {
                if (step.Interval >= 0)
                    Fall(step.Interval, intervals, ref factors, cachedIntervals, intervalStride, ref rates, modeStride, person, ref y0, ref y1, ref y2);
                if (step.Milligrams != 0)
                    Swallow(step.Milligrams, ref doses, modeStride, person, ref y0, ref y1, ref y2);
                if (step.Row < 0)
                    continue;
                var at = (nuint)(step.Row - firstRow) * stride + lane;
                var level = y0 + y1 + y2;
                if (add)
                    level += T.Load(ref rows, at);
                (isLast ? T.AtLeastZero(level) : level).Store(ref rows, at);
            }
            y0.Store(ref states, person);
            y1.Store(ref states, person + modeStride);
            y2.Store(ref states, person + 2 * modeStride);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fall<T>(
        int interval, ReadOnlySpan<double> intervals, ref double factors, int cachedIntervals, nuint intervalStride, ref double rates, nuint modeStride,
        nuint person, ref T y0, ref T y1, ref T y2) where T : struct, ILanes<T>
    {
        unchecked
        {
            if (interval < cachedIntervals)
            {
                var at = (nuint)interval * intervalStride + person;
                y0 *= T.Load(ref factors, at);
                y1 *= T.Load(ref factors, at + modeStride);
                y2 *= T.Load(ref factors, at + 2 * modeStride);
                return;
            }
            var hours = T.All(-intervals[interval]);
            y0 *= T.Exp(hours * T.Load(ref rates, person));
            y1 *= T.Exp(hours * T.Load(ref rates, person + modeStride));
            y2 *= T.Exp(hours * T.Load(ref rates, person + 2 * modeStride));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Swallow<T>(double milligrams, ref double doses, nuint modeStride, nuint person, ref T y0, ref T y1, ref T y2) where T : struct, ILanes<T>
    {
        unchecked
        {
            var amount = T.All(milligrams);
            y0 += amount * T.Load(ref doses, person);
            y1 += amount * T.Load(ref doses, person + modeStride);
            y2 += amount * T.Load(ref doses, person + 2 * modeStride);
        }
    }
}
