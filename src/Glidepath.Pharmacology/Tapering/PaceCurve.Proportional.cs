using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public abstract partial record PaceCurve
{
    /// <summary>Each cut a share of the dose taken now; with <see cref="PercentBase.Original"/> a share of the first dose.</summary>
    public sealed record ProportionalToCurrent : PaceCurve
    {
        public override string Id => "proportional";

        public override string Text =>
            "Each step is the same share of the dose taken just before it, so steps in mg grow smaller as the dose falls.";

        public override PaceEvidence Evidence { get; } =
            new(
                Confidence.Derived,
                Sources.OwnRule,
                "A rule of thumb: the guidelines name a percentage and mostly not of what. In a simple receptor model a cut of "
                    + "10 % of current lowers occupancy by at most 2.7 percentage points, whatever dose fills half of the receptors."
            );

        internal override string PercentOf(TaperPace pace) => pace.Base is PercentBase.Current ? "current" : "original";

        internal override string Describe(TaperPace pace) =>
            $"{SafeNumber.Write(pace.StepPercent)} % of {PercentOf(pace)} every {Counted.Of(pace.IntervalDays, "day")}";

        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start) =>
            pace.Base is PercentBase.Current ? pace.StepPercent / 100 : Math.Min(1, pace.StepPercent * start / (100 * from));
    }
}
