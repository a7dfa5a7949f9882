using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>One dose and the day it begins.</summary>
/// <param name="ByTime">Null where only the daily dose is known.</param>
public sealed record ScheduledDose(DateOnly Start, Dose DailyDose, Regimen? ByTime = null)
{
    /// <summary>Decimals the dose was written with; null where it is exact, as in a plan of this program.</summary>
    public int? Decimals { get; init; }

    /// <summary>
    /// How far the dose meant may lie from the one written, in mg: half a unit of its last decimal. A dose in whole mg is one that was
    /// counted out, not a rounded figure, and is exact.
    /// </summary>
    internal decimal Tolerance => Decimals is >= 1 and var decimals ? 0.5m * Scale(decimals) : 0;

    private static decimal Scale(int decimals)
    {
        var scale = 1m;
        for (var i = 0; i < decimals; i++)
            scale /= 10;
        return scale;
    }
}

/// <summary>Anybody's schedule of one drug, to be judged: dates rise, doses are as they were found.</summary>
public sealed record DoseSchedule
{
    /// <exception cref="ArgumentException">There is no row, or dates do not rise.</exception>
    public DoseSchedule(Benzodiazepine drug, IReadOnlyList<ScheduledDose> doses)
    {
        if (doses.Count == 0)
            throw new ArgumentException("A schedule has at least one dose.", nameof(doses));
        if (doses.Zip(doses.Skip(1)).Any(pair => pair.Second.Start <= pair.First.Start))
            throw new ArgumentException("Each dose starts after the one before it.", nameof(doses));
        Drug = drug;
        Doses = doses;
    }

    public Benzodiazepine Drug { get; }

    public IReadOnlyList<ScheduledDose> Doses { get; }

    /// <summary>
    /// The last day that the schedule names a dose for; null where the last dose goes on. After it no dose is known, which is not a dose of
    /// zero.
    /// </summary>
    public DateOnly? LastKnownDay { get; init; }

    public Dose Original => Doses[0].DailyDose;

    /// <summary>The doses as they are judged: one for each row, or one, the mean, for a pattern of days.</summary>
    internal IReadOnlyList<JudgedDose> Judged()
    {
        var judged = new List<JudgedDose>();
        for (var row = 0; row < Doses.Count; row++)
        {
            var pattern = DosePattern.At(Doses, row);
            var (dose, tolerance) = pattern is null ? (Doses[row].DailyDose, Doses[row].Tolerance) : (pattern.Mean, pattern.Tolerance);
            judged.Add(new JudgedDose(row, Doses[row].Start, dose, tolerance, pattern));
            row = pattern?.LastRow ?? row;
        }
        return judged;
    }
}

/// <param name="Step">The place in the schedule of the row it begins with; 0 is the first.</param>
/// <param name="Tolerance">In mg, either way.</param>
/// <param name="Pattern">Null for a dose that is the same every day.</param>
internal sealed record JudgedDose(int Step, DateOnly Start, Dose Dose, decimal Tolerance, DosePattern? Pattern);

/// <summary>A change of the daily dose.</summary>
/// <param name="From">The dose before it.</param>
/// <param name="To">The dose it leads to.</param>
/// <param name="HeldDays">How long <paramref name="From"/> was taken; equal neighbors are one dose.</param>
internal sealed record DoseChange(JudgedDose From, JudgedDose To, int HeldDays, JudgedDose Original)
{
    public int Step => To.Step;

    public int Day => To.Start.DayNumber;

    public bool IsRise => To.Dose > From.Dose;

    public bool IsStop => To.Dose.IsZero;

    public bool IsCut => !IsRise && !IsStop;

    public static IReadOnlyList<DoseChange> Of(IReadOnlyList<JudgedDose> doses)
    {
        var changes = new List<DoseChange>();
        var since = doses[0].Start;
        for (var i = 1; i < doses.Count; i++)
        {
            if (doses[i].Dose == doses[i - 1].Dose)
                continue;
            changes.Add(new DoseChange(doses[i - 1], doses[i], doses[i].Start.DayNumber - since.DayNumber, doses[0]));
            since = doses[i].Start;
        }
        return changes;
    }
}
