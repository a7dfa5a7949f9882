using Glidepath.Tests.Patients;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Medications;

/// <summary>What may be recorded of a dose, and what is refused.</summary>
public sealed class DoseFileTests
{
    private static readonly DateTime Noon = new(2026, 12, 1, 12, 0, 0, DateTimeKind.Utc);

    private static readonly DoseLook Awake = new(Guid.NewGuid(), SaysWithhold: false),
        Sleepy = new(Guid.NewGuid(), SaysWithhold: true);

    private static readonly Guid Nurse = Guid.NewGuid(),
        Second = Guid.NewGuid();

    private static readonly OrderDetails Diazepam = new(
        "diazepam",
        "mg",
        [new(12 * 60, 10, [new("diazepam 10 mg tablet", 1)])],
        MedicationRoute.Oral,
        "withdrawal"
    );

    [Fact]
    public void A_sedative_is_given_once_sedation_and_breathing_rate_were_looked_at()
    {
        var file = Of(Diazepam);
        Assert.Equal("dose.look", Refused(file, DoseOutcome.Given, Noon, DoseLook.None));
        var given = Record(file, DoseOutcome.Given, Noon, Awake);
        Assert.Equal((DoseOutcome.Given, Awake.Id, 10m), (given.Outcome, given.Details.LookId, given.Details.Amount));
        Assert.Equal("dose.recorded-already", Refused(file with { All = [given] }, DoseOutcome.Given, Noon, Awake));
    }

    [Fact]
    public void Against_a_rule_it_is_given_only_with_the_prescriber_a_reason_and_a_second_nurse()
    {
        var file = Of(Diazepam);
        Assert.Equal("dose.withhold", Refused(file, DoseOutcome.Given, Noon, Sleepy));
        Assert.Equal(
            "dose.same-person",
            Refused(file, DoseOutcome.Given, Noon, Sleepy, Of10() with { Despite = new("Dr. Demo", "shakes", Nurse) })
        );
        Assert.Equal(
            "dose.despite.prescriber.missing",
            Refused(file, DoseOutcome.Given, Noon, Sleepy, Of10() with { Despite = new("", "shakes", Second) })
        );
        var given = Record(file, DoseOutcome.Given, Noon, Sleepy, Of10() with { Despite = new("Dr. Demo", "shakes", Second) });
        Assert.Equal("Dr. Demo", given.Details.Despite!.Prescriber);
    }

    [Fact]
    public void Early_late_and_in_the_future_are_told_apart()
    {
        var file = Of(Diazepam);
        Assert.Equal("dose.early", Refused(file, DoseOutcome.Given, Noon.AddMinutes(-61), Awake));
        Assert.Equal("dose.missed.early", Refused(file, DoseOutcome.Missed, Noon.AddMinutes(59), Awake, Of10("at a scan")));
        Assert.Equal("dose.reason.missing", Refused(file, DoseOutcome.Given, Noon.AddMinutes(60), Awake));
        var late = Record(file, DoseOutcome.Given, Noon.AddMinutes(60), Awake, Of10("at a scan"));
        Assert.Equal(DoseState.GivenLate, SlotOf(file).StateAt(Noon.AddHours(2), late, WardRules.Default));
        Assert.Equal(
            "dose.future",
            Made.RuleOf(() =>
                file.Record(Giving(file, DoseOutcome.Given, Noon.AddMinutes(1)), Of10(), Awake, [], WardRules.Default, At(Noon))
            )
        );
    }

    [Fact]
    public void A_withheld_dose_waits_for_a_prescriber_and_is_given_after_all_once()
    {
        var file = Of(Diazepam);
        var withheld = Record(file, DoseOutcome.Withheld, Noon, Sleepy, Of10("sedation 2"));
        file = file with { All = [withheld] };
        Assert.True(file.Waits(withheld));
        var decision = DoseDecision.Of(file, withheld, DoseDecisionKind.Give, "awake now", At(Noon.AddMinutes(20)));
        file = file with { Decisions = [decision] };
        Assert.True(file.IsOpenAgain(SlotOf(file)));
        Assert.Equal(
            "dose.decide.already",
            Made.RuleOf(() => DoseDecision.Of(file, withheld, DoseDecisionKind.LeaveOut, "no", At(Noon.AddMinutes(21))))
        );
        var given = Record(file, DoseOutcome.Given, Noon.AddMinutes(25), Awake, null, turn: 1);
        Assert.Equal(DoseState.Given, SlotOf(file).StateAt(Noon.AddHours(3), given, WardRules.Default));
    }

    [Fact]
    public void A_correction_stands_in_the_place_of_what_was_wrong_and_says_why()
    {
        var file = Of(Diazepam);
        var wrong = Record(file, DoseOutcome.Given, Noon, Awake);
        file = file with { All = [wrong] };
        Assert.Equal("dose.correct.why.missing", Made.RuleOf(() => file.Correct(wrong, DoseOutcome.Refused, Noon, Of10("no"), At(Noon))));
        var right = file.Correct(wrong, DoseOutcome.Refused, Noon, Of10("no"), At(Noon) with { AmendmentReason = "wrong row" });
        file = file with { All = [wrong, right] };
        Assert.Equal([right], file.Standing);
        Assert.Equal(right, file.Of(SlotOf(file)));
        Assert.Equal(
            "dose.correct.already",
            Made.RuleOf(() => file.Correct(wrong, DoseOutcome.Given, Noon, Of10(), At(Noon) with { AmendmentReason = "again" }))
        );
    }

