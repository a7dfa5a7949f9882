using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Medications;

/// <summary>
/// A shift of a unit that somebody closed: every dose of it had its state then, and every controlled drug its count. Of the program and of
/// no patient.
/// </summary>
public sealed class ShiftClose : IAppendOnly
{
    private ShiftClose() { }

    public Guid Id { get; private set; }

    public Guid UnitId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime From { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime Until { get; private set; }

    /// <summary>How many doses were in it.</summary>
    public int Doses { get; private set; }

    public Guid? AmendsId => null;

    public string? AmendmentReason => null;

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <param name="openCounts">Counts of controlled drugs that did not agree, with nothing said of them yet.</param>
    /// <exception cref="RuleViolationException"><c>shift.close.…</c></exception>
    public static ShiftClose Of(Guid unitId, WardSheet sheet, int openCounts, Entry entry)
    {
        if (entry.RecordedAt < sheet.Shift.Until)
            throw new RuleViolationException("shift.close.early");
        if (sheet.Undecided.Count() is > 0 and var open)
            throw new RuleViolationException("shift.close.doses", ("count", open));
        if (openCounts > 0)
            throw new RuleViolationException("shift.close.counts", ("count", openCounts));
        return new()
        {
            Id = entry.Id,
            UnitId = unitId,
            From = sheet.Shift.From,
            Until = sheet.Shift.Until,
            Doses = sheet.Doses.Count,
            RecordedAt = Recorded.Utc(entry.RecordedAt),
            RecordedBy = entry.RecordedBy,
        };
    }
}
