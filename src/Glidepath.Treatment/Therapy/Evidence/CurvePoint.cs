namespace Glidepath.Treatment.Therapy.Evidence;

/// <summary>What is known of one person's hard moments this many minutes in. The three shares come to 1.</summary>
/// <param name="AtRisk">Hard moments that were neither over nor out of sight just before.</param>
/// <param name="Eased">Share that had eased.</param>
/// <param name="Used">Share in which a dose had been taken first.</param>
/// <param name="Still">Share that went on.</param>
public readonly record struct CurvePoint(double Minutes, int AtRisk, Learned Eased, Learned Used, double Still);