    [Fact]
    public void As_needed_keeps_its_gap_and_its_most_in_any_24_hours()
    {
        var file = Of(new("ondansetron", "mg", [], MedicationRoute.Oral, "nausea", new(4, 240, 2, 60)));
        var first = Record(file, DoseOutcome.Given, Noon, DoseLook.None, new(4, []));
        file = file with { All = [first] };
        Assert.Equal("dose.gap", Refused(file, DoseOutcome.Given, Noon.AddMinutes(239), DoseLook.None, new(4, [])));
        Assert.Equal("dose.more-than-ordered", Refused(file, DoseOutcome.Given, Noon.AddHours(4), DoseLook.None, new(8, [])));
        file = file with { All = [first, Record(file, DoseOutcome.Given, Noon.AddHours(4), DoseLook.None, new(4, []))] };
        Assert.Equal("dose.most-a-day", Refused(file, DoseOutcome.Given, Noon.AddHours(23), DoseLook.None, new(4, [])));
        Assert.Equal(DoseOutcome.Given, Record(file, DoseOutcome.Given, Noon.AddHours(24), DoseLook.None, new(4, [])).Outcome);
    }

    [Fact]
    public void Orders_that_no_ward_could_give_are_refused()
    {
        Assert.Equal("order.prn-benzodiazepine", Order(new("Klonopin", "mg", [], MedicationRoute.Oral, "worry", new(1, 240, 2, 60))));
        Assert.Equal(
            "order.rescue-days",
            Order(new("lorazepam", "mg", [], MedicationRoute.Intravenous, "seizure", new(2, 15, 2, 15, RescueKind.Seizure)))
        );
        Assert.Equal("order.times", Order(Diazepam with { Doses = [] }));
        Assert.Equal("order.amount", Order(Diazepam with { Doses = [new(0, -1, [])] }));
        Assert.Equal("order.times.twice", Order(Diazepam with { Doses = [new(60, 1, []), new(60, 2, [])] }));
        Assert.Equal("order.times.unread", Made.RuleOf(() => OrderDose.Read("8 in the morning", 1)));
        Assert.Equal("piece.quarters", Made.RuleOf(() => GivenPiece.Read("diazepam 5 mg tablet × 0.33")));
        Assert.Equal("piece.hundredths", Made.RuleOf(() => GivenPiece.Read("clonazepam 0.1 mg/mL oral suspension × 0.005")));
        Assert.Equal([(480, 5m), (1_320, 10m)], OrderDose.Read("08:00, 2200 10", 5).Select(d => (d.Minutes, d.Amount)));

        static string Order(OrderDetails details) => Made.RuleOf(() => Of(details));
    }

    [Fact]
    public void A_count_that_does_not_agree_stays_open_until_somebody_says_what_was_found()
    {
        var unit = Guid.NewGuid();
        var first = StockEntry.Counted(unit, "diazepam 5 mg tablet", 40, null, null, Second, By(Noon));
        Assert.Equal(0, first.Difference);
        var came = StockEntry.Moved(unit, first.Product, StockEntryKind.Received, 10, null, Second, By(Noon.AddHours(1)));
        Assert.Equal(36, StockEntry.ExpectedNow([first, came], _ => 14));
        var counted = StockEntry.Counted(unit, first.Product, 35, 36, null, Second, By(Noon.AddHours(2)));
        Assert.Equal([counted], StockEntry.Open([first, came, counted]));
        Assert.Equal("stock.note.missing", Made.RuleOf(() => counted.Explain(" ", Second, By(Noon.AddHours(3)))));
        Assert.Empty(StockEntry.Open([first, came, counted, counted.Explain("under the tray", Second, By(Noon.AddHours(3)))]));
        Assert.Equal("stock.witness", Made.RuleOf(() => StockEntry.Counted(unit, "x", 1, null, null, Nurse, By(Noon))));
        Assert.Equal("stock.count", Made.RuleOf(() => StockEntry.Counted(unit, "x", -1, null, null, Second, By(Noon))));

        static Entry By(DateTime at) => new(Guid.NewGuid(), at, Nurse);
    }

    private static AdministrationDetails Of10(string? reason = null) => new(10, [new("diazepam 10 mg tablet", 1)], reason);

    private static DoseFile Of(OrderDetails details) =>
        new(MedicationRequest.Order(Guid.NewGuid(), Made.Episode(), details, Noon.AddHours(-3), null, At(Noon.AddHours(-3))), [], []);

    private static DoseSlot SlotOf(DoseFile file) =>
        DoseSlot.Of(file.Order, Noon.AddHours(-2), Noon.AddHours(2), TimeZoneInfo.Utc).Single();

    private static DoseGiving Giving(DoseFile file, DoseOutcome outcome, DateTime at, int turn = 0) =>
        new(file.Order.Details.AsNeeded is null ? SlotOf(file) : null, turn, outcome, at, Nurse, false, null);

    private static MedicationAdministration Record(
        DoseFile file,
        DoseOutcome outcome,
        DateTime at,
        DoseLook look,
        AdministrationDetails? details = null,
        int turn = 0
    ) => file.Record(Giving(file, outcome, at, turn), details ?? Of10(), look, [], WardRules.Default, At(at));

    private static string Refused(DoseFile file, DoseOutcome outcome, DateTime at, DoseLook look, AdministrationDetails? details = null) =>
        Made.RuleOf(() => Record(file, outcome, at, look, details));

    private static Entry At(DateTime at) => new(Guid.NewGuid(), at, Nurse);
}
