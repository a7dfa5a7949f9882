using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Application.Monitoring;

/// <summary>Of one day: between these lies the level that the doses lead to, over the day and over the published kinetics.</summary>
/// <param name="Low">In ng/mL.</param>
public readonly record struct LevelOfDay(DateOnly On, double Low, double High);

/// <summary>The level of the medicine that is tapered, as the engine's model has it. Nothing was measured.</summary>
/// <param name="Analyte">What is charted.</param>
/// <param name="Model">Whose constants they are.</param>
public sealed record LevelBand(string Analyte, string Model, IReadOnlyList<LevelOfDay> Days)
{
    /// <summary>Doses before the first day that are calculated too: what came before them is steady, and left over after ten half-lives
    /// of nearly all drugs.</summary>
    private const int DaysBefore = 60;

    /// <summary>What of the medication list is in it, and what is not.</summary>
    public LevelMedicines Medicines { get; init; } = LevelMedicines.None;

    /// <param name="medicines">On the list, as far as they may be seen: they cut or raise the level while no dose changes.</param>
    /// <returns>Null for a drug without a model, and where nothing is taken at all.</returns>
    public static LevelBand? Of(CourseDoses doses, DateOnly from, DateOnly to, Func<Benzodiazepine, LevelMedicines> medicines)
    {
        if (BenzodiazepineTable.Find(doses.Drug) is not { } drug || KineticTable.DefaultFor(drug) is not { } model)
            return null;
        var start = from.AddDays(-DaysBefore);
        var days = to.DayNumber - start.DayNumber + 1;
        List<DoseTaken> taken = [.. Enumerable.Range(0, days).SelectMany(n => Intakes(doses.On(start.AddDays(n)), 24 * n))];
        List<DoseTaken> before = [.. Intakes(doses.On(start), 0)];
        if (taken.Count + before.Count == 0)
            return null;
        var changes = medicines(drug);
        var levels = LevelSimulator
            .Simulate(
                new LevelRequest
                {
                    Model = model,
                    Doses = new DoseHistory(taken, before),
                    Hours = 24 * days,
                    EveryHours = 24,
                    Changes = [.. changes.Counted.Where(m => Touches(m, start, to)).Select(m => m.Change(start))],
                }
            )
            .Analytes[0];
        return new LevelBand(
            levels.Analyte,
            model.Name,
            [
                .. Enumerable
                    .Range(0, levels.Hours.Count)
                    .Select(i => new LevelOfDay(start.AddDays((int)(levels.Hours[i] / 24)), levels.Low[i], levels.High[i]))
                    .Where(l => l.On >= from && l.On <= to),
            ]
        )
        {
            Medicines = changes,
        };
    }

    private static bool Touches(LevelMedicine medicine, DateOnly start, DateOnly end) =>
        (medicine.From is not { } from || from <= end) && (medicine.To is not { } to || to > start);

    private static IEnumerable<DoseTaken> Intakes(DoseFrom dose, int hour) =>
        dose.Day.Where(d => d.Mg > 0).Select(d => new DoseTaken(hour + d.Minutes / 60d, (double)d.Mg));
}
