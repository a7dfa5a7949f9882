using CsCheck;
using Glidepath.Tests.Patients;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Medications;

/// <summary>One order of a random ward: times of the day in units of five minutes, and when it begins and is stopped, in minutes.</summary>
internal readonly record struct OrderDraw(int[] Times, int StartsAfter, int? StopsAfter, int? StoppedAfter);

/// <summary>One thing that somebody tries: so many minutes later, with numbers to choose the rest by.</summary>
internal readonly record struct WardDraw(int Kind, int MinutesLater, int Which, int Outcome, int Shifted);

/// <summary>
/// Random days of a ward, carried out against an oracle that is written apart: it walks through the day minute by minute on the clock of
/// the wall, and keeps its own list of what may happen.
/// </summary>
internal static class WardHistory
{
    private const int Hours = 40;

    // Two changes of the clocks, one of half an hour, and days without one.
    private static readonly (TimeZoneInfo Zone, DateTime Start)[] Places =
    [
        (TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), new(2026, 3, 7, 20, 0, 0, DateTimeKind.Utc)),
        (TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), new(2026, 10, 31, 20, 0, 0, DateTimeKind.Utc)),
        (TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"), new(2026, 4, 4, 2, 0, 0, DateTimeKind.Utc)),
        (TimeZoneInfo.FindSystemTimeZoneById("Australia/Lord_Howe"), new(2026, 10, 3, 2, 0, 0, DateTimeKind.Utc)),
        (TimeZoneInfo.Utc, new(2026, 6, 1, 5, 0, 0, DateTimeKind.Utc)),
    ];

    private static readonly IReadOnlyList<(DateOnly Day, int Minutes, DateTime At)>[] Walks =
    [
        .. Places.Select(p => OracleOfDay.Walk(p.Start, p.Start.AddHours(Hours), p.Zone).Where(w => w.Minutes % 5 == 0).ToList()),
    ];

    private static readonly Gen<OrderDraw> AnyOrder = Gen.Select(
        Gen.Int[0, 287].Array[1, 5],
        Gen.Int[-50, 600],
        Gen.Int[30, Hours * 60].Nullable(),
        Gen.Int[60, Hours * 60].Nullable(),
        (times, starts, stops, stopped) => new OrderDraw([.. times.Distinct()], starts, stops is { } s ? starts + s : null, stopped)
    );

    private static readonly Gen<WardDraw> AnyTry = Gen.Select(
        Gen.Int[0, 9],
        // Steps of five and ten minutes, so that the edges of a window are met.
        Gen.Int[0, 14],
        Gen.Int[0, 1_000],
        Gen.Int[0, 4],
        Gen.Int[-14, 4],
        (kind, later, which, outcome, shifted) => new WardDraw(kind, later * 5, which, outcome, shifted * 10)
    );

    public static Gen<(int Place, int Before, int After, OrderDraw[] Orders, WardDraw[] Tries)> Any { get; } =
        Gen.Select(
            Gen.Int[0, 4],
            Gen.Int[1, 9].Select(n => n * 10),
            Gen.Int[1, 9].Select(n => n * 10),
            AnyOrder.Array[1, 3],
            AnyTry.Array[20, 70]
        );

    /// <returns>How many doses there were, and how many attempts were accepted and refused.</returns>
    public static (int Doses, int Accepted, int Refused) Run(int place, int before, int after, OrderDraw[] orders, WardDraw[] tries)
    {
        var (zone, start) = Places[place];
        var rules = new WardRules(before, after);
        var (nurse, second) = (Guid.NewGuid(), Guid.NewGuid());
        var now = start;
        var files = orders.Select(o => File(o, start)).ToArray();
        var until = start.AddHours(Hours);
        var closed = new List<WardShift>();
        var (accepted, refused) = (0, 0);
        // What the oracle knows: of each dose the words that were said of it, newest last.
        var told = orders.SelectMany((o, i) => OracleOfDay.Doses(i, o, start, Walks[place])).ToDictionary(d => d, _ => new List<Said>());

        foreach (var (i, attempt) in tries.Index())
        {
            now = now.AddMinutes(attempt.MinutesLater);
            if (now >= until)
                break;
            Stopped(files, orders, start, now, nurse);
            var isAccepted =
                attempt.Kind < 9
                    ? Give(attempt, files, told, closed, rules, zone, now, (nurse, second), start)
                    : Close(files, told, closed, rules, zone, now, nurse);
            (accepted, refused) = isAccepted ? (accepted + 1, refused) : (accepted, refused + 1);
            if (i % 8 == 7)
                Look(files, told, closed, rules, zone, now, start);
        }
        Look(files, told, closed, rules, zone, now, start);
        return (told.Count, accepted, refused);
    }

    private static DoseFile File(OrderDraw draw, DateTime start) =>
        new(
            MedicationRequest.Order(
                Guid.NewGuid(),
                Made.Episode(),
                new("sertraline", "mg", [.. draw.Times.Select(t => new OrderDose(t * 5, 50, []))], MedicationRoute.Oral, "anxiety"),
                start.AddMinutes(draw.StartsAfter),
                draw.StopsAfter is { } stops ? start.AddMinutes(stops) : null,
                new Entry(Guid.NewGuid(), start, Guid.NewGuid())
            ),
            [],
            []
        );

    private static void Stopped(DoseFile[] files, OrderDraw[] orders, DateTime start, DateTime now, Guid by)
    {
        for (var i = 0; i < files.Length; i++)
            if (
                orders[i].StoppedAfter is { } after
                && start.AddMinutes(after) <= now
                && files[i].Order is { Status: OrderStatus.Active } order
                && !(order.EndsAt <= start.AddMinutes(after))
            )
                order.Stop("it is changed", start.AddMinutes(after), new Entry(Guid.NewGuid(), start.AddMinutes(after), by));
    }

    private static bool Give(
        WardDraw draw,
        DoseFile[] files,
        Dictionary<OracleDose, List<Said>> told,
        List<WardShift> closed,
        WardRules rules,
        TimeZoneInfo zone,
        DateTime now,
        (Guid Nurse, Guid Second) who,
        DateTime start
    )
    {
        // Doses near to now are tried most: the rest is early or over.
        var near = told.Keys.OrderBy(d => (d.At - now).Duration()).ThenBy(d => d.Order).ThenBy(d => d.Minutes).Take(6).ToList();
        if (near.Count == 0)
            return false;
        var dose = near[draw.Which % near.Count];
        var file = files[dose.Order];
        var slot = DoseSlot
            .Of(file.Order, start.AddDays(-2), start.AddDays(4), zone)
            .SingleOrDefault(s => s.Day == dose.Day && s.Dose.Minutes == dose.Minutes);
        var words = told[dose];
        if (slot is null)
        {
            // Its order was stopped before it was due: there is nothing to record.
            Assert.True(file.Order.StoppedAt <= dose.At);
            return false;
        }
        if (draw.Kind == 8)
            return Decide(draw, files, dose, words, now, who.Nurse);
        var outcome = (DoseOutcome)(draw.Outcome % 5);
        var actual = draw.Kind < 5 ? now : now.AddMinutes(draw.Shifted);
        var isPaper = draw.Kind == 7;
        var turn = words.Count(w => w.Word == "decided: give");
        var may = OracleOfDay.May(dose, words, outcome, actual, now, isPaper, rules, closed, file.Order, zone);
        var giving = new DoseGiving(slot, turn, outcome, actual, who.Nurse, isPaper, null);
        try
        {
            var entry = file.Record(
                giving,
                new AdministrationDetails(50, [], "said"),
                DoseLook.None,
                closed,
                rules,
                new Entry(Guid.NewGuid(), now, who.Nurse)
            );
            Assert.True(may is null, $"accepted, but: {may}");
            files[dose.Order] = file with { All = [.. file.All, entry] };
            words.Add(new(outcome.ToString(), actual));
            return true;
        }
        catch (RuleViolationException refusal)
        {
            Assert.True(may is not null, $"refused: {refusal.Rule}");
            return false;
        }
    }

    private static bool Decide(WardDraw draw, DoseFile[] files, OracleDose dose, List<Said> words, DateTime now, Guid by)
    {
        var file = files[dose.Order];
        var last = file.Standing.Where(a => a.SlotDay == dose.Day && a.SlotMinutes == dose.Minutes).MaxBy(a => a.Turn);
        if (last is null)
            return false;
        var kind = (DoseDecisionKind)(draw.Outcome % 3);
        var may = words[^1].Word == nameof(DoseOutcome.Withheld);
        try
        {
            var decision = DoseDecision.Of(file, last, kind, "looked at", new Entry(Guid.NewGuid(), now, by));
            Assert.True(may);
            files[dose.Order] = file with { Decisions = [.. file.Decisions, decision] };
            words.Add(new(kind is DoseDecisionKind.Give ? "decided: give" : "decided", last.ActualAt));
            return true;
        }
        catch (RuleViolationException)
        {
            Assert.False(may);
            return false;
        }
    }

    private static bool Close(
        DoseFile[] files,
        Dictionary<OracleDose, List<Said>> told,
        List<WardShift> closed,
        WardRules rules,
        TimeZoneInfo zone,
        DateTime now,
        Guid by
    )
    {
        var shift = WardShift.At(now, rules, zone).Before(rules, zone);
        var open = OracleOfDay
            .Standing(told.Keys, files)
            .Where(d => d.At + rules.After >= shift.From && d.At + rules.After < shift.Until)
            .Count(d => told[d] is [] or [.., { Word: "Withheld" or "decided: give" }]);
        try
        {
            ShiftClose.Of(Guid.NewGuid(), WardSheet.Of(files, shift, now, rules, zone, _ => true), 0, new Entry(Guid.NewGuid(), now, by));
            Assert.Equal(0, open);
            closed.Add(shift);
            return true;
        }
        catch (RuleViolationException refusal)
        {
            Assert.Equal("shift.close.doses", refusal.Rule);
            Assert.NotEqual(0, open);
            return false;
        }
    }

    /// <summary>What is asked of every ward at every time.</summary>
    private static void Look(
        DoseFile[] files,
        Dictionary<OracleDose, List<Said>> told,
        List<WardShift> closed,
        WardRules rules,
        TimeZoneInfo zone,
        DateTime now,
        DateTime start
    )
    {
        var shifts = new List<WardShift> { WardShift.At(start.AddHours(-3), rules, zone) };
        while (shifts[^1].Until < start.AddHours(Hours + 3))
            shifts.Add(shifts[^1].Next(rules, zone));
        var seen = shifts
            .SelectMany(s => WardSheet.Of(files, s, now, rules, zone, _ => true).Doses)
            .Where(d => d.Slot.DueAt < start.AddHours(Hours))
            .ToList();
        // Each dose is in one shift, and none is double or left out.
        Assert.Equal(
            OracleOfDay.Standing(told.Keys, files).Select(d => (files[d.Order].Order.Id, d.Day, d.Minutes, d.At)).Order(),
            seen.Select(d => (d.Slot.OrderId, d.Slot.Day, d.Slot.Dose.Minutes, d.Slot.DueAt)).Order()
        );
        foreach (var dose in seen)
        {
            var words = told.Single(t =>
                files[t.Key.Order].Order.Id == dose.Slot.OrderId && t.Key.Day == dose.Slot.Day && t.Key.Minutes == dose.Slot.Dose.Minutes
            ).Value;
            // At the end of its window it is decided or overdue.
            if (now >= dose.Slot.DueAt + rules.After)
                Assert.True(words.Count > 0 ? dose.State > DoseState.Overdue : dose.State is DoseState.Overdue);
            else if (words.Count == 0)
                Assert.Equal(now < dose.Slot.DueAt - rules.Before ? DoseState.NotDue : DoseState.Due, dose.State);
            // In a shift that was closed none is without a state.
            if (closed.Any(s => s.Closes(dose.Slot, rules)))
                Assert.NotNull(dose.Entry);
        }
        foreach (var file in files)
        {
            Assert.All(file.All, a => Assert.True(a.ActualAt <= a.RecordedAt && a.GiverId != Guid.Empty));
            Assert.Equal(file.All.Count, file.All.DistinctBy(a => (a.SlotDay, a.SlotMinutes, a.Turn)).Count());
            Assert.All(
                file.All.GroupBy(a => (a.SlotDay, a.SlotMinutes)),
                dose => Assert.True(dose.Count(a => a.Outcome is DoseOutcome.Given) <= 1)
            );
        }
    }
}
