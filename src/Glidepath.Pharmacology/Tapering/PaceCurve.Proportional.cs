using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public abstract partial record PaceCurve
{
    /// <summary>Each cut a share of the dose taken now; with <see cref="PercentBase.Original"/> a share of the first dose.</summary>
    public sealed record ProportionalToCurrent : PaceCurve
    {
        public override string Id => "proportional";

        public override Sentence Words => "curve.proportional";

        public override PaceEvidence Evidence { get; } = new(Confidence.Derived, Sources.OwnRule, "curve.proportional.evidence");

        internal override Sentence PercentOf(TaperPace pace) =>
            pace.Base is PercentBase.Current ? "percent-of.current" : "percent-of.original";

        internal override Sentence Describe(TaperPace pace) =>
            Sentence.Of("pace.proportional", ("step", pace.StepPercent), ("of", PercentOf(pace)), ("days", pace.IntervalDays));

        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start) =>
            pace.Base is PercentBase.Current ? pace.StepPercent / 100 : Math.Min(1, pace.StepPercent * start / (100 * from));
    }
}
