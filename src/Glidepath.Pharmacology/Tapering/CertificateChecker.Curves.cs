using System.Numerics;

namespace Glidepath.Pharmacology.Tapering;

public static partial class CertificateChecker
{
    /// <returns>How large the cut is in its curve's per cent, or null at or under the asked step.</returns>
    private static decimal? OverStep(TaperProblem problem, int a, int b)
    {
        var (start, step) = (problem.Start.Sum(), problem.Pace.StepPercent);
        switch (problem.Pace.Curve)
        {
            case PaceCurve.Linear:
                return (a - b) * 100m > step * start ? (a - b) * 100m / start : null;
            case PaceCurve.Stepped when a <= start * 0.2m:
                return (a - b) * 100m > step / 2 * start ? (a - b) * 200m / start : null;
            case PaceCurve.Stepped:
                return (a - b) * 100m > step * start ? (a - b) * 100m / start : null;
            case PaceCurve.Emax emax:
                var (lost, of) = EffectLost(problem, emax, a, b);
                var (numerator, denominator) = Whole(step);
                // To the nearest billionth, half up.
                return lost * 100 * denominator > of * numerator ? (decimal)((lost * 2_000_000_000 + of) / (of * 2)) / 10_000_000m : null;
            default:
                return Percent(a, b) > step ? Percent(a, b) : null;
        }
    }

    private static int Hold(TaperProblem problem, int a, int b) =>
        Math.Max(HoldByCurve(problem, a, b), problem.SettleDays.GetValueOrDefault(a));

    private static int HoldByCurve(TaperProblem problem, int a, int b)
    {
        var (n, p, start) = (problem.Pace.IntervalDays, problem.Pace.StepPercent / 100, problem.Start.Sum());
        switch (problem.Pace.Curve)
        {
            case PaceCurve.Linear:
                return Math.Max(n, (int)decimal.Ceiling(n * (a - b) / (p * start)));
            case PaceCurve.Stepped:
                // Above the bend p of the start in n days, below it half of that in twice the days.
                var bend = start * 0.2m;
                var (above, below) = (Math.Max(a, bend) - Math.Max(b, bend), Math.Min(a, bend) - Math.Min(b, bend));
                return Math.Max(a <= bend ? 2 * n : n, (int)decimal.Ceiling(n * (above + 4 * below) / (p * start)));
            case PaceCurve.Emax emax:
                var (lost, of) = EffectLost(problem, emax, a, b);
                var (numerator, denominator) = Whole(problem.Pace.StepPercent);
                var days = BigInteger.DivRem(n * lost * 100 * denominator, of * numerator, out var part);
                return Math.Max(n, (int)days + (part.IsZero ? 0 : 1));
            default:
                return problem.Pace.Base is PercentBase.Original ? Math.Max(n, (int)decimal.Ceiling(n * (a - b) / (p * start)))
                    : b == 0 ? n : Math.Max(n, (int)Math.Ceiling(n * Math.Log((double)b / a) / Math.Log(1 - (double)p) - 1e-9));
        }
    }

    /// <summary>The effect of a less that of b, each dose / (dose + D50), as a part of the start's: crosswise, in nanograms.</summary>
    private static (BigInteger Lost, BigInteger Of) EffectLost(TaperProblem problem, PaceCurve.Emax emax, int a, int b)
    {
        BigInteger Ng(int units) => (BigInteger)units * problem.UnitNg;
        var d50 = (BigInteger)(emax.D50.Milligrams * 1_000_000m);
        var (x, y, s) = (Ng(a), Ng(b), Ng(problem.Start.Sum()));
        return ((x * (y + d50) - y * (x + d50)) * (s + d50), (x + d50) * (y + d50) * s);
    }

    private static (BigInteger Numerator, BigInteger Denominator) Whole(decimal value)
    {
        BigInteger denominator = 1;
        for (; !decimal.IsInteger(value); value *= 10)
            denominator *= 10;
        return ((BigInteger)value, denominator);
    }
}
