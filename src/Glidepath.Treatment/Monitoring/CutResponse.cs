namespace Glidepath.Treatment.Monitoring;

/// <summary>Days after a cut: with 95 % from the first to the last, to half a day.</summary>
/// <param name="Middle">As likely sooner as later.</param>
public readonly record struct DayRange(double Low, double Middle, double High)
{
    /// <summary>Days; a range that is not under it is not told: nobody could plan by it.</summary>
    public const double TooWide = 5;

    public bool IsNarrow => High - Low < TooWide;
}

/// <summary>
/// How one person feels a cut, learned from several of theirs. Day 0 is the first day on the lower dose. It describes what was, and decides
/// nothing.
/// </summary>
/// <param name="Felt">On the way up, a quarter of the highest.</param>
/// <param name="Peak">The highest.</param>
/// <param name="Settled">On the way down, a quarter of the highest.</param>
/// <param name="Above">Mean points of 4 above the own usual between the two quarters.</param>
/// <param name="Cuts">What it rests on, the earliest first.</param>
/// <param name="Days">Check-in days that it rests on, those before the first cut with them.</param>
public sealed record CutResponse(DayRange Felt, DayRange Peak, DayRange Settled, decimal Above, IReadOnlyList<DateOnly> Cuts, int Days)
{
    /// <summary>Cuts with <see cref="LeastDays"/> check-ins in the days that are looked at after each. Program rule.</summary>
    public const int LeastCuts = 2,
        LeastDays = 7,
        LookedAtDays = 21;

    /// <summary>A person changes in the course of a taper: only the last cuts speak. Program rule.</summary>
    public const int MostCuts = 6;

    /// <summary>Logarithm of 20: that cuts are felt at all must be so much likelier than that they are not. Program rule.</summary>
    private const double LeastLogOdds = 3;

    /// <returns>Null where too little is known, or where it does not show that cuts are felt at all.</returns>
    public static CutResponse? Of(IReadOnlyList<CheckInDay> days, IReadOnlyList<DateOnly> allCuts, DateOnly today)
    {
        List<DateOnly> before = [.. allCuts.Where(c => c <= today).Distinct().Order()];
        if (before.Count < LeastCuts || UsualDays.Of(days, before[0]).Severity is not { } usual)
            return null;
        List<DateOnly> cuts = [.. before.TakeLast(MostCuts)];
        var known = days.Where(d => d.Answers.Severity is not null && d.On <= today && IsLookedAt(d.On, before[0], cuts))
            .OrderBy(d => d.On)
            .ToList();
        if (cuts.Where((cut, i) => DaysAfter(cut, cuts.ElementAtOrDefault(i + 1), known) >= LeastDays).Count() < LeastCuts)
            return null;
        var excess = known.Select(d => new ExcessDay(d.On.DayNumber, (double)(d.Answers.Severity!.Value - usual))).ToList();
        var fit = new CutFit(excess, [.. cuts.Select(c => c.DayNumber)]);
        if (fit.LogOdds < LeastLogOdds)
            return null;
        var (felt, settled) = (fit.Felt, fit.Settled);
        var between = excess.Where(e => cuts.Exists(c => e.Day - c.DayNumber is var day && day >= felt.Middle && day <= settled.Middle));
        var above = between.Select(e => (decimal)e.Excess).DefaultIfEmpty().Average();
        return above > 0 ? new(felt, fit.Peak, settled, decimal.Round(above, 1), cuts, known.Count) : null;
    }

    /// <summary>The fortnight of the own usual, and from the first of the cuts on until nothing of the last is looked for.</summary>
    private static bool IsLookedAt(DateOnly on, DateOnly firstCut, List<DateOnly> cuts) =>
        on < firstCut
            ? on >= firstCut.AddDays(-UsualDays.Fortnight)
            : on >= cuts[0] && on < cuts.Last(c => c <= on).AddDays(CutShape.MostDays);

    private static int DaysAfter(DateOnly cut, DateOnly next, List<CheckInDay> known) =>
        known.Count(d => d.On >= cut && d.On < cut.AddDays(LookedAtDays) && (next == default || d.On < next));
}
