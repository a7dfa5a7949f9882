namespace Glidepath.Treatment.Medications;

/// <summary>What a dose is shown as. What was recorded is one of five; late, due and overdue are reckoned.</summary>
public enum DoseState
{
    NotDue,
    Due,

    /// <summary>Its window is over and nobody has said what became of it.</summary>
    Overdue,
    Given,
    GivenLate,
    Withheld,
    Refused,
    NotAvailable,
    Missed,
}

/// <summary>One dose of an order that has a time.</summary>
/// <param name="Day">Where the program is, as is <paramref name="Dose"/>'s time.</param>
/// <param name="DueAt">UTC. Of a time that the clocks skip, the first instant after it; of one that comes twice, the first.</param>
public sealed record DoseSlot(Guid OrderId, Guid PatientId, DateOnly Day, OrderDose Dose, DateTime DueAt)
{
    /// <summary>Every dose of an order that is due from an instant on and before another.</summary>
    public static IEnumerable<DoseSlot> Of(MedicationRequest order, DateTime from, DateTime until, TimeZoneInfo zone)
    {
        if (order.Status is OrderStatus.EnteredInError)
            yield break;
        var (first, end) = (order.StartsAt > from ? order.StartsAt : from, order.EndsAt is { } ends && ends < until ? ends : until);
        if (first >= end)
            yield break;
        var doses = order.Details.Doses;
        // A time that the clocks skip may fall due on the hour of the day after it was written for.
        for (var day = LocalDay.Of(first, zone).AddDays(-1); day <= LocalDay.Of(end, zone); day = day.AddDays(1))
            foreach (var dose in doses)
                if (LocalTime.FirstInstantOf(day, dose.Time, zone) is var at && at >= first && at < end)
                    yield return new(order.Id, order.PatientId, day, dose, at);
    }

    public DateTime OpensAt(WardRules rules) => DueAt - rules.Before;

    /// <summary>From here on it is late.</summary>
    public DateTime ClosesAt(WardRules rules) => DueAt + rules.After;

    /// <param name="entry">What stands recorded of it; null for nothing.</param>
    public DoseState StateAt(DateTime now, MedicationAdministration? entry, WardRules rules) =>
        entry is null
            ? now < OpensAt(rules)
                ? DoseState.NotDue
                : now < ClosesAt(rules)
                    ? DoseState.Due
                    : DoseState.Overdue
            : entry.Outcome switch
            {
                DoseOutcome.Given when entry.Turn == 0 && entry.ActualAt >= ClosesAt(rules) => DoseState.GivenLate,
                DoseOutcome.Given => DoseState.Given,
                DoseOutcome.Withheld => DoseState.Withheld,
                DoseOutcome.Refused => DoseState.Refused,
                DoseOutcome.NotAvailable => DoseState.NotAvailable,
                DoseOutcome.Missed => DoseState.Missed,
            };
}
