using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Medications;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

/// <summary>An order and what becomes of its doses, in words, wherever they are shown.</summary>
internal static class WardWords
{
    /// <summary>"diazepam 10 mg at 08:00, 14:00".</summary>
    public static string InWords(this OrderDetails order) =>
        order.AsNeeded is { } terms
            ? T[
                "OrderAsNeeded",
                order.Drug,
                SafeNumber.Write(terms.Amount),
                order.Unit,
                terms.LeastGapMinutes % 60 == 0 ? T["HoursApart", terms.LeastGapMinutes / 60] : T["MinutesApart", terms.LeastGapMinutes],
                terms.MostADay
            ]
        : order.Doses.DistinctBy(d => d.Amount).Count() == 1
            ? T[
                "OrderAtTimes",
                order.Drug,
                SafeNumber.Write(order.Doses[0].Amount),
                order.Unit,
                string.Join(", ", order.Doses.Select(d => d.Time.ToShortClock()))
            ]
        : T[
            "OrderOfDoses",
            order.Drug,
            string.Join(", ", order.Doses.Select(d => T["DoseAtTime", SafeNumber.Write(d.Amount), order.Unit, d.Time.ToShortClock()]))
        ];

    /// <summary>On a clock of 24 hours, as a ward writes it.</summary>
    public static string ToShortClock(this TimeOnly time) => time.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    public static string InWords(this DoseOutcome outcome) =>
        outcome switch
        {
            DoseOutcome.Given => T["DoseGiven"],
            DoseOutcome.Withheld => T["DoseWithheld"],
            DoseOutcome.Refused => T["DoseRefused"],
            DoseOutcome.NotAvailable => T["DoseNotAvailable"],
            DoseOutcome.Missed => T["DoseMissed"],
        };

    public static string InWords(this DoseState state) =>
        state switch
        {
            DoseState.NotDue => T["DoseNotDue"],
            DoseState.Due => T["DoseDue"],
            DoseState.Overdue => T["DoseOverdue"],
            DoseState.Given => T["DoseGiven"],
            DoseState.GivenLate => T["DoseGivenLate"],
            DoseState.Withheld => T["DoseWithheld"],
            DoseState.Refused => T["DoseRefused"],
            DoseState.NotAvailable => T["DoseNotAvailable"],
            DoseState.Missed => T["DoseMissed"],
        };

    public static string InWords(this DoseDecisionKind kind) =>
        kind switch
        {
            DoseDecisionKind.Give => T["DecidedGive"],
            DoseDecisionKind.LeaveOut => T["DecidedLeaveOut"],
            DoseDecisionKind.Reorder => T["DecidedReorder"],
        };

    public static string InWords(this MedicationRoute route) =>
        route switch
        {
            MedicationRoute.Oral => T["RouteOral"],
            MedicationRoute.Sublingual => T["RouteSublingual"],
            MedicationRoute.Buccal => T["RouteBuccal"],
            MedicationRoute.Intranasal => T["RouteIntranasal"],
            MedicationRoute.Inhaled => T["RouteInhaled"],
            MedicationRoute.Intramuscular => T["RouteIntramuscular"],
            MedicationRoute.Intravenous => T["RouteIntravenous"],
            MedicationRoute.Subcutaneous => T["RouteSubcutaneous"],
            MedicationRoute.Transdermal => T["RouteTransdermal"],
            MedicationRoute.Rectal => T["RouteRectal"],
        };

    public static string InWords(this StockEntryKind kind) =>
        kind switch
        {
            StockEntryKind.Counted => T["StockCounted"],
            StockEntryKind.Received => T["StockReceived"],
            StockEntryKind.SentBack => T["StockSentBack"],
            StockEntryKind.Explained => T["StockExplained"],
        };

    public static string InWords(this RescueKind kind) =>
        kind switch
        {
            RescueKind.None => T["RescueNone"],
            RescueKind.Seizure => T["RescueSeizure"],
            RescueKind.AlcoholWithdrawal => T["RescueAlcoholWithdrawal"],
        };
}
