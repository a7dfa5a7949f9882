using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Medications;

namespace Glidepath.Application.Monitoring;

/// <summary>A medicine that changes the clearance of the tapered drug by a published size, on the days on which it was taken.</summary>
/// <param name="From">Null: taken since before anything that is calculated.</param>
/// <param name="To">First day without it; null while it is taken.</param>
public sealed record LevelMedicine(ClearanceEffect Effect, string Name, DateOnly? From, DateOnly? To)
{
    /// <param name="start">The day of hour 0.</param>
    internal KineticChange Change(DateOnly start)
    {
        double? to = To is { } end ? HourOf(end, start) : null;
        // The effect of one taken all along is there in full at hour 0.
        return From is { } from ? Effect.From(HourOf(from, start), to) : Effect.TakenUntil(0) with { ToHour = to };
    }

    private static double HourOf(DateOnly day, DateOnly start) => 24d * (day.DayNumber - start.DayNumber);
}

/// <summary>What of the medication list bears on the level of one drug: hidden dose changes, with their days.</summary>
/// <param name="Counted">With a published size.</param>
/// <param name="NotCounted">Known to act, without a size that a source gives: a number would be invented.</param>
public sealed record LevelMedicines(IReadOnlyList<LevelMedicine> Counted, IReadOnlyList<string> NotCounted)
{
    public static LevelMedicines None { get; } = new([], []);

    public static LevelMedicines Of(Benzodiazepine drug, IReadOnlyList<MedicationStatement> statements, TimeZoneInfo zone)
    {
        var acting = statements
            .Where(m => m.Status is not MedicationStatus.EnteredInError && MedicineTurns.ChangesLevel(drug, m.Details.Name))
            .Select(m => (m.Details.Name, Effect: EffectOf(drug, m.Details.Name), From: FromOf(m, zone), To: m.StoppedOn))
            .Where(m => m.To is not { } to || m.From is not { } from || to > from)
            .ToList();
        return new LevelMedicines(
            [.. acting.Where(m => m.Effect is not null).GroupBy(m => m.Effect!).SelectMany(g => Joined(g.Key, [.. g]))],
            [.. acting.Where(m => m.Effect is null).Select(m => m.Name).Distinct(StringComparer.OrdinalIgnoreCase).Order()]
        );
    }

    private static ClearanceEffect? EffectOf(Benzodiazepine drug, string name) =>
        ClearanceEffectTable.For(drug).FirstOrDefault(e => InteractionTable.IsOneOf(name, e.Medicines));

    /// <summary>What stands for another is taken from the day it was written; else since the day that is told, if one is.</summary>
    private static DateOnly? FromOf(MedicationStatement statement, TimeZoneInfo zone) =>
        statement.ReplacesId is null ? MedicineTurns.StartedOn(statement, zone) : Treatment.LocalDay.Of(statement.RecordedAt, zone);

    // A change of the dose of the same medicine is neither a stop nor a start of its effect.
    private static IEnumerable<LevelMedicine> Joined(
        ClearanceEffect effect,
        IReadOnlyList<(string Name, ClearanceEffect? Effect, DateOnly? From, DateOnly? To)> parts
    )
    {
        LevelMedicine? open = null;
        foreach (var (name, _, from, to) in parts.OrderBy(p => p.From ?? DateOnly.MinValue))
        {
            if (open is { To: { } end } && from > end)
            {
                yield return open;
                open = null;
            }
            open = open is null
                ? new LevelMedicine(effect, name, from, to)
                : open with
                {
                    To = open.To is { } one && to is { } other ? (one > other ? one : other) : null,
                };
        }
        if (open is not null)
            yield return open;
    }
}
