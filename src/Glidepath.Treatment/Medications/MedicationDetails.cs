using System.Globalization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Medications;

/// <summary>Who or what says that the person takes it.</summary>
public enum MedicationSource
{
    Person,
    Bottle,
    Pharmacy,
    Prescriber,

    /// <summary>The state's prescription monitoring program.</summary>
    MonitoringProgram,
    AnotherRecord,
}

/// <summary>A medicine as it is told.</summary>
/// <param name="Name">As on the bottle; a benzodiazepine by the name in the engine's table.</param>
/// <param name="HowTaken">What is taken, and when. Of a benzodiazepine that is taken every day, amounts with a time, which the engine
/// reads.</param>
/// <param name="IsAsNeeded">Not every day, and at no fixed time.</param>
/// <param name="Since">A year, a year and a month, or a day: <c>2019</c>, <c>2019-03</c>, <c>2019-03-05</c>.</param>
/// <param name="Reason">What for, in the person's words.</param>
public sealed record MedicationDetails(
    string Name,
    string HowTaken,
    bool IsAsNeeded,
    MedicationSource Source,
    string? Since = null,
    string? Prescriber = null,
    string? Reason = null
)
{
    private static readonly string[] SinceForms = ["yyyy", "yyyy-MM", "yyyy-MM-dd"];

    /// <summary>Null where the engine does not know it.</summary>
    public Benzodiazepine? Drug => BenzodiazepineTable.Find(Name);

    /// <summary>Null where it is taken as needed, or is no benzodiazepine.</summary>
    public Regimen? Regimen => Drug is null || IsAsNeeded ? null : Regimen.Read(HowTaken, out _);

    /// <param name="today">In the zone of the program.</param>
    /// <exception cref="RuleViolationException"><c>medication.…</c>: a field is missing, too long or cannot be.</exception>
    public MedicationDetails Checked(DateOnly today)
    {
        var told = new MedicationDetails(
            Recorded.Required(Name, "medication.name"),
            Recorded.Required(HowTaken, "medication.how-taken", RegimenReader.LongestText),
            IsAsNeeded,
            Enum.IsDefined(Source) ? Source : throw new RuleViolationException("medication.source"),
            Recorded.Optional(Since, "medication.since"),
            Recorded.Optional(Prescriber, "medication.prescriber"),
            Recorded.Optional(Reason, "medication.reason", 1_000)
        );
        if (told.Drug is { } drug)
            told = told with { Name = drug.Name };
        if (told is { Drug: not null, IsAsNeeded: false, Regimen: null })
            throw new RuleViolationException("medication.how-taken.unread");
        if (told.Since is { } since)
        {
            if (!DateOnly.TryParseExact(since, SinceForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var from))
                throw new RuleViolationException("medication.since.unread");
            if (from > today || from.Year < 1900)
                throw new RuleViolationException("medication.since.out-of-range", ("today", today));
        }
        return told;
    }
}
