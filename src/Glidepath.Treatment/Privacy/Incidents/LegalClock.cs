using Glidepath.Pharmacology.Drugs;

namespace Glidepath.Treatment.Privacy;

/// <summary>A time that the law sets.</summary>
/// <param name="Days">Calendar days.</param>
/// <param name="Section">Where it stands, as staff read it.</param>
public sealed record LegalClock(int Days, string Section, Source Source, Confidence Confidence);

/// <summary>The times and numbers of breach notification.</summary>
public static class BreachRules
{
    /// <summary>Without unreasonable delay, and at the latest so many days after discovery. Part 2 programs: 42 CFR 2.16(b).</summary>
    public static LegalClock Individuals { get; } =
        new(60, "45 CFR 164.404(b); 42 CFR 2.16(b)", LegalSources.BreachNotification, Confidence.Secondary);

    public static LegalClock Media { get; } = new(60, "45 CFR 164.406(b)", LegalSources.BreachNotification, Confidence.Secondary);

    /// <summary>Of a large breach, with the notice to individuals.</summary>
    public static LegalClock HhsLarge { get; } = new(60, "45 CFR 164.408(b)", LegalSources.BreachNotification, Confidence.Secondary);

    /// <summary>Of a smaller one: after the end of the calendar year in which it was discovered.</summary>
    public static LegalClock HhsSmall { get; } = new(60, "45 CFR 164.408(c)", LegalSources.BreachNotification, Confidence.Secondary);

    /// <summary>Of a statement made orally, unless one in writing comes in that time.</summary>
    public static LegalClock OralDelay { get; } = new(30, "45 CFR 164.412(b)", LegalSources.BreachNotification, Confidence.Secondary);

    /// <summary>164.408(b): from so many people on, HHS is told with the individuals.</summary>
    public const int LargeFrom = 500;

    /// <summary>164.406(a): the media are told where more residents of one State or jurisdiction than this are affected.</summary>
    public const int MediaAbove = 500;
}
