using System.Numerics;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public abstract partial record PaceCurve
{
    /// <summary>Each cut a share of the dose taken now. With <see cref="PercentBase.Original"/> only the holds are reckoned of the first dose.</summary>
    public sealed record ProportionalToCurrent : PaceCurve
    {
        public override string Id => "proportional";

        public override string Text => "Each step is the same share of the dose taken just before it, so steps in mg grow smaller as the dose falls.";

        public override PaceEvidence Evidence { get; } = new(Confidence.Derived, Sources.OwnRule,
            "A rule of thumb: the guidelines name a percentage and mostly not of what. In a simple receptor model a cut of 10 % of current lowers occupancy by at most 2.7 percentage points, whatever dose fills half of the receptors.");

        internal override string PercentOf(TaperPace pace) => pace.Base is PercentBase.Current ? "current" : "original";

        internal override string Asked(TaperPace pace) => SafeNumber.Percent(pace.StepPercent);

        internal override string Describe(TaperPace pace) => $"{SafeNumber.Write(pace.StepPercent)} % of {PercentOf(pace)} every {pace.IntervalDays} days";

        internal override decimal Percent(decimal from, decimal to, decimal original) => (from - to) * 100 / from;

        internal override bool IsWithinStep(TaperPace pace, in CutInUnits cut) => (cut.From - cut.To) * 100m <= pace.StepPercent * cut.From;

        internal override Cut Excess(in CutInUnits cut) => new((int)cut.From, (int)cut.To);

        /// <summary>Of current max(N, ⌈N·ln(b/a)/ln(1−p)⌉), of original max(N, ⌈N·(a−b)/(p·start)⌉).</summary>
        internal override int HoldDays(TaperPace pace, in CutInUnits cut)
        {
            if (pace.Base is PercentBase.Original)
                return EqualParts(pace, cut.From - cut.To, cut.Original);
            return cut.To == 0 || IsWithinStep(pace, cut) ? pace.IntervalDays : Math.Max(pace.IntervalDays, CompoundDays(pace, cut.From, cut.To));
        }

        internal override double AreaToFloor(TaperPace pace, double start, double floor, double goal)
        {
            if (pace.Base is PercentBase.Original)
                return AreaUnderLine(start, floor, goal, (start - floor) * pace.IntervalDays / ((double)pace.StepPercent / 100 * start));
            // ∫ start·e^(−kt) down to the floor is (start − floor)/k.
            var k = -Math.Log(1 - (double)pace.StepPercent / 100) / pace.IntervalDays;
            return (start - floor) / k - goal * Math.Log(start / floor) / k;
        }

        private static int CompoundDays(TaperPace pace, long from, long to)
        {
            var days = pace.IntervalDays * Math.Log((double)to / from) / Math.Log(1 - (double)pace.StepPercent / 100);
            var nearest = Math.Round(days);
            // A logarithm can be off in its last digit, and a day must not hang on that: near a whole number the powers are compared exactly.
            return Math.Abs(days - nearest) < 1e-6
                ? (int)nearest + (Reaches(pace, (int)nearest, from, to) ? 0 : 1)
                : (int)Math.Ceiling(days);
        }

        /// <summary>(1 − p)^days ≤ (to/from)^N, in whole numbers.</summary>
        private static bool Reaches(TaperPace pace, int days, long from, long to)
        {
            var (step, whole) = pace.WholeStep();
            return BigInteger.Pow(whole - step, days) * BigInteger.Pow(from, pace.IntervalDays) <= BigInteger.Pow(whole, days) * BigInteger.Pow(to, pace.IntervalDays);
        }
    }

    /// <summary>max(N, ⌈N·cut/(p·whole)⌉). The quotient of two such numbers is exact enough: it is a whole number, or further from one than a decimal rounds.</summary>
    private static int EqualParts(TaperPace pace, long cut, long whole)
    {
        // p = percent/100, kept whole by scaling.
        var exact = pace.IntervalDays * cut * 100m / (pace.StepPercent * whole);
        return Math.Max(pace.IntervalDays, (int)decimal.Ceiling(exact));
    }
}
