namespace Glidepath.Treatment.Monitoring;

/// <summary>What to do with the dose, the lightest first.</summary>
public enum DoseAdvice
{
    Give,

    /// <summary>Not now: look again, and a prescriber decides.</summary>
    Withhold,

    /// <summary>Not now, and the prescriber is called.</summary>
    Call,

    /// <summary>The emergency team.</summary>
    Emergency,
}

/// <summary>A rule before a supervised dose of a sedative (course-rules §3).</summary>
/// <param name="Id">V1 to V6.</param>
/// <param name="Within">By when somebody has looked or decided; null where nothing is asked.</param>
/// <param name="IsProgramRule">No published number was found: the program sets it.</param>
public sealed record DoseRule(string Id, DoseAdvice Advice, TimeSpan? Within, bool IsProgramRule, Func<VitalSignValues, News2, bool> Fires);

/// <param name="Rules">Those that fired, the gravest first; none where the dose may be given.</param>
/// <param name="Score">Of the same vital signs.</param>
/// <param name="DecideBy">UTC. The shortest time of all that fired; null where none did.</param>
public sealed record DoseCheck(IReadOnlyList<DoseRule> Rules, News2 Score, DateTime? DecideBy)
{
    public DoseAdvice Advice => Rules.Count == 0 ? DoseAdvice.Give : Rules.Max(r => r.Advice);
}

/// <summary>
/// The rules before each supervised dose of a sedative, as data. Sedation by SA Health's scale; NEWS2 by RCP 2017; thresholds of breathing,
/// pressure and pulse, and all times, are program rules.
/// </summary>
public static class BeforeDose
{
    /// <summary>Within how long a prescriber decides on a dose that was withheld (program rule).</summary>
    public static readonly TimeSpan Decide = TimeSpan.FromHours(1);

    private static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    public static IReadOnlyList<DoseRule> All { get; } =
    [
        new("V2", DoseAdvice.Withhold, Decide, true, (v, _) => v.Sedation == 2),
        new("V3", DoseAdvice.Emergency, TimeSpan.Zero, true, (v, _) => v.Sedation == 3),
        new("V4-review", DoseAdvice.Withhold, Decide, true, (v, _) => v.Breaths is 10 or 11),
        new("V4-call", DoseAdvice.Call, HalfAnHour, true, (v, _) => v.Breaths == 9),
        new("V4-emergency", DoseAdvice.Emergency, TimeSpan.Zero, false, (v, _) => v.Breaths <= 8),
        new("V4-oxygen", DoseAdvice.Withhold, Decide, true, (v, _) => v.Oxygen < 92),
        new("V5-pressure", DoseAdvice.Withhold, Decide, true, (v, _) => v.Systolic < 90),
        new("V5-pulse", DoseAdvice.Withhold, Decide, true, (v, _) => v.Pulse < 50),
        new("V5-unsteady", DoseAdvice.Withhold, Decide, true, (v, _) => v.IsUnsteady),
        new("V5-alcohol", DoseAdvice.Withhold, Decide, true, (v, _) => v.BreathAlcohol > 0),
        new("V6-review", DoseAdvice.Call, Decide, false, (_, score) => score.Band is News2Band.Review),
        new("V6-emergency", DoseAdvice.Emergency, HalfAnHour, false, (_, score) => score.Band is News2Band.Emergency),
    ];

    /// <summary>How long what was measured speaks for the person (program rule).</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(30);

    /// <summary>
    /// The newest value of each sign in the half hour up to the newest set: neither does a later set that is not whole hide what an earlier
    /// one found, nor an earlier one what came after it.
    /// </summary>
    /// <param name="sets">Of one person, what nothing amends, in any order.</param>
    /// <returns>Null where sedation or breathing rate is not among them: they are needed before a sedative is given.</returns>
    public static (VitalSignSet Look, VitalSignValues Values, DoseCheck Check)? Look(
        IReadOnlyCollection<VitalSignSet> sets,
        bool hadSeizure
    )
    {
        if (sets.Count == 0)
            return null;
        var newest = sets.Max(s => s.TakenAt);
        var recent = sets.Where(s => s.TakenAt >= newest - Lasts).OrderBy(s => s.TakenAt).ToList();
        if (recent.FindLast(s => s.Values.HasLook) is not { } look)
            return null;
        var values = recent.Aggregate(VitalSignValues.Nothing, (before, s) => before.Then(s.Values));
        return (look, values, Look(values, hadSeizure, newest));
    }

    /// <param name="hadSeizure">With a past seizure a withheld dose is decided on at once: what is missed may bring the next.</param>
    /// <param name="at">UTC. When it was looked at.</param>
    public static DoseCheck Look(VitalSignValues values, bool hadSeizure, DateTime at, bool isScale2 = false)
    {
        var score = News2.Of(values, isScale2);
        var fired = All.Where(r => r.Fires(values, score)).OrderByDescending(r => r.Advice).ThenBy(r => r.Within).ToList();
        var within = fired.Select(r => r.Within).Min();
        return new(fired, score, within is null ? null : at + (hadSeizure ? TimeSpan.Zero : within.Value));
    }
}
