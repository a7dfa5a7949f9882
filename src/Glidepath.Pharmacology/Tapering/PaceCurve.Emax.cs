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

        public Dose D50 { get; } =
            IsAccepted(D50)
                ? D50
                : throw new ArgumentOutOfRangeException(nameof(D50), D50, "Accepted: 0.01 mg to 1000 mg, with at most 6 decimals.");

        public override string Id => "emax";

        public override Sentence Words => Sentence.Of("curve.emax", ("half", D50));

        public override PaceEvidence Evidence => new(Confidence.Unverified, Sources.OwnRule, "curve.emax.evidence");

        public static bool IsAccepted(Dose d50) =>
            d50.Milligrams is >= MinD50Mg and <= MaxD50Mg && decimal.IsInteger(d50.Milligrams * 1_000_000m);

        /// <summary>p·(start + D50)/(D50 + p·start): always more than p.</summary>
        public override decimal FirstCutPercent(TaperPace pace, Dose start) => 100 * AskedPart(pace, start.Milligrams, start.Milligrams);

        internal override Sentence PercentOf(TaperPace pace) => "percent-of.effect";

        internal override Sentence Describe(TaperPace pace) =>
            Sentence.Of("pace.emax", ("step", pace.StepPercent), ("days", pace.IntervalDays), ("half", D50));

        /// <summary>
        /// The dose b after the cut has the effect of a less p of the start's: with x = a/(a + D50) − p·s/(s + D50), b = D50·x/(1 − x).
        /// </summary>
        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start)
        {
            var half = D50.Milligrams;
            var left = from / (from + half) - pace.StepPercent / 100 * start / (start + half);
            return left <= 0 ? 1 : 1 - half * left / (1 - left) / from;
        }
    }
}
