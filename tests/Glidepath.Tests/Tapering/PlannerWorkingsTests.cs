using System.Reflection;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Tapering.Search;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Tapering;

/// <summary>What one question costs: counted in plans, objects and bytes, never by the clock.</summary>
public class PlannerWorkingsTests
{
    private static readonly TaperRequest Request = A.Clonazepam("3 mg morning, 3 mg bedtime");

    [Fact]
    public void The_plan_that_was_asked_for_is_one_of_the_choices_and_is_not_made_twice()
    {
        var shared = new PlannerWorkings();
        var asked = TaperPlanner.Plan(Request, shared);
        Assert.Same(asked, TaperChoices.For(Request, shared).Single(c => c.Id == "usual").Result);
        Assert.NotSame(asked, TaperChoices.For(Request).Single(c => c.Id == "usual").Result);
    }

    [Fact]
    public void Another_pace_takes_the_makeable_doses_that_are_there()
    {
        var shared = new PlannerWorkings();
        TaperPlanner.Plan(Request, shared);
        var slower = Request with { Pace = Request.Pace with { StepPercent = 5, IntervalDays = 28 }, PaceIsAsked = true };
        TaperPlanner.Plan(slower);
        var alone = Allocated.By(() => TaperPlanner.Plan(slower));
        Assert.InRange(Allocated.By(() => TaperPlanner.Plan(slower, shared)), 1, alone - 1);
    }

    [Fact]
    public void Shared_or_alone_the_plans_are_the_same()
    {
        var shared = new PlannerWorkings();
        TaperPlanner.Plan(Request, shared);
        Assert.Equal(Steps(TaperChoices.For(Request)), Steps(TaperChoices.For(Request, shared)));

        static IEnumerable<string> Steps(IEnumerable<TaperChoice> choices) =>
            choices.SelectMany(c => c.Result.Plan?.Steps ?? []).Select(s => $"{s.Start} {Sig.For(s).InWords()}");
    }

    [Fact]
    public void A_plan_keeps_no_table_of_its_search()
    {
        var plan = TaperPlanner.Plan(Request).Plan!;
        Assert.Contains(typeof(TaperStep), Reached(plan));
        Assert.All((Type[])[typeof(TaperSearch), typeof(LatticeRow), typeof(MakeableDoses)], t => Assert.DoesNotContain(t, Reached(plan)));
    }

    /// <summary>The types of all that a garbage collector would keep for this object.</summary>
    private static HashSet<Type> Reached(object root)
    {
        var (seen, left, types) = (new HashSet<object>(ReferenceEqualityComparer.Instance), new Stack<object>([root]), new HashSet<Type>());
        while (left.TryPop(out var each))
        {
            if (!seen.Add(each) || each is string or Type or MemberInfo)
                continue;
            types.Add(each.GetType());
            if (each is Array array)
                foreach (var item in array)
                    Push(item);
            for (var type = each.GetType(); type is not null; type = type.BaseType)
                foreach (
                    var field in type.GetFields(
                        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly
                    )
                )
                    if (!field.FieldType.IsPrimitive && !field.FieldType.IsPointer)
                        Push(field.GetValue(each));
        }
        return types;

        void Push(object? value)
        {
            if (value is not null && !value.GetType().IsPrimitive)
                left.Push(value);
        }
    }
}
