using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>NSW Health: the daily diazepam dose that a high-dose patient admitted without a plan is stabilised on.</summary>
public static class UnplannedAdmission
{
    /// <summary>The lower of 40 % of the usual dose and 40 mg.</summary>
    /// <param name="usual">In mg of diazepam a day, or its equivalent.</param>
    public static Dose Cap(Dose usual) => new(Math.Min(usual.Milligrams * 0.40m, 40));
}
