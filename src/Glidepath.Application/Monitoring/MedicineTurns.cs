using System.Globalization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>What of the medication list changes the level of a benzodiazepine or adds sedation, and since when.</summary>
internal static class MedicineTurns
{
    /// <summary>What is tapered: the first benzodiazepine that is taken now.</summary>
    public static Benzodiazepine? Tapered(IEnumerable<MedicationStatement> statements) =>
        statements
            .Where(m => m.Status is MedicationStatus.Active)
            .OrderBy(m => m.RecordedAt)
            .Select(m => m.Details.Drug)
            .FirstOrDefault(d => d is not null);

    public static IEnumerable<MedicineChange> Of(IReadOnlyList<MedicationStatement> statements, TimeZoneInfo zone)
    {
        var tapered = Tapered(statements);
        foreach (var statement in statements.Where(m => m.Status is not MedicationStatus.EnteredInError))
        {
            var name = statement.Details.Name;
            // What replaces another is a change of the same medicine, and no start.
            if (statement.ReplacesId is null && StartedOn(statement, zone) is { } started && Started(tapered, statement) is { } turn)
                yield return new MedicineChange(name, turn, started);
            if (
                statement is { Status: MedicationStatus.Stopped, StoppedOn: { } stopped }
                && !statements.Any(m => m.ReplacesId == statement.Id)
                && Stopped(tapered, name) is { } end
            )
                yield return new MedicineChange(name, end, stopped);
        }
    }

    /// <summary>Every medicine that was started, changed or stopped, in words; one that has no day is left out.</summary>
    public static IEnumerable<TrendMark> Turns(IReadOnlyList<MedicationStatement> statements, TimeZoneInfo zone)
    {
        foreach (var statement in statements)
        {
            var id = statement.ReplacesId is null ? "TrendMedicineStarted" : "TrendMedicineChanged";
            if (StartedOn(statement, zone) is { } started)
                yield return new TrendMark(started, T[id, statement.Details.Name, statement.Details.HowTaken]);
            if (statement.StoppedOn is { } stopped && !statements.Any(m => m.ReplacesId == statement.Id))
                yield return new TrendMark(stopped, T["TrendMedicineStopped", statement.Details.Name]);
        }
    }

    private static MedicineTurn? Started(Benzodiazepine? tapered, MedicationStatement statement)
    {
        var (name, drug) = (statement.Details.Name, statement.Details.Drug);
        if (drug is not null)
            return drug == tapered ? null : MedicineTurn.SedativeStarted;
        if (InteractionTable.IsOneOf(name, InteractionTable.Opioids))
            return MedicineTurn.OpioidStarted;
        // Sedation does not hang on which benzodiazepine it is.
        var kinds = Kinds(tapered ?? BenzodiazepineTable.Clonazepam, name).ToHashSet();
        return kinds.Contains(InteractionKind.Sedative) ? MedicineTurn.SedativeStarted
            : tapered is null ? null
            : kinds.Contains(InteractionKind.Inhibitor) ? MedicineTurn.InhibitorStarted
            : kinds.Contains(InteractionKind.Inducer) ? MedicineTurn.InducerStarted
            : null;
    }

    private static MedicineTurn? Stopped(Benzodiazepine? tapered, string name)
    {
        if (tapered is null)
            return null;
        var kinds = Kinds(tapered, name).ToHashSet();
        return kinds.Contains(InteractionKind.Inhibitor) ? MedicineTurn.InhibitorStopped
            : kinds.Contains(InteractionKind.Inducer) ? MedicineTurn.InducerStopped
            : null;
    }

    /// <summary>Whether a source says that it raises or lowers the level of this drug.</summary>
    public static bool ChangesLevel(Benzodiazepine drug, string name) =>
        Kinds(drug, name).Any(k => k is InteractionKind.Inducer or InteractionKind.Inhibitor);

    private static IEnumerable<InteractionKind> Kinds(Benzodiazepine drug, string name) =>
        InteractionTable
            .For(drug, name)
            .Select(i => i.Kind)
            .Where(k =>
                k is not (InteractionKind.Inducer or InteractionKind.Inhibitor)
                || !InteractionTable.WithoutEffect.Any(n => n.Drug == drug && InteractionTable.IsOneOf(name, n.Medicines))
            );

    /// <summary>The day it is taken since; a year or a month is none, and what says nothing began when it was put on the list.</summary>
    internal static DateOnly? StartedOn(MedicationStatement statement, TimeZoneInfo zone) =>
        statement.Details.Since is not { } since ? LocalDay.Of(statement.RecordedAt, zone)
        : DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : null;
}
