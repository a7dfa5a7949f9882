using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What a percentage is a percentage of.</summary>
public enum PercentBase
{
    /// <summary>The dose taken just before the cut.</summary>
    Current,

    /// <summary>The dose before the first cut.</summary>
    Original,
}

/// <summary>How fast: a step of so many percent every so many days, along a curve.</summary>
public sealed record TaperPace
{
    /// <summary>10 % of current every 14 days, the upper end of the starting pace in the Joint Guideline 2025.</summary>
    public static readonly TaperPace Default = new();

    /// <summary>In percent; 0.5 to under 100. The default is 10.</summary>
    public decimal StepPercent
    {
        get;
        init =>
            field = value is >= MinStepPercent and < 100
                ? value
                : throw new ArgumentOutOfRangeException(nameof(StepPercent), value, "Accepted: 0.5 to under 100.");
    } = 10;

    /// <summary>
    /// Only <see cref="PaceCurve.ProportionalToCurrent"/> leaves a choice; every other curve says itself what its percentage is of.
    /// </summary>
    public PercentBase Base { get; init; }

    public PaceCurve Curve { get; init; } = PaceCurve.Default;

    /// <summary>In days; 1 to 180. The default is 14. A plan waits whole weeks, so it rounds this up.</summary>
    public int IntervalDays
    {
        get;
        init =>
            field = value is >= 1 and <= MaxIntervalDays
                ? value
                : throw new ArgumentOutOfRangeException(nameof(IntervalDays), value, "Accepted: 1 to 180.");
    } = 14;

    public const decimal MinStepPercent = 0.5m;

    public const int MaxIntervalDays = 180;

    /// <summary>The interval in whole weeks, rounded up: a plan never cuts sooner than asked.</summary>
    public int WholeWeeksDays => (IntervalDays + 6) / 7 * 7;

    /// <summary>The whole pace, such as 10 % of current every 14 days.</summary>
    public Sentence Words => Curve.Describe(this);
}
