using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public abstract partial record PaceCurve
{
    /// <summary>Equal steps in mg: p of the first dose every N days.</summary>
    public sealed record Linear : PaceCurve
    {
        public override string Id => "linear";

        public override Sentence Words => "curve.linear";

        public override PaceEvidence Evidence { get; } = new(Confidence.Secondary, Sources.Deprescribing, "curve.linear.evidence");

        internal override Sentence PercentOf(TaperPace pace) => "percent-of.original";

        internal override Sentence Describe(TaperPace pace) =>
            Sentence.Of("pace.linear", ("step", pace.StepPercent), ("days", pace.IntervalDays));

        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start) =>
            Math.Min(1, pace.StepPercent * start / (100 * from));
    }

    /// <summary>Linear down to a fifth of the first dose; from there half the step, twice as far apart.</summary>
    public sealed record Stepped : PaceCurve
    {
        // The slower pace begins at one fifth of the first dose.
        private const int Fifths = 5;

        public override string Id => "stepped";

        public override Sentence Words => "curve.stepped";

        public override PaceEvidence Evidence { get; } = new(Confidence.Secondary, Sources.Casn, "curve.stepped.evidence");

        internal override Sentence PercentOf(TaperPace pace) => "percent-of.original";

        internal override Sentence Describe(TaperPace pace) =>
            Sentence.Of(
                "pace.stepped",
                ("step", pace.StepPercent),
                ("days", pace.IntervalDays),
                ("slowStep", pace.StepPercent / 2),
                ("slowDays", pace.IntervalDays * 2)
            );

        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start) =>
            Math.Min(1, pace.StepPercent * start / ((IsSlow(from, start) ? 200 : 100) * from));

        internal override int AskedDays(TaperPace pace, decimal from, decimal start) => pace.IntervalDays * (IsSlow(from, start) ? 2 : 1);

        private static bool IsSlow(decimal from, decimal start) => from * Fifths <= start;
    }
}
