using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

public abstract partial record PaceCurve
{
    /// <summary>Equal steps in mg: p of the first dose every N days.</summary>
    public sealed record Linear : PaceCurve
    {
        public override string Id => "linear";

        public override string Text => "Every step is the same in mg, a share of the first dose, so each is a larger part of what is left.";

        public override PaceEvidence Evidence { get; } =
            new(
                Confidence.Secondary,
                Sources.Deprescribing,
                "Much like the schedules of published trials, which take fixed parts of the first dose. Near the end such a step "
                    + "is a large part of the current dose, and the Joint Guideline's patient guide says that symptoms may grow there."
            );

        internal override string PercentOf(TaperPace pace) => "original";

        internal override string Describe(TaperPace pace) =>
            $"{SafeNumber.Write(pace.StepPercent)} % of original every {Counted.Of(pace.IntervalDays, "day")} along the linear curve";

        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start) =>
            Math.Min(1, pace.StepPercent * start / (100 * from));
    }

    /// <summary>Linear down to a fifth of the first dose; from there half the step, twice as far apart.</summary>
    public sealed record Stepped : PaceCurve
    {
        // The slower pace begins at one fifth of the first dose.
        private const int Fifths = 5;

        public override string Id => "stepped";

        public override string Text => "Equal steps in mg down to 20 % of the first dose, then half as large and twice as far apart.";

        public override PaceEvidence Evidence { get; } =
            new(
                Confidence.Secondary,
                Sources.Casn,
                "A Canadian guide: 10 % every 1 to 2 weeks down to 20 % of the original, then 5 % every 2 to 4 weeks. It does "
                    + "not say of which dose the 10 % is; original is assumed."
            );

        internal override string PercentOf(TaperPace pace) => "original";

        internal override string Asked(TaperPace pace) =>
            $"{base.Asked(pace)} ({SafeNumber.Percent(pace.StepPercent / 2)} from 20 % of it down)";

        internal override string Describe(TaperPace pace) =>
            $"{SafeNumber.Write(pace.StepPercent)} % of original every {Counted.Of(pace.IntervalDays, "day")}, from 20 % of it down "
            + $"{SafeNumber.Write(pace.StepPercent / 2)} % every {pace.IntervalDays * 2} days, along the stepped curve";

        internal override decimal AskedPart(TaperPace pace, decimal from, decimal start) =>
            Math.Min(1, pace.StepPercent * start / ((IsSlow(from, start) ? 200 : 100) * from));

        internal override int AskedDays(TaperPace pace, decimal from, decimal start) => pace.IntervalDays * (IsSlow(from, start) ? 2 : 1);

        private static bool IsSlow(decimal from, decimal start) => from * Fifths <= start;
    }
}
