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

        public override PaceEvidence Evidence { get; } = new(Confidence.Secondary, Sources.Deprescribing,
            "Much like the schedules of published trials, which take fixed parts of the first dose. Near the end such a step is a large part of the current dose, and the Joint Guideline's patient guide says that symptoms may grow there.");

        internal override string PercentOf(TaperPace pace) => "original";

        internal override string Describe(TaperPace pace) => $"{SafeNumber.Write(pace.StepPercent)} % of original every {pace.IntervalDays} days along the linear curve";

        internal override decimal Percent(decimal from, decimal to, decimal original) => (from - to) * 100 / original;

        internal override bool IsWithinStep(TaperPace pace, in CutInUnits cut) => (cut.From - cut.To) * 100m <= pace.StepPercent * cut.Original;

        internal override Cut Excess(in CutInUnits cut) => new((int)cut.Original, (int)(cut.Original - (cut.From - cut.To)));

        internal override int HoldDays(TaperPace pace, in CutInUnits cut) => EqualParts(pace, cut.From - cut.To, cut.Original);

        internal override double AreaToFloor(TaperPace pace, double start, double floor, double goal) =>
            AreaUnderLine(start, floor, goal, (start - floor) * pace.IntervalDays / ((double)pace.StepPercent / 100 * start));
    }

    /// <summary>Linear down to a fifth of the first dose; from there half the step, twice as far apart.</summary>
    public sealed record Stepped : PaceCurve
    {
        // The slower pace begins at one fifth of the first dose.
        private const int Fifths = 5;

        // Half the step in twice the interval.
        private const int TimesSlower = 4;

        public override string Id => "stepped";

        public override string Text => "Equal steps in mg down to 20 % of the first dose, then half as large and twice as far apart.";

        public override PaceEvidence Evidence { get; } = new(Confidence.Secondary, Sources.Casn,
            "A Canadian guide: 10 % every 1 to 2 weeks down to 20 % of the original, then 5 % every 2 to 4 weeks. It does not say of which dose the 10 % is; original is assumed.");

        internal override string PercentOf(TaperPace pace) => "original";

        internal override string Asked(TaperPace pace) => $"{base.Asked(pace)} ({SafeNumber.Percent(pace.StepPercent / 2)} from 20 % of it down)";

        internal override string Describe(TaperPace pace) =>
            $"{SafeNumber.Write(pace.StepPercent)} % of original every {pace.IntervalDays} days, from 20 % of it down {SafeNumber.Write(pace.StepPercent / 2)} % every {pace.IntervalDays * 2} days, along the stepped curve";

        internal override decimal Percent(decimal from, decimal to, decimal original) => (from - to) * 100 / original;

        /// <summary>The dose before the cut decides, as in the rule set: <see cref="Safety.PaceLimit.UpToFraction"/>.</summary>
        internal override bool IsWithinStep(TaperPace pace, in CutInUnits cut) => (cut.From - cut.To) * 100m * Weight(cut) <= pace.StepPercent * cut.Original;

        internal override Cut Excess(in CutInUnits cut) => new((int)cut.Original, (int)(cut.Original - (cut.From - cut.To) * Weight(cut)));

        internal override int HoldDays(TaperPace pace, in CutInUnits cut) =>
            Math.Max(pace.IntervalDays * Weight(cut), EqualParts(pace, Progress(cut.From, cut.Original) - Progress(cut.To, cut.Original), Fifths * cut.Original));

        /// <summary>A cut within the step takes one interval above the bend and two below it; one that crosses it may take longer.</summary>
        internal override int HoldWithinStep(TaperPace pace, in CutInUnits cut) =>
            cut.From * Fifths > cut.Original && cut.To * Fifths < cut.Original ? HoldDays(pace, cut) : pace.IntervalDays * Weight(cut);

        internal override double AreaToFloor(TaperPace pace, double start, double floor, double goal)
        {
            var (daysPerMg, bend) = (pace.IntervalDays / ((double)pace.StepPercent / 100 * start), Math.Max(floor, start / Fifths));
            return AreaUnderLine(start, bend, goal, (start - bend) * daysPerMg) + AreaUnderLine(bend, floor, goal, (bend - floor) * daysPerMg * TimesSlower);
        }

        /// <summary>How often the cut counts: twice from a fifth of the first dose down, where the allowed step is half.</summary>
        private static int Weight(in CutInUnits cut) => cut.From * Fifths > cut.Original ? 1 : 2;

        /// <summary>Falls evenly in time along the curve; in fifths of a unit.</summary>
        private static long Progress(long dose, long original) => dose * Fifths >= original ? dose * Fifths : original - TimesSlower * (original - dose * Fifths);
    }
}
