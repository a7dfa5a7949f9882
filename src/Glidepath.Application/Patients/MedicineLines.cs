using Glidepath.Application.Shared;

namespace Glidepath.Application.Patients;

/// <summary>What a person takes, for the head and the first page of their record.</summary>
/// <param name="Of">Made of <paramref name="Parts"/>; what is tapered first.</param>
public sealed record MedicineLines(IReadOnlyList<RecordPart> Parts, Func<PersonInView, IEnumerable<MedicineLine>> Of)
{
    /// <summary>Before what the others tell.</summary>
    public bool Leads { get; init; }
}

/// <param name="HowTaken">As written: amounts with their times, or words.</param>
/// <param name="DailyDose">Of a benzodiazepine taken every day; null for any other.</param>
/// <param name="Since">A year, a month or a day.</param>
/// <param name="Evidence">How it is known, and whether somebody held it against its sources.</param>
public sealed record MedicineLine(
    string Name,
    string HowTaken,
    string? DailyDose,
    string? Since,
    string? Prescriber,
    string Evidence,
    bool IsReconciled
);
