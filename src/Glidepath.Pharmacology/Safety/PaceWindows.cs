using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>The dose before the first of some cuts, and the dose after the last of them.</summary>
internal sealed record DoseFall(DoseChange First, DoseChange Last)
{
    private JudgedDose From => First.From;

    private JudgedDose To => Last.To;

    public decimal PercentOfCurrent => (From.Dose.Milligrams - To.Dose.Milligrams) * 100 / From.Dose.Milligrams;

    public decimal PercentOfOriginal => (From.Dose.Milligrams - To.Dose.Milligrams) * 100 / First.Original.Dose.Milligrams;

    public Sentence Words =>
        Sentence.Of(
            "fall",
            ("from", From.Dose),
            ("to", To.Dose),
            ("current", PercentOfCurrent),
            ("original", PercentOfOriginal),
            (
                "when",
                First == Last
                    ? Sentence.Of("fall.after", ("held", First.HeldDays))
                    : Sentence.Of("fall.steps", ("first", First.Step), ("last", Last.Step), ("apart", Last.Day - First.Day))
            )
        );

    /// <summary>Whether the limit is kept by the doses as written, or by some doses that would be written so.</summary>
    public bool Keeps(PaceLimit limit, bool asWritten)
    {
        var slack = asWritten ? 0 : 1;
        var from = From.Dose.Milligrams - slack * From.Tolerance;
        var fall = from - (To.Dose.Milligrams + slack * To.Tolerance);
        if (limit.MaxMg is { } mg)
            return fall <= mg;
        var whole = limit.Base is PercentBase.Current ? from : First.Original.Dose.Milligrams + slack * First.Original.Tolerance;
        var most = limit.MaxPercent!.Value;
        if (limit.PerDays is { } days)
            // Compounded, as the windows are: a quarter each fortnight is 44 % in four weeks. A root has no exact last digit.
            most = 100 * (1 - (decimal)Math.Pow(1 - (double)most / 100, (double)First.HeldDays / days)) + 1e-9m;
        return fall * 100 <= most * whole;
    }
}

/// <summary>
/// Judges each cut of a schedule by the windows of days that begin and that end with it. The stop to zero is not judged: it has its own
/// finding.
/// </summary>
internal sealed class PaceWindows(Benzodiazepine drug, IReadOnlyList<DoseChange> changes)
{
    /// <summary>Whether a cut keeps some limit of a reading.</summary>
    public bool Allows(PaceReading reading, int cut, bool asWritten = false) =>
        Concerning(reading, cut).Any(limit => From(limit, cut).Concat(UpTo(limit, cut)).All(fall => fall.Keeps(limit, asWritten)));

    /// <summary>The limits of a reading that speak of this drug and of the dose before the cut.</summary>
    public IEnumerable<PaceLimit> Concerning(PaceReading reading, int cut) =>
        reading.Alternatives.Where(l => l.Concerns(drug, changes[cut].From.Dose, changes[cut].Original.Dose));

    /// <summary>
    /// Of a cut that is not allowed, the fall that is named: the fewest cuts that pass a limit, those that begin with this one first.
    /// </summary>
    public DoseFall Broken(PaceReading reading, int cut, bool asWritten = false)
    {
        var limits = Concerning(reading, cut).ToList();
        return Worst(limits.Select(l => (l, From(l, cut))))
            ?? Worst(limits.Select(l => (l, UpTo(l, cut))))
            ?? new DoseFall(changes[cut], changes[cut]);

        DoseFall? Worst(IEnumerable<(PaceLimit Limit, IEnumerable<DoseFall> Falls)> windows) =>
            windows
                .Select(w => w.Falls.Where(f => !f.Keeps(w.Limit, asWritten)).MaxBy(f => f.PercentOfCurrent))
                .OfType<DoseFall>()
                .MinBy(f => f.Last.Step - f.First.Step);
    }

    /// <summary>The falls that begin with a cut and end in the same window.</summary>
    private IEnumerable<DoseFall> From(PaceLimit limit, int cut)
    {
        for (var last = cut; last < changes.Count && changes[last].Day - changes[cut].Day < Days(limit); last++)
            if (!changes[last].IsStop)
                yield return new DoseFall(changes[cut], changes[last]);
    }

    /// <summary>The falls that end with a cut and begin in the same window.</summary>
    private IEnumerable<DoseFall> UpTo(PaceLimit limit, int cut)
    {
        for (var first = cut; first >= 0 && changes[cut].Day - changes[first].Day < Days(limit); first--)
            if (!changes[first].From.Dose.IsZero)
                yield return new DoseFall(changes[first], changes[cut]);
    }

    private static int Days(PaceLimit limit) => limit.WindowDays ?? 1;
}
