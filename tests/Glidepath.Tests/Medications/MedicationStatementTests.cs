using Glidepath.Tests.Patients;
using Glidepath.Treatment.Medications;

namespace Glidepath.Tests.Medications;

public class MedicationStatementTests
{
    private static readonly MedicationDetails Klonopin = new(
        "Klonopin",
        "1 mg morning, 1 mg bedtime",
        false,
        MedicationSource.Bottle,
        "2019",
        "Dr. Example",
        "panic"
    );

    [Fact]
    public void A_benzodiazepine_is_kept_by_its_generic_name_with_the_regimen_that_the_engine_reads()
    {
        var told = Record(Klonopin).Details;
        Assert.Equal("clonazepam", told.Name);
        Assert.Equal(2m, told.Regimen!.DailyDose.Milligrams);
        Assert.Equal(Klonopin with { Name = "clonazepam" }, told);
    }

    [Theory]
    [InlineData("", "1 mg morning", "2019", "medication.name.missing")]
    [InlineData("clonazepam", "", "2019", "medication.how-taken.missing")]
    [InlineData("clonazepam", "two pills a day", "2019", "medication.how-taken.unread")]
    [InlineData("clonazepam", "0 mg morning", "2019", "medication.how-taken.unread")]
    [InlineData("clonazepam", "1 mg morning", "since spring", "medication.since.unread")]
    [InlineData("clonazepam", "1 mg morning", "2019-13", "medication.since.unread")]
    [InlineData("clonazepam", "1 mg morning", "2027", "medication.since.out-of-range")]
    [InlineData("clonazepam", "1 mg morning", "1899", "medication.since.out-of-range")]
    public void What_cannot_be_is_refused_by_the_name_of_its_field(string name, string how, string since, string rule) =>
        Assert.Equal(rule, Made.RuleOf(() => Record(Klonopin with { Name = name, HowTaken = how, Since = since })));

    [Fact]
    public void Any_other_medicine_and_one_taken_only_when_needed_is_kept_in_its_own_words()
    {
        Assert.Null(Record(new("sertraline", "one tablet with breakfast", false, MedicationSource.Person)).Details.Regimen);
        Assert.Null(Record(Klonopin with { HowTaken = "half of one before flying", IsAsNeeded = true }).Details.Regimen);
    }

    [Fact]
    public void A_change_is_a_new_statement_that_is_not_reconciled_and_the_one_before_it_says_why_it_ended()
    {
        var before = Record(Klonopin);
        before.Reconcile(Made.Now, Made.Staff);
        var after = before.Replace(
            Guid.CreateVersion7(),
            Made.Episode(),
            Klonopin with
            {
                HowTaken = "0.75 mg morning, 1 mg bedtime",
            },
            "Dr. Example wrote it",
            Made.Day,
            Made.Entry()
        );
        Assert.Equal((MedicationStatus.Stopped, Made.Day, "Dr. Example wrote it"), (before.Status, before.StoppedOn, before.WhyStopped));
        Assert.Equal((MedicationStatus.Active, before.Id, false), (after.Status, after.ReplacesId, after.IsReconciled));
        Assert.Equal("1 mg morning, 1 mg bedtime", before.Details.HowTaken);
    }

    [Fact]
    public void A_change_of_nothing_ends_nothing()
    {
        var before = Record(Klonopin);
        Assert.Equal(
            "medication.change.nothing",
            Made.RuleOf(() => before.Replace(Guid.CreateVersion7(), Made.Episode(), Klonopin, "why", Made.Day, Made.Entry()))
        );
        Assert.Equal(MedicationStatus.Active, before.Status);
    }

    [Fact]
    public void What_was_stopped_is_neither_stopped_again_nor_reconciled_and_no_day_lies_ahead()
    {
        var told = Record(Klonopin);
        Assert.Equal("medication.stop.ahead", Made.RuleOf(() => told.Stop(Made.Day.AddDays(1), "why", Made.Day)));
        Assert.Equal("medication.why-stopped.missing", Made.RuleOf(() => told.Stop(Made.Day, " ", Made.Day)));
        Assert.Equal(MedicationStatus.Active, told.Status);
        told.Stop(Made.Day, "ran its course", Made.Day);
        Assert.Equal("medication.not-active", Made.RuleOf(() => told.Stop(Made.Day, "again", Made.Day)));
        Assert.Equal("medication.not-active", Made.RuleOf(() => told.Reconcile(Made.Now, Made.Staff)));
        told.MarkEnteredInError("another person's bottle");
        Assert.Equal("medication.error.already", Made.RuleOf(() => told.MarkEnteredInError("again")));
    }

    private static MedicationStatement Record(MedicationDetails details) =>
        MedicationStatement.Record(Guid.CreateVersion7(), Made.Episode(), details, Made.Day, Made.Now, Made.Staff);
}
