using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>One dose and the day it begins.</summary>
/// <param name="ByTime">Null where only the daily dose is known.</param>
public sealed record ScheduledDose(DateOnly Start, Dose DailyDose, Regimen? ByTime = null);

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

    public Dose Original => Doses[0].DailyDose;

    /// <summary>Every change of the daily dose, with the days the dose before it was held. Equal neighbours are one dose.</summary>
    internal IEnumerable<DoseChange> Changes()
    {
        var since = Doses[0].Start;
        for (var i = 1; i < Doses.Count; i++)
        {
            if (Doses[i].DailyDose == Doses[i - 1].DailyDose)
                continue;
            yield return new DoseChange(i, Doses[i - 1].DailyDose, Doses[i].DailyDose, Doses[i].Start.DayNumber - since.DayNumber, Original);
            since = Doses[i].Start;
        }
    }
}

/// <param name="Step">The place in the schedule of the dose it leads to; 0 is the first.</param>
/// <param name="HeldDays">How long <paramref name="From"/> was taken.</param>
internal sealed record DoseChange(int Step, Dose From, Dose To, int HeldDays, Dose Original)
{
    public bool IsRise => To > From;

    public bool IsStop => To.IsZero;

    public decimal PercentOfCurrent => From.IsZero ? 0 : (From.Milligrams - To.Milligrams) * 100 / From.Milligrams;

    public decimal PercentOfOriginal => Original.IsZero ? 0 : (From.Milligrams - To.Milligrams) * 100 / Original.Milligrams;

    public string Held => HeldDays == 1 ? "1 day" : $"{HeldDays} days";

    public string Text =>
        $"{From} to {To}: {SafeNumber.Percent(PercentOfCurrent)} of current, {SafeNumber.Percent(PercentOfOriginal)} of original, after {Held}";
}
