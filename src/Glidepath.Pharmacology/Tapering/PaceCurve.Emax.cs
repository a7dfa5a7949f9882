using System.Numerics;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public abstract partial record PaceCurve
{
    /// <summary>Equal steps of an assumed effect d/(d + D50): p of the first dose's effect every N days. A hypothesis.</summary>
    /// <param name="D50">The daily dose assumed to give half of the effect; 0.01 to 1000 mg, a whole number of nanograms.</param>
    public sealed record Emax(Dose D50) : PaceCurve
    {
        public const decimal MinD50Mg = 0.01m;

        public const decimal MaxD50Mg = 1000;

        /// <summary>Excesses are compared to the nearest billionth of the first dose's effect, half up.</summary>
        private const int ExcessParts = 1_000_000_000;

        public Dose D50 { get; } = IsAccepted(D50) ? D50 : throw new ArgumentOutOfRangeException(nameof(D50), D50, "Accepted: 0.01 mg to 1000 mg, with at most 6 decimals.");

        public override string Id => "emax";

        public override string Text => $"Each step lowers an assumed effect by the same share, if {D50} a day gave half of the full effect: large steps in mg at first, small ones at the end.";

        public override PaceEvidence Evidence => new(Confidence.Unverified, Sources.OwnRule,
            "A hypothesis: the dose giving half of the effect is unknown by more than tenfold, and for benzodiazepines the whole idea is contested. Never a reason for a large first step.");

        public static bool IsAccepted(Dose d50) => d50.Milligrams is >= MinD50Mg and <= MaxD50Mg && decimal.IsInteger(d50.Milligrams * 1_000_000m);

        /// <summary>p·(start + D50)/(D50 + p·start): always more than p.</summary>
        public override decimal FirstCutPercent(TaperPace pace, Dose start) =>
            pace.StepPercent * (start.Milligrams + D50.Milligrams) / (D50.Milligrams + pace.StepPercent * start.Milligrams / 100);

        internal override string PercentOf(TaperPace pace) => "the assumed effect";

        internal override string Describe(TaperPace pace) => $"{SafeNumber.Write(pace.StepPercent)} % of the assumed effect every {pace.IntervalDays} days along the emax curve with D50 {D50} a day";

        internal override decimal Percent(decimal from, decimal to, decimal original)
        {
            var half = D50.Milligrams;
            return (from / (from + half) - to / (to + half)) * 100 / (original / (original + half));
        }

        internal override bool IsWithinStep(TaperPace pace, in CutInUnits cut)
        {
            var (top, bottom) = Fallen(cut);
            var (step, whole) = pace.WholeStep();
            return top * whole <= step * bottom;
        }

        internal override Cut Excess(in CutInUnits cut)
        {
            var (top, bottom) = Fallen(cut);
            return new Cut(ExcessParts, ExcessParts - (int)((2 * top * ExcessParts + bottom) / (2 * bottom)));
        }

        internal override int HoldDays(TaperPace pace, in CutInUnits cut)
        {
            var (top, bottom) = Fallen(cut);
            var (step, whole) = pace.WholeStep();
            var (needed, perDay) = (top * whole * pace.IntervalDays, step * bottom);
            return Math.Max(pace.IntervalDays, (int)((needed + perDay - 1) / perDay));
        }

        /// <summary>The days per mg at a dose d are N/(p·effect(start))·D50/(d + D50)²; times the dose above the goal, and integrated.</summary>
        internal override double AreaToFloor(TaperPace pace, double start, double floor, double goal)
        {
            var half = (double)D50.Milligrams;
            var daysPerEffect = pace.IntervalDays / ((double)pace.StepPercent / 100 * Effect(start));
            var dose = half * (Math.Log((start + half) / (floor + half)) + half / (start + half) - half / (floor + half));
            return daysPerEffect * (dose - goal * (Effect(start) - Effect(floor)));

            double Effect(double mg) => mg / (mg + half);
        }

        /// <summary>The part of the first dose's effect that the cut takes away, exactly: D·(a−b)·(s+D) / ((a+D)·(b+D)·s).</summary>
        private (BigInteger Top, BigInteger Bottom) Fallen(in CutInUnits cut)
        {
            var half = (BigInteger)(D50.Milligrams * 1_000_000m);
            BigInteger from = (BigInteger)cut.From * cut.UnitNg, to = (BigInteger)cut.To * cut.UnitNg, start = (BigInteger)cut.Original * cut.UnitNg;
            return (half * (from - to) * (start + half), (from + half) * (to + half) * start);
        }
    }
}
