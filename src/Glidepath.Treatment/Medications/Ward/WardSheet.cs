namespace Glidepath.Treatment.Medications;

/// <summary>One dose of a shift, and what stands of it.</summary>
/// <param name="Entry">The last that was recorded of it; null for nothing.</param>
/// <param name="Decision">Of a prescriber on <paramref name="Entry"/>, where that was withheld.</param>
public sealed record SheetDose(DoseSlot Slot, DoseState State, MedicationAdministration? Entry, DoseDecision? Decision)
{
    /// <summary>It is due or overdue, or a prescriber decided that it is given after all.</summary>
    public bool IsOpen => State is DoseState.Due or DoseState.Overdue || IsOpenAgain;

    public bool IsOpenAgain => State is DoseState.Withheld && Decision is { Kind: DoseDecisionKind.Give };

    /// <summary>It is withheld, and no prescriber has decided on it.</summary>
    public bool WaitsForPrescriber => State is DoseState.Withheld && Decision is null;
}

/// <summary>The doses of a ward in one shift.</summary>
public sealed class WardSheet
{
    private WardSheet(WardShift shift, IReadOnlyList<SheetDose> doses) => (Shift, Doses) = (shift, doses);

    public WardShift Shift { get; }

    /// <summary>By the time they are due. Of an order that ended, those that were due before.</summary>
    public IReadOnlyList<SheetDose> Doses { get; }

    /// <summary>What stands in the way of closing the shift.</summary>
    public IEnumerable<SheetDose> Undecided => Doses.Where(d => d.Entry is null || d.IsOpenAgain || d.WaitsForPrescriber);

    /// <param name="files">Each order with all that was recorded of it.</param>
    /// <param name="now">UTC.</param>
    /// <param name="isHere">The person lay in the unit when the dose was due: what was due elsewhere is decided there.</param>
    public static WardSheet Of(
        IEnumerable<DoseFile> files,
        WardShift shift,
        DateTime now,
        WardRules rules,
        TimeZoneInfo zone,
        Func<DoseSlot, bool> isHere
    ) =>
        new(
            shift,
            [
                .. files
                    .SelectMany(file =>
                        DoseSlot
                            .Of(file.Order, shift.From - rules.After, shift.Until - rules.After, zone)
                            .Where(isHere)
                            .Select(slot => One(file, slot, now, rules))
                    )
                    .OrderBy(d => d.Slot.DueAt)
                    .ThenBy(d => d.Slot.OrderId),
            ]
        );

    private static SheetDose One(DoseFile file, DoseSlot slot, DateTime now, WardRules rules)
    {
        var entry = file.Of(slot);
        return new(slot, slot.StateAt(now, entry, rules), entry, entry is null ? null : file.DecisionOn(entry));
    }
}
