namespace Glidepath.Pharmacology.Tapering;

/// <summary>How a daily dose may be spread over the times of day while it falls.</summary>
public enum SplitRule
{
    /// <summary>
    /// Each time of day stays within one makeable unit (the smallest makeable dose) of its share at the start, and none is emptied while another
    /// holds more than two units; <see cref="DayShares"/> has the case where the two collide. The rule for drugs that do not last the day.
    /// </summary>
    Proportional,

    /// <summary>Any split: long-acting drugs.</summary>
    Free,

    /// <summary>
    /// Too many splits to search all: those nearest to the starting shares are searched, within one unit, or half a unit, a quarter and so on, the
    /// widest that can be searched. A documented narrowing, so the result is the best within it.
    /// </summary>
    ProportionalFamily,

    /// <summary>
    /// One time of day is dropped last: it keeps its dose until the others are down to one unit or less, and the others fall in proportion.
    /// A documented narrowing, so the result is the best within it.
    /// </summary>
    KeepOneTime,
}
