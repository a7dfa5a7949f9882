using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering.Search;

public static partial class CertificateChecker
{
    /// <returns>What a cut costs by itself; null where no plan may make it.</returns>
    private static Cost? Edge(TaperCertificate certificate, int from, int to, bool isPiece)
    {
        var request = certificate.Request;
        var (a, b) = ((double)from, (double)to);
        var size = Math.Log(a / b);
        var asked = -Math.Log(1 - (double)Asked(certificate, from));
        if (to != certificate.Floor && size < asked / 2 - 1e-9)
            return null;
        var most = -Math.Log(1 - (double)Ceiling(certificate, from));
        var interval = Interval(certificate, from);
        var longest = Math.Max(request.MaxHoldDays ?? 28, WholeWeeks(request.Pace.IntervalDays));
        if (isPiece)
            most = Math.Min(most, 1.5 * asked * longest / interval);
        if (from == certificate.Days[^1].Total && certificate.LimitsFirstCut)
            most = Math.Min(most, -Math.Log(1 - (double)Math.Min(0.99m, 1.5m * Asked(certificate, from))));
        var isFree = request.AcceptLargeLastSteps && isPiece && from <= certificate.Boundary;
        if (!isFree && size > most + 1e-9)
            return null;
        var after = Interval(certificate, to);
        var hold =
            size <= asked * 1.02 ? after : Math.Max(after, Math.Min(longest, 7 * (int)Math.Ceiling(size / asked * after / 7 - 1e-6)));
        var excess = size - asked < asked / 4 ? 0 : Logarithm(from) - Logarithm(to) + OfPart(1 - Asked(certificate, from));
        var distance = (long)Math.Round(Math.Abs(size / asked - (double)hold / WholeWeeks(request.Pace.IntervalDays)) * 1_000_000);
        return new Cost(excess, 6 + 4 * ((hold - after) / 7), distance, 1, hold);
    }

    private static long Billionths(double value) => (long)Math.Round(1_000_000_000 * value);

    /// <summary>Factor by factor: each divisor that is left after the smaller ones is prime.</summary>
    private static long Logarithm(int whole)
    {
        if (whole == 1)
            return 0;
        var factor = Enumerable.Range(2, whole - 1).First(d => whole % d == 0);
        return Billionths(Math.Log(factor)) + Logarithm(whole / factor);
    }

    /// <summary>In ten-thousandths, where it is whole in them.</summary>
    private static long OfPart(decimal part) =>
        decimal.Truncate(10_000 * part) == 10_000 * part
            ? Logarithm((int)(10_000 * part)) - Logarithm(10_000)
            : Billionths(Math.Log((double)part));

    private static int WholeWeeks(int days) => (int)Math.Ceiling(days / 7.0) * 7;

    private static int Interval(TaperCertificate certificate, int dose)
    {
        var pace = certificate.Request.Pace;
        var slow = pace.Curve is PaceCurve.Stepped && 5 * dose <= certificate.Days[^1].Total ? 2 : 1;
        return WholeWeeks(pace.IntervalDays * slow);
    }

    /// <summary>The asked cut as a part of the dose, by the curve's own definition.</summary>
    private static decimal Asked(TaperCertificate certificate, int from)
    {
        var (request, p) = (certificate.Request, certificate.Request.Pace.StepPercent / 100);
        var (dose, start) = (from * certificate.UnitMg, certificate.Days[^1].Total * certificate.UnitMg);
        var byMg = request.PaceIsAsked
            ? null
            : request.Policy.MgRulesFor(request.Drug).FirstOrDefault(r => dose > r.AboveMg && dose <= r.UpToMg);
        var asked =
            (byMg?.SteerMg ?? byMg?.MaxMg) / dose
            ?? request.Pace.Curve switch
            {
                PaceCurve.Stepped => Math.Min(1, (5 * dose <= start ? p / 2 : p) * start / dose),
                PaceCurve.Emax emax => AskedOfEffect(emax.D50.Milligrams, p, dose, start),
                PaceCurve.Linear => Math.Min(1, p * start / dose),
                _ => request.Pace.Base is PercentBase.Original ? Math.Min(1, p * start / dose) : p,
            };
        return Math.Min(asked, Ceiling(certificate, from));
    }

    private static decimal AskedOfEffect(decimal half, decimal p, decimal dose, decimal start)
    {
        var left = dose / (dose + half) - p * start / (start + half);
        return left <= 0 ? 1 : 1 - half * left / (1 - left) / dose;
    }

    private static decimal Ceiling(TaperCertificate certificate, int from)
    {
        var request = certificate.Request;
        var (dose, start) = (new Dose(from * certificate.UnitMg), new Dose(certificate.Days[^1].Total * certificate.UnitMg));
        var days = WholeWeeks(request.Pace.IntervalDays);
        var mg =
            request.Policy.LargestCutMg(request.Drug, dose, start, days)
            ?? RuleSetTable.Asam.LargestCutMg(request.Drug, dose, start, days)!.Value;
        var part = mg / dose.Milligrams;
        if (request.OverrideInForce is not null)
        {
            var asked = request.Pace.Curve.FirstCutPercent(request.Pace, start) / 100;
            part = Math.Max(
                part,
                request.Pace.Curve is PaceCurve.ProportionalToCurrent && request.Pace.Base is PercentBase.Current
                    ? asked
                    : AskedByCurve(certificate, dose.Milligrams, start.Milligrams)
            );
        }
        return Math.Min(0.99m, part);
    }

    private static decimal AskedByCurve(TaperCertificate certificate, decimal dose, decimal start)
    {
        var p = certificate.Request.Pace.StepPercent / 100;
        return certificate.Request.Pace.Curve switch
        {
            PaceCurve.Stepped => Math.Min(1, (5 * dose <= start ? p / 2 : p) * start / dose),
            PaceCurve.Emax emax => AskedOfEffect(emax.D50.Milligrams, p, dose, start),
            _ => Math.Min(1, p * start / dose),
        };
    }

    /// <summary>In halves of a point: the table of weights, written out.</summary>
    private static int Trouble(TaperCertificate certificate, CertifiedDay day) =>
        day
            .Doses.Where(d => d.Dose > 0)
            .Sum(dose =>
            {
                var whole = dose.Quarters.Sum(q => q.Value / 4);
                var splits = dose.Quarters.Sum(q =>
                    (q.Value % 4) switch
                    {
                        0 => 0,
                        3 => 2,
                        _ => 1,
                    }
                );
                var melting = dose
                    .Quarters.Where(q => certificate.Stock[q.Key].Form is ProductForm.OrallyDisintegratingTablet)
                    .Sum(q => q.Value / 4);
                var products = dose.Quarters.Count + (dose.CentiMl > 0 ? 1 : 0);
                var capacity = dose.CentiMl switch
                {
                    <= 100 => 100,
                    <= 300 => 300,
                    <= 500 => 500,
                    _ => 1000,
                };
                var liquid =
                    (
                        dose.CentiMl == 0 ? 0
                        : dose.CentiMl * 5 < capacity || dose.CentiMl * 5 > 4 * capacity ? 4
                        : 2
                    ) + (dose.CentiMl > 500 ? 4 : 0);
                return 4 * Math.Max(0, whole + splits - 4) + 2 * (products - 1) + 2 * splits + melting + liquid;
            });
}
