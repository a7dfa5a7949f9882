using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Tests.Tapering;

/// <summary>A plan that a prescriber keeps: the steps stay as they were shown, and a draft that is set aside says why.</summary>
public sealed class TaperDraftTests
{
    private static readonly DateTime Now = new(2026, 11, 30, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Dictionary<string, string> Answers = new() { ["drug"] = "clonazepam", ["bedtime"] = "1 mg" };

    private static readonly TaperPlan Plan = PlanOf("1 mg bedtime");

    [Fact]
    public void A_draft_keeps_every_step_of_the_plan_with_its_days_and_percentages()
    {
        var kept = Keep().Plan;
        Assert.Equal(Plan.Steps.Count, kept.Steps.Count);
        Assert.Equal((1, 0), (kept.FromMg, kept.ToMg));
        Assert.Equal((Plan.BeginsOn, Plan.EndsOn), (kept.Begins, kept.Ends));
        Assert.Equal(Plan.Request.Policy.Name, kept.Policy);
        Assert.Equal(Directions(Plan.Steps[1]), kept.Steps[1].Sig);
        Assert.Equal(Math.Round(Plan.Steps[1].ReductionPercentOfOriginal, 4), kept.Steps[1].PercentOfOriginal);
        Assert.True(kept.HasStepsOf(DraftedTaper.Of(Plan, Directions)));
    }

    [Fact]
    public void A_plan_with_another_day_or_dose_does_not_stand_for_the_draft()
    {
        var kept = Keep().Plan;
        Assert.False(kept.HasStepsOf(DraftedTaper.Of(PlanOf("1.5 mg bedtime"), Directions)));
        Assert.False(
            kept.HasStepsOf(kept with { Steps = [kept.Steps[0] with { Start = kept.Steps[0].Start.AddDays(1) }, .. kept.Steps.Skip(1)] })
        );
    }

    [Fact]
    public void A_change_of_medicine_is_kept_stage_by_stage_before_the_steps()
    {
        var way = TaperChoices.For(Request("1 mg bedtime")).Single(c => c.CrossOver is not null);
        var kept = DraftedTaper.Of(way.Result.Plan!, Directions);
        Assert.Equal("diazepam", kept.Drug);
        Assert.Equal(way.CrossOver!.Stages.Select(s => s.Start), kept.Change.Select(s => s.Start));
        Assert.All(kept.Change, s => Assert.Equal("clonazepam", s.OldDrug));
    }

    [Fact]
    public void A_draft_is_set_aside_once_and_says_why()
    {
        var draft = Keep();
        Assert.True(draft.Stands);
        Assert.Throws<RuleViolationException>(() => draft.SetAside("  ", Now, Guid.NewGuid()));
        Assert.True(draft.Stands);
        draft.SetAside(" Waits until the summer ", Now, Guid.NewGuid());
        Assert.False(draft.Stands);
        Assert.Equal("Waits until the summer", draft.WhySetAside);
        Assert.Equal(
            "taper-draft.set-aside.already",
            Assert.Throws<RuleViolationException>(() => draft.SetAside("again", Now, Guid.NewGuid())).Rule
        );
    }

    [Fact]
    public void More_or_longer_answers_than_the_planner_asks_are_refused()
    {
        Assert.Throws<RuleViolationException>(() => Keep(new() { ["medicines"] = new string('a', 501) }));
        Assert.Throws<RuleViolationException>(() => Keep(Enumerable.Range(0, 61).ToDictionary(i => $"q{i}", _ => "yes")));
    }

    private static string Directions(TaperStep step) => Sig.For(step).AsKept();

    private static TaperDraft Keep(Dictionary<string, string>? answers = null)
    {
        var (episode, _) = EpisodeOfCare.Open(
            Guid.NewGuid(),
            Guid.NewGuid(),
            new DateOnly(2026, 11, 1),
            new MoveEntry(Guid.NewGuid(), Now, Guid.NewGuid(), TimeZoneInfo.Utc)
        );
        return TaperDraft.Keep(episode, answers ?? Answers, Plan, Directions, new Entry(Guid.NewGuid(), Now, Guid.NewGuid()));
    }

    private static TaperPlan PlanOf(string regimen) => TaperPlanner.Plan(Request(regimen)).Plan!;

    private static TaperRequest Request(string regimen) =>
        new()
        {
            Drug = BenzodiazepineTable.Find("clonazepam")!,
            Regimen = Regimen.Read(regimen, out _)!,
            Start = new DateOnly(2027, 1, 4),
        };
}
