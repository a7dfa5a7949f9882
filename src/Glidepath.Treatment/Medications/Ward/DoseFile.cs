using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Medications;

/// <summary>
/// One order and all that was recorded of its doses: what may be recorded next, and what stands of each dose.
/// </summary>
/// <param name="All">In any order, what was amended among them.</param>
public sealed record DoseFile(MedicationRequest Order, IReadOnlyList<MedicationAdministration> All, IReadOnlyList<DoseDecision> Decisions)
{
    /// <summary>What nothing amends.</summary>
    public IEnumerable<MedicationAdministration> Standing => All.Where(a => !All.Any(b => b.AmendsId == a.Id));

    /// <summary>What stands of a dose, the last turn of it; null for nothing.</summary>
    public MedicationAdministration? Of(DoseSlot slot) => Standing.Where(a => a.IsOf(slot)).MaxBy(a => a.Turn);

    /// <summary>What a prescriber decided on a dose that was withheld; null where nobody has.</summary>
    public DoseDecision? DecisionOn(MedicationAdministration withheld) => Decisions.LastOrDefault(d => d.AdministrationId == withheld.Id);

    /// <summary>It is withheld, and nobody has decided on it yet.</summary>
    public bool Waits(MedicationAdministration entry) => entry.Outcome is DoseOutcome.Withheld && DecisionOn(entry) is null;

    /// <summary>A prescriber decided that it is given after all, and it has not been yet.</summary>
    public bool IsOpenAgain(DoseSlot slot) =>
        Of(slot) is { Outcome: DoseOutcome.Withheld } entry && DecisionOn(entry) is { Kind: DoseDecisionKind.Give };

    /// <param name="look">What the rules say of the vital signs that were looked at; null where none were.</param>
    /// <param name="closed">Shifts that were closed: nothing new is recorded in them.</param>
    /// <exception cref="RuleViolationException"><c>dose.…</c></exception>
    public MedicationAdministration Record(
        DoseGiving giving,
        AdministrationDetails details,
        DoseLook look,
        IReadOnlyCollection<WardShift> closed,
        WardRules rules,
        Entry entry
    )
    {
        entry = entry.Checked();
        var actual = Recorded.Utc(giving.ActualAt);
        CheckTime(giving, actual, entry.RecordedAt, closed, rules);
        var isLate = giving is { Slot: { } due, Turn: 0, Outcome: DoseOutcome.Given } && actual >= due.ClosesAt(rules);
        var told = details.Checked(giving.Outcome, giving.Outcome is not DoseOutcome.Given || isLate);
        if (giving.Slot is { } slot)
            CheckSlot(giving, slot, actual, rules);
        else
            CheckAsNeeded(giving, actual, told);
        if (giving.Outcome is DoseOutcome.Given)
        {
            if (Order.Details.NeedsLook)
                CheckLook(look, told.Despite, giving.IsFromPaper);
            if (rules.NeedsTwo(Order.Details.Drug) && told.SecondCheckId is null)
                throw new RuleViolationException("dose.second-check", ("drug", Order.Details.Drug));
        }
        if (new[] { told.SecondCheckId, told.Despite?.SecondNurseId, told.Wasted?.Witness }.Any(who => who == giving.GiverId))
            throw new RuleViolationException("dose.same-person");
        return MedicationAdministration.Of(Order, giving with { ActualAt = actual }, told with { LookId = look.Id }, entry);
    }

    /// <summary>What was recorded is wrong. The new one says what is right, and why, and stands in its place.</summary>
    /// <exception cref="RuleViolationException"><c>dose.correct.…</c></exception>
    public MedicationAdministration Correct(
        MedicationAdministration wrong,
        DoseOutcome outcome,
        DateTime actualAt,
        AdministrationDetails details,
        Entry entry
    )
    {
        entry = entry with { AmendsId = wrong.Id, AmendmentReason = Recorded.Required(entry.AmendmentReason, "dose.correct.why", 1_000) };
        if (!Standing.Contains(wrong))
            throw new RuleViolationException("dose.correct.already");
        if (
            All.Any(a =>
                a.OrderId == wrong.OrderId && a.SlotDay == wrong.SlotDay && a.SlotMinutes == wrong.SlotMinutes && a.Turn > wrong.Turn
            )
        )
            throw new RuleViolationException("dose.correct.went-on");
        if (wrong.IsAsNeeded && outcome is DoseOutcome.Missed)
            throw new RuleViolationException("dose.missed.as-needed");
        if (Recorded.Utc(actualAt) > entry.RecordedAt)
            throw new RuleViolationException("dose.future");
        var giving = new DoseGiving(
            wrong.SlotDay is { } day
                ? new(Order.Id, Order.PatientId, day, new(wrong.SlotMinutes!.Value, details.Amount, []), wrong.DueAt!.Value)
                : null,
            wrong.Turn,
            outcome,
            actualAt,
            wrong.GiverId,
            wrong.IsFromPaper,
            wrong.UnitId
        );
        return MedicationAdministration.Of(Order, giving, details.Checked(outcome, outcome is not DoseOutcome.Given), entry.Checked());
    }

