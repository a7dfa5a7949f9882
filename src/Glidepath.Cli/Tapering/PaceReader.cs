using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Cli.Tapering;

/// <summary>The curve and the base of a pace, which may contradict each other.</summary>
internal static class PaceReader
{
    /// <exception cref="InputException">A value was not understood, or --d50 stands where it may not or is missing.</exception>
    public static PaceCurve Curve(string? curve, string? d50)
    {
        var word = curve?.Trim().ToLowerInvariant() ?? PaceCurve.Default.Id;
        if (d50 is not null && word is "proportional" or "linear" or "stepped")
            throw new InputException($"--d50: read \"{Read.Short(d50)}\" beside the {word} curve; accepted: --d50 only with --curve emax");
        return word switch
        {
            "proportional" => PaceCurve.Default,
            "linear" => new PaceCurve.Linear(),
            "stepped" => new PaceCurve.Stepped(),
            "emax" => d50 is null
                ? throw new InputException(
                    "--d50: missing; accepted: with --curve emax the daily dose to assume as giving half of the effect, from "
                        + "0.01 to 1000 mg. It is unknown by more than tenfold, so there is no default"
                )
                : new PaceCurve.Emax(HalfEffect(d50)),
            _ => throw new InputException($"--curve: read \"{Read.Short(curve!)}\"; accepted: proportional, linear, stepped, emax"),
        };
    }

    public static PercentBase Base(string text, PaceCurve curve)
    {
        var percentBase = text.Trim().ToLowerInvariant() switch
        {
            "current" => PercentBase.Current,
            "original" => PercentBase.Original,
            _ => throw new InputException($"--of: read \"{Read.Short(text)}\"; accepted: current, original"),
        };
        return curve is PaceCurve.ProportionalToCurrent
            ? percentBase
            : throw new InputException(
                $"--of: read \"{Read.Short(text)}\" beside the {curve.Id} curve, which says itself what its per cent are of; "
                    + $"accepted: --of only with --curve proportional"
            );
    }

    private static Dose HalfEffect(string text)
    {
        var d50 = new Dose(Read.Number("--d50", text, PaceCurve.Emax.MinD50Mg, PaceCurve.Emax.MaxD50Mg, "mg"));
        return PaceCurve.Emax.IsAccepted(d50)
            ? d50
            : throw new InputException($"--d50: read \"{Read.Short(text)}\"; accepted: at most 6 decimals");
    }
}
