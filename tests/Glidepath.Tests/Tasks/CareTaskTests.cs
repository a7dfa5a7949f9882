using Glidepath.Tests.Patients;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tasks;

namespace Glidepath.Tests.Tasks;

public class CareTaskTests
{
    private static readonly Guid Nurse = Guid.CreateVersion7(),
        Other = Guid.CreateVersion7();

    [Theory]
    [InlineData("", 0, "task.what.missing")]
    [InlineData(" ", 0, "task.what.missing")]
    [InlineData("Call", -1, "task.due.past")]
    [InlineData("Call", 732, "task.due.far")]
    public void What_cannot_be_is_refused_by_the_name_of_its_field(string what, int due, string rule) =>
        Assert.Equal(rule, Made.RuleOf(() => Asked(what, due)));

    [Fact]
    public void It_has_at_most_200_characters_and_may_be_due_today()
    {
        Assert.Equal(200, Asked(new string('a', 200)).What.Length);
        Assert.Equal("task.what.too-long", Made.RuleOf(() => Asked(new string('a', 201))));
        Assert.Equal(Made.Day, Asked("Call").DueOn);
    }

    [Fact]
    public void It_is_one_persons_or_one_roles_and_never_both_or_nobodys()
    {
        Assert.Equal("task.for.one", Made.RuleOf(() => Asked("Call", owner: default(TaskOwner))));
        Assert.Equal("task.for.one", Made.RuleOf(() => Asked("Call", owner: new TaskOwner(Nurse, CareTeamRole.Nurse))));
        Assert.Equal("task.for.role", Made.RuleOf(() => Asked("Call", owner: TaskOwner.Of(CareTeamRole.Pharmacist))));
        Assert.Equal(CareTeamRole.Nurse, Asked("Call", owner: TaskOwner.Of(CareTeamRole.Nurse)).ForRole);
    }

    [Fact]
    public void Done_needs_no_note_and_canceled_needs_a_reason_and_each_happens_once()
    {
        var done = Asked("Call");
        done.Finish(null, Made.Now, Nurse);
        Assert.Equal((CareTaskState.Done, Nurse, Made.Now), (done.State, done.EndedBy!.Value, done.EndedAt!.Value));
        Assert.Equal("task.ended", Made.RuleOf(() => done.Cancel("no", Made.Now, Nurse)));
        Assert.Equal("task.ended", Made.RuleOf(() => done.HandTo(Other, "away", Made.Now, Nurse)));
        var open = Asked("Call");
        Assert.Equal("task.note.missing", Made.RuleOf(() => open.Cancel(" ", Made.Now, Nurse)));
        Assert.True(open.IsOpen);
    }

    [Fact]
    public void A_hand_over_keeps_whose_it_was_and_why()
    {
        var task = Asked("Call", owner: TaskOwner.Of(CareTeamRole.Nurse));
        Assert.Equal("task.hand-over.why.missing", Made.RuleOf(() => task.HandTo(Nurse, "", Made.Now, Other)));
        task.HandTo(Nurse, "Took it", Made.Now, Nurse);
        task.HandTo(Other, "On leave", Made.Now, Nurse);
        Assert.Equal(TaskOwner.Account(Other), task.For);
        Assert.Equal([TaskOwner.Of(CareTeamRole.Nurse), TaskOwner.Account(Nurse)], task.HandOvers.Select(h => h.From));
        Assert.Equal("task.hand-over.same", Made.RuleOf(() => task.HandTo(Other, "again", Made.Now, Nurse)));
    }

    [Fact]
    public void It_is_overdue_from_the_day_after_it_was_due_until_it_is_done()
    {
        var task = Asked("Call");
        Assert.Equal(0, task.DaysOverdueOn(Made.Day));
        Assert.Equal(3, task.DaysOverdueOn(Made.Day.AddDays(3)));
        task.Finish("Talked", Made.Now, Nurse);
        Assert.Equal(0, task.DaysOverdueOn(Made.Day.AddDays(3)));
    }

    private static CareTask Asked(string what, int due = 0, TaskOwner? owner = null) =>
        CareTask.Ask(
            Guid.CreateVersion7(),
            Made.Episode(),
            new TaskDetails(what, owner ?? TaskOwner.Account(Nurse), Made.Day.AddDays(due)),
            Made.Day,
            Made.Now,
            Nurse
        );
}