    private static void CheckTime(DoseGiving giving, DateTime actual, DateTime now, IReadOnlyCollection<WardShift> closed, WardRules rules)
    {
        if (actual > now)
            throw new RuleViolationException("dose.future");
        if (giving.IsFromPaper && actual < now.AddHours(-rules.LatestPaperHours))
            throw new RuleViolationException("dose.paper.old", ("hours", rules.LatestPaperHours));
        // What was given is written down at once: an hour and more after it, it came from paper or memory, and says so.
        if (!giving.IsFromPaper && actual < now - rules.After)
            throw new RuleViolationException("dose.long-ago", ("minutes", rules.AfterMinutes));
        var shift = closed.FirstOrDefault(s => giving.Slot is { } slot && giving.Turn == 0 ? s.Closes(slot, rules) : s.Holds(actual));
        if (shift is not null)
            throw new RuleViolationException("dose.shift-closed");
    }

    private void CheckSlot(DoseGiving giving, DoseSlot slot, DateTime actual, WardRules rules)
    {
        if (slot.OrderId != Order.Id)
            throw new RuleViolationException("dose.other-order");
        var last = Of(slot);
        var turn =
            last is null ? 0
            : IsOpenAgain(slot) ? last.Turn + 1
            : -1;
        if (giving.Turn != turn)
            throw new RuleViolationException("dose.recorded-already");
        if (turn == 0 && actual < slot.OpensAt(rules))
            throw new RuleViolationException("dose.early", ("minutes", rules.BeforeMinutes));
        if (giving.Outcome is DoseOutcome.Missed && turn == 0 && actual < slot.ClosesAt(rules))
            throw new RuleViolationException("dose.missed.early");
        if (turn > 0 && actual < last!.ActualAt)
            throw new RuleViolationException("dose.before-decision");
        if (giving.Outcome is DoseOutcome.Given && actual >= Order.StoppedAt)
            throw new RuleViolationException("dose.order-not-in-force");
        // Another dose of the same order that was given meanwhile: two in one go are never made up for.
        if (giving.Outcome is DoseOutcome.Given && NextOf(slot) is { } next && actual >= next)
            throw new RuleViolationException("dose.next-is-due");
    }

    /// <summary>When the next dose of the order is due; null where none is, or it lies more than two days ahead.</summary>
    private DateTime? NextOf(DoseSlot slot)
    {
        var doses = Order.Details.Doses;
        var index = doses.ToList().FindIndex(d => d.Minutes == slot.Dose.Minutes);
        if (index < 0)
            return null;
        var minutes = index + 1 < doses.Count ? doses[index + 1].Minutes : doses[0].Minutes + (24 * 60);
        return slot.DueAt.AddMinutes(minutes - slot.Dose.Minutes);
    }

    private void CheckAsNeeded(DoseGiving giving, DateTime actual, AdministrationDetails told)
    {
        if (Order.Details.AsNeeded is not { } terms)
            throw new RuleViolationException("dose.not-as-needed");
        if (giving.Outcome is DoseOutcome.Missed)
            throw new RuleViolationException("dose.missed.as-needed");
        if (!Order.IsInForce(actual))
            throw new RuleViolationException("dose.order-not-in-force");
        if (giving.Outcome is not DoseOutcome.Given)
            return;
        if (told.Amount > terms.Amount)
            throw new RuleViolationException("dose.more-than-ordered", ("most", terms.Amount), ("unit", Order.Details.Unit));
        var given = Standing.Where(a => a is { Outcome: DoseOutcome.Given, IsAsNeeded: true }).Select(a => a.ActualAt).ToList();
        if (given.Any(at => (actual - at).Duration() < TimeSpan.FromMinutes(terms.LeastGapMinutes)))
            throw new RuleViolationException("dose.gap", ("minutes", terms.LeastGapMinutes));
        // Any 24 hours that hold it: what is entered from paper may lie between two others.
        if (given.Append(actual).Any(from => given.Append(actual).Count(at => at >= from && at < from.AddHours(24)) > terms.MostADay))
            throw new RuleViolationException("dose.most-a-day", ("most", terms.MostADay));
    }

    private static void CheckLook(DoseLook look, GivenDespite? despite, bool isFromPaper)
    {
        if (look.Id is null && !isFromPaper)
            throw new RuleViolationException("dose.look");
        if (look.SaysWithhold && despite is null)
            throw new RuleViolationException("dose.withhold");
    }
}

/// <summary>What was looked at before a dose.</summary>
/// <param name="Id">Of the vital signs; null where none were looked at, or they are too old.</param>
/// <param name="SaysWithhold">A rule says that the dose is not given now.</param>
public sealed record DoseLook(Guid? Id, bool SaysWithhold)
{
    public static DoseLook None { get; } = new(null, false);
}
