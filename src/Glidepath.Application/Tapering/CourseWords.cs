using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Tapering;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Tapering;

/// <summary>How a course is said, wherever it is shown.</summary>
public static class CourseWords
{
    /// <summary>Directions as they are kept with a draft or a version.</summary>
    public static Directions Kept { get; } = new(s => Sig.For(s).AsKept(), d => Sig.For(d).AsKept());

    public static string InWords(this CourseState state) =>
        state switch
        {
            CourseState.Active => T["CourseActive"],
            CourseState.OnHold => T["CourseOnHold"],
            CourseState.Completed => T["CourseCompleted"],
            CourseState.OnLowerDose => T["CourseOnLowerDose"],
            CourseState.Stopped => T["CourseStopped"],
            CourseState.HandedOver => T["CourseHandedOver"],
        };

    public static string InWords(this VersionKind kind) =>
        kind switch
        {
            VersionKind.Planned => T["VersionPlanned"],
            VersionKind.BackToAStep => T["VersionBack"],
            VersionKind.Restart => T["VersionRestart"],
            VersionKind.SetElsewhere => T["VersionSetElsewhere"],
        };

    /// <summary>"clonazepam 0.75 mg a day"; of two medicines both.</summary>
    public static string Daily(this VersionStep step) =>
        step.IsStop ? T["NothingIsTaken"] : string.Join(", ", step.Daily.Select(d => T["MedicineADay", d.Key, new Dose(d.Value)]));

    /// <summary>"0.75 mg morning, 0.875 mg bedtime".</summary>
    public static string Times(this VersionStep step) =>
        string.Join(
            ", ",
            step.Doses.Select(d => step.Daily.Count > 1 ? $"{d.Drug} {new Dose(d.Mg)} {When(d.Time)}" : $"{new Dose(d.Mg)} {When(d.Time)}")
        );

    public static IReadOnlyList<DoseLine> Lines(this VersionStep step) =>
        [
            .. step
                .Doses.OrderBy(d => d.Minutes)
                .Select(d => new DoseLine(
                    When(d.Time),
                    new Dose(d.Mg).ToString(),
                    step.Daily.Count > 1 ? d.Drug : null,
                    // As a person says it: the label's name of the form is long, and nobody uses it.
                    d.Sig.Replace("orally disintegrating tablet", "melting tablet", StringComparison.Ordinal),
                    [.. d.Pieces.Select(p => new DosePiece(p.Form, p.Strength, p.Scoring, p.Count))]
                )),
        ];

    private static string When(TimeOfDay time) =>
        time == TimeOfDay.Morning ? T["InTheMorning"]
        : time == TimeOfDay.Midday ? T["AtMidday"]
        : time == TimeOfDay.Evening ? T["InTheEvening"]
        : time == TimeOfDay.Bedtime ? T["AtBedtime"]
        : T["AtTheHour", time.Clock()];

    /// <summary>Which step is taken: "step 3 of 26", "the dose to begin with", "stage 2 of the change".</summary>
    public static string Step(this CourseNow now, DateOnly today)
    {
        var step = now.On(today);
        return step.IsChange ? T["StageOfChange", step.Number]
            : step.Number == 0 ? T["DoseToBeginWith"]
            : T["StepNumber", step.Number];
    }

    /// <summary>What comes next, and that a person says when.</summary>
    public static string? Next(this TaperCourse course, DateOnly today)
    {
        var now = course.Now;
        return course.State switch
        {
            CourseState.OnHold => course.HoldUntil is { } until ? T["OnHoldUntil", until.Day()] : null,
            CourseState.Active when !now.HasBegun(today) => T["AgreedFrom", now.Step.Daily(), now.Since.Day()],
            CourseState.Active when now is { Next: { } next, DueOn: { } due } => due > today
                ? T["NextNotBefore", next.Daily(), due.Day()]
                : T["NextWaits", next.Daily(), due.Day()],
            _ => null,
        };
    }

    internal static string InWords(this CourseEntry entry) =>
        entry.Action switch
        {
            CourseAction.Approve => T["CourseApproved", entry.On.Day()],
            CourseAction.TakeStep => T["CourseStepTaken", entry.On.Day()],
            CourseAction.Hold => T["CourseHeld", entry.Until!.Value.Day()],
            CourseAction.GoOn => T["CourseGoesOn"],
            CourseAction.Complete => T["CourseComplete"],
            CourseAction.StayOnDose => T["CourseStays"],
            CourseAction.Stop => T["CourseStop"],
            CourseAction.HandOver => T["CourseHandOver"],
        };
}
