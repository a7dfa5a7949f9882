using System.Collections.Concurrent;
using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Paper;

/// <summary>Plans of each kind, laid out, and what a reader sees of a page.</summary>
internal static class Printed
{
    public static readonly Approval Approved = new(3, new DateOnly(2026, 11, 23), "Dr. Example");

    public static readonly TaperRequest Faster = A.Clonazepam("1 mg morning") with
    {
        Pace = A.Pace(30, 14),
        OverrideReason = "agreed with Ms Ek",
    };

    public static readonly TaperRequest CareFirst = A.Clonazepam("1 mg morning, 1 mg bedtime") with
    {
        Facts = new PatientFacts
        {
            SeizureHistory = Answer.Yes,
            SevereWithdrawal = Answer.Yes,
            Pregnant = Answer.Yes,
            Alcohol = Answer.Yes,
            Opioid = Answer.Yes,
            Supply = Supply.Unknown,
        },
        OverrideReason = "inpatient care is arranged",
    };

    private static readonly Dictionary<string, TaperRequest> Requests = new()
    {
        ["two years, tablets"] = A.Clonazepam("1 mg morning, 1 mg bedtime", "tablet 0.5 scored, odt 0.125"),
        ["four times a day with a liquid"] = A.Clonazepam(
            "2 mg morning, 1 mg midday, 1 mg evening, 2 mg bedtime",
            "tablet 0.5 scored, odt 0.125, suspension 0.1"
        ),
        ["many pieces"] = A.Clonazepam("0.5 mg morning, 0.5 mg midday, 0.5 mg evening, 0.5 mg bedtime", "odt 0.125"),
        ["large last steps"] = A.Clonazepam("1 mg bedtime") with { AcceptLargeLastSteps = true },
        ["two weeks"] = A.Taper(BenzodiazepineTable.Temazepam, "7.5 mg bedtime"),
        ["eight weeks"] = A.Taper(BenzodiazepineTable.Temazepam, "15 mg bedtime") with { Pace = A.Pace(25, 14), CutNow = true },
        ["capsules"] = A.Taper(BenzodiazepineTable.Temazepam, "30 mg bedtime"),
        ["a long-acting drug"] = A.Taper(BenzodiazepineTable.Diazepam, "10 mg morning, 10 mg midday, 20 mg bedtime"),
        ["quarters"] = A.Taper(BenzodiazepineTable.Alprazolam, "2 mg morning, 2 mg bedtime", "tablet 2 quarters") with
        {
            Pace = A.Pace(20, 14),
        },
        ["a goal"] = A.Taper(BenzodiazepineTable.Lorazepam, "1 mg morning, 1 mg bedtime") with { Goal = new Dose(1) },
        ["a goal in a few weeks"] = A.Clonazepam("1 mg morning", "tablet 0.5 scored") with { Goal = new Dose(0.5m), Pace = A.Pace(25, 14) },
        ["cut now"] = A.Clonazepam("0.5 mg bedtime") with { Pace = A.Pace(25, 14), CutNow = true },
        ["an override"] = Faster,
        ["care first"] = CareFirst,
    };

    private static readonly ConcurrentDictionary<string, TaperPlan> Plans = new();

    private const string AChange = "a change of medicine";

    public static TheoryData<string> Kinds => [.. Requests.Keys, AChange];

    public static TaperPlan Plan(string kind) => Plans.GetOrAdd(kind, k => k == AChange ? Changed : A.Plan(Requests[k]));

    private static TaperPlan Changed =>
        TaperChoices.For(A.Clonazepam("0.5 mg morning, 1 mg bedtime")).Single(c => c.Id == "cross-over").Result.Plan!;

    public static PrintedDocument Calendar(TaperPlan plan, Approval? approval = null) =>
        PatientCalendar.Lay(plan, SafetyText.Default, approval);

    public static PrintedDocument Order(TaperPlan plan, Approval? approval = null) => PharmacySheet.Lay(plan, SafetyText.Default, approval);

    /// <summary>Calendar and order sheet; of an approved version also the card and the week of its first step.</summary>
    public static IEnumerable<PrintedDocument> Both(TaperPlan plan, Approval? approval = null) =>
        approval is null
            ? [Calendar(plan), Order(plan)]
            :
            [
                Calendar(plan, approval),
                Order(plan, approval),
                StepCard.Lay(Taken(plan), SafetyText.Default, approval, plan.BeginsOn),
                WeekSheet.Lay(plan.BeginsOn, [.. Enumerable.Repeat(Taken(plan), WeekSheet.Days)], SafetyText.Default, approval),
            ];

    /// <summary>The first step of a plan, or the first stage of its change, as a person takes it.</summary>
    public static TakenStep Taken(TaperPlan plan) => Taken(plan, plan.LivedSteps().First());

    public static TakenStep Taken(TaperPlan plan, TaperStep step) =>
        new(
            plan.Change is { } change && step.Number == 0
                ? change.Stages[0].Doses
                : [.. step.Doses.Select(d => new CrossOverDose(plan.Request.Drug, d.Time, d.Dose.Dose, d.Dose))]
        )
        {
            Since = step.Start,
            NextNotBefore = step.End?.AddDays(1),
            GoesOn = true,
            TalkBy = step.Start.AddDays(7),
            Missed = Missed,
            OverrideReason = plan.Request.OverrideReason,
        };

    /// <summary>As long as they get.</summary>
    public static readonly string[] Missed =
    [
        "Never take a double dose to catch up.",
        "The same day: take it if more than half of the time to your next dose is left. If less is left, skip it.",
        "One missed: take the next dose at its time, and call your clinic today.",
        "More than one missed: call today.",
        "Nothing taken for 5 days or more: do not start again alone. Be seen today.",
    ];

    /// <summary>The words of a page in the order in which they were set, line ends as spaces.</summary>
    public static string Words(this Page page) => string.Join(' ', page.Texts.Select(t => t.Text.Trim()));

    public static string Words(this PrintedDocument document) => string.Join(' ', document.Pages.Select(Words));

    /// <summary>Each piece of text on a line of its own, as it was set.</summary>
    public static string Lines(this PrintedDocument document) =>
        string.Join('\n', document.Pages.SelectMany(p => p.Texts).Select(t => t.Text.Plain()));

    /// <summary>Squares of the size that a pen ticks.</summary>
    public static int Ticks(this PrintedDocument document) =>
        document.Pages.SelectMany(p => p.Marks).OfType<BoxMark>().Count(b => b.Width == b.Height && b.Width < 20);

    /// <summary>Plain spaces in place of those that hold a date together.</summary>
    public static string Plain(this string text) => text.Replace('\u00A0', ' ');
}
