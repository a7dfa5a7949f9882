using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Medications;

/// <summary>Why a prescribed dose does not simply continue at an unplanned admission.</summary>
public enum AdmissionDoubt
{
    /// <summary>No benzodiazepine is on the list, or none with a dose that was understood.</summary>
    NoDose,

    /// <summary>Nobody held it against the bottle, the pharmacy, the prescriber or the monitoring program.</summary>
    NotConfirmed,

    /// <summary>More than one.</summary>
    Several,

    /// <summary>Above the moderate band of the joint guideline of 2025.</summary>
    HighDose,
}

/// <summary>
/// What two Australian guidelines say of a person who comes to a ward unplanned, side by side and as ranges: never an order. Nothing is
/// stopped, and a confirmed prescribed dose continues.
/// </summary>
/// <param name="Doubts">None where the prescribed dose continues.</param>
/// <param name="Daily">All of them together in mg of diazepam a day; null where no table lists one, or a dose is not known.</param>
/// <param name="Nsw">In mg of diazepam a day: 40 % of the usual daily dose, or 40 mg, whichever is lower.</param>
/// <param name="SaHealth">In mg of diazepam each of four times a day: half the calculated daily dose divided into four.</param>
/// <param name="LeftOut">Taken as needed, without a dose that was understood, or in no table: not in the sum.</param>
public sealed record AdmissionWorksheet(
    IReadOnlyList<AdmissionDoubt> Doubts,
    Interval? Daily,
    Interval? Nsw,
    Interval? SaHealth,
    IReadOnlyList<MedicationDetails> Taken,
    IReadOnlyList<MedicationDetails> LeftOut
)
{
    private const int DosesADay = 4;

    /// <param name="list">Active medicines, each with whether a nurse or a prescriber reconciled it.</param>
    public static AdmissionWorksheet Of(IEnumerable<(MedicationDetails Details, bool IsReconciled)> list)
    {
        var benzodiazepines = list.Where(m => m.Details.Drug is not null).ToList();
        var counted = benzodiazepines
            .Where(m => m.Details.Regimen is not null)
            .Select(m => (m.Details, m.IsReconciled, Equivalent: DiazepamEquivalent.Of(m.Details.Drug!, m.Details.Regimen!.DailyDose)))
            .ToList();
        Interval? daily = null;
        foreach (var equivalent in counted.Select(c => c.Equivalent).OfType<DiazepamEquivalent>())
            daily = daily is { } sum
                ? new Interval(sum.Low + equivalent.DiazepamMg.Low, sum.High + equivalent.DiazepamMg.High)
                : equivalent.DiazepamMg;
        var doubts = new List<AdmissionDoubt>();
        if (counted.Count == 0)
            doubts.Add(AdmissionDoubt.NoDose);
        if (benzodiazepines.Exists(m => !m.IsReconciled || m.Details.Source is MedicationSource.Person or MedicationSource.AnotherRecord))
            doubts.Add(AdmissionDoubt.NotConfirmed);
        if (benzodiazepines.Count > 1)
            doubts.Add(AdmissionDoubt.Several);
        if (counted.Exists(c => DoseBands.For(c.Details.Drug!, c.Details.Regimen!.DailyDose).CanBeOver(DoseBand.Moderate)))
            doubts.Add(AdmissionDoubt.HighDose);
        return new(
            doubts,
            daily,
            daily is { } usual ? new Interval(Cap(usual.Low), Cap(usual.High)) : null,
            daily is { } all ? new Interval(all.Low / 2 / DosesADay, all.High / 2 / DosesADay) : null,
            [.. counted.Where(c => c.Equivalent is not null).Select(c => c.Details)],
            [
                .. benzodiazepines
                    .Where(m => m.Details.Regimen is null)
                    .Select(m => m.Details)
                    .Concat(counted.Where(c => c.Equivalent is null).Select(c => c.Details)),
            ]
        );
    }

    private static decimal Cap(decimal daily) => UnplannedAdmission.Cap(new Dose(daily)).Milligrams;
}
