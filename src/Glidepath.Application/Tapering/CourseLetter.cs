using System.Text;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Tapering;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Tapering;

/// <summary>
/// The version in force in words: as a letter to a prescriber elsewhere, and as text for another record. It says what was decided, and of
/// what lies ahead the next step alone.
/// </summary>
internal static class CourseLetter
{
    /// <param name="to">Whom it is for, as it was typed; null for whoever it is handed to.</param>
    /// <param name="safety">What changes what is safe; what is not known stands there as not known.</param>
    public static string ToPrescriber(
        CourseTold told,
        string? to,
        IReadOnlyList<SafetyLine> safety,
        IReadOnlyList<string> medicines,
        ClinicContact clinic
    )
    {
        var letter = new Lines();
        letter.Add(told.Today.Day());
        letter.Add("");
        letter.Add(to is null ? T["ToThePrescriberWhoReadsThis"] : T["ToWhom", to]);
        letter.Add(Whom(told));
        letter.Add("");
        letter.Add(T["IsInATaperHereWeWriteSoThatYouKnow", told.Name, told.Course.Now.Drug]);
        letter.Add(T["PleaseDoNotStopItAtOnce"]);
        AddCourse(letter, told);
        letter.Head(T["WhatBearsOnSafety"]);
        letter.Add(Safe(T["SafetyPresent"], safety.Where(s => s.Answer is Answer.Yes && !s.IsClosed)));
        letter.Add(Safe(T["SafetySeenAndClosedHere"], safety.Where(s => s.IsClosed)));
        letter.Add(Safe(T["SafetyAnsweredNo"], safety.Where(s => s.Answer is Answer.No && !s.IsClosed)));
        letter.Add(Safe(T["SafetyNotKnownHere"], safety.Where(s => s.Answer is Answer.Unknown && !s.IsClosed)));
        letter.Add(T["OtherMedicinesAre", medicines.Count == 0 ? T["NoOtherMedicineOnTheList"] : string.Join("; ", medicines)]);
        letter.Head(T["HowToReachUs"]);
        letter.Add(string.Join(", ", new[] { told.Prescriber, clinic.Program, clinic.Phone }.OfType<string>()));
        return letter.ToString();
    }

    public static string ForRecord(CourseTold told)
    {
        var text = new Lines();
        text.Add(Whom(told));
        text.Add(T["TaperOfAsOf", told.Course.Now.Drug, told.Today.Day()]);
        AddCourse(text, told);
        text.Add("");
        text.Add(T["NotToBeStoppedAtOnce"]);
        return text.ToString();
    }

    private static void AddCourse(Lines text, CourseTold told)
    {
        var (course, version, now) = (told.Course, told.File.InForce, told.Course.Now);
        var taken = now.On(told.Today);
        text.Head(T["DoseNow"]);
        text.Add(
            (now.HasBegun(told.Today) ? now.Since : now.BeforeSince) is { } since && !taken.IsStop
                ? T["DailySince", taken.Daily(), since.Day()]
                : taken.Daily()
        );
        foreach (var (line, dose) in taken.Lines().Zip(taken.Doses.OrderBy(d => d.Minutes)))
            text.Item($"{line.When}: {string.Join(' ', new[] { line.Medicine, line.Amount }.OfType<string>())} ({dose.Sig})");
        if (told.ClockIn is { } place && !taken.IsStop)
            text.Add(T["DosesAreByTheClockIn", place]);
        text.Add(T["ByVersionApproved", version.Number, told.ApprovedOn.Day(), told.Prescriber, course.State.InWords()]);
        text.Add(T["GuidelineOfPlan", version.Plan.Policy]);
        if (now.OverrideReason is { } reason)
            text.Add(T["GuidelineOverridden", reason]);
        text.Add(T["MadeOf", string.Join(", ", Products(version.Plan))]);
        text.Head(T["StepsSoFar"]);
        if (told.File.Versions[^1].Plan.Taken is { } before)
            text.Item(T["BeforeTheTaper", before.Daily()]);
        foreach (var entry in told.File.Entries)
            text.Item(Decided(told.File, entry));
        text.Head(T["NextStep"]);
        text.Add(Next(course, told.Today));
    }

    private static string Whom(CourseTold told) =>
        told.Born is { } born ? T["AboutBorn", told.Name, born.Day()] : T["AboutWhom", told.Name];

    private static string Decided(CourseFile file, CourseEntry entry)
    {
        var version = file.Versions.Single(v => v.Id == entry.VersionId);
        var dose = version.Plan.Steps[entry.Position].Daily();
        return entry.Action switch
        {
            CourseAction.Approve => T["DecidedVersion", entry.On.Day(), version.Number, version.Kind.InWords(), dose],
            CourseAction.TakeStep => T["DecidedStep", entry.On.Day(), dose],
            CourseAction.Hold => T["DecidedHold", entry.On.Day(), entry.Until!.Value.Day()],
            CourseAction.GoOn => T["DecidedGoesOn", entry.On.Day()],
            _ => T["DecidedEnd", entry.On.Day(), entry.InWords()],
        };
    }

    private static string Next(TaperCourse course, DateOnly today)
    {
        var now = course.Now;
        if (!course.GoesDown)
            return T["NoStepComes"];
        if (!now.HasBegun(today) && !now.Waits)
            return T["AgreedFrom", now.Step.Daily(), now.Since.Day()];
        var (next, due) = now.HasBegun(today) ? (now.Next, now.DueOn) : (now.Step, now.NotBefore);
        return next is null ? T["NoStepIsLeftInThePlan"]
            : course.HoldUntil is { } held ? T["HeldThenNext", held.Day(), next.Daily()]
            : due is { } day ? T["NextNotBeforeAPersonSays", next.Daily(), day.Day()]
            : T["NextWhenAPersonSays", next.Daily()];
    }

    private static IEnumerable<string> Products(VersionPlan plan) =>
        plan
            .Steps.SelectMany(s => s.Doses)
            .SelectMany(d => d.Pieces.Select(p => CourseOnPaper.ProductOf(CourseOnPaper.DrugOf(d), p).Name))
            .Distinct();

    private static string? Safe(string word, IEnumerable<SafetyLine> lines) =>
        lines.Select(s => Terms.Of(s.What)).ToList() is { Count: > 0 } some ? $"{word}: {string.Join("; ", some)}." : null;

    /// <summary>Plain text, a line each.</summary>
    private sealed class Lines
    {
        private readonly StringBuilder _text = new();

        /// <param name="line">Null adds none.</param>
        public void Add(string? line)
        {
            if (line is not null)
                _text.Append(line).Append('\n');
        }

        public void Item(string line) => Add($"- {line}");

        public void Head(string line)
        {
            Add("");
            Add(line);
        }

        public override string ToString() => _text.ToString();
    }
}

/// <summary>What is told of a course, and of whom.</summary>
/// <param name="Today">Where the person is.</param>
/// <param name="ApprovedOn">The day of the version in force, where the program is.</param>
/// <param name="Prescriber">Who approved it.</param>
/// <param name="ClockIn">Where the person takes the doses, if the clock there is another than the program's.</param>
internal sealed record CourseTold(
    CourseFile File,
    string Name,
    DateOnly? Born,
    DateOnly Today,
    DateOnly ApprovedOn,
    string Prescriber,
    string? ClockIn
)
{
    public TaperCourse Course => File.Course;
}

/// <summary>As families reach the program; what is not set is left out.</summary>
public sealed record ClinicContact(string? Program, string? Phone);
