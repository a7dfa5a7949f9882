using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Tapering;

/// <summary>Why a version of a plan begins with the dose that it begins with.</summary>
public enum VersionKind
{
    /// <summary>From the dose that is taken.</summary>
    Planned,

    /// <summary>Back to a dose of this course that was well: rare, with a reason and a day of review.</summary>
    BackToAStep,

    /// <summary>After a gap, or after the course had ended.</summary>
    Restart,

    /// <summary>A hospital or another prescriber set the dose; it is recorded as it is.</summary>
    SetElsewhere,
}

/// <summary>A version of a plan that a prescriber approved. It stays as it was printed, whatever the planner learns since.</summary>
[RecordOf(DataClass.TaperPlan)]
public sealed class TaperVersion : IPatientRecord, IAppendOnly
{
    private TaperVersion() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid CourseId { get; private set; }

    /// <summary>The draft that became it.</summary>
    public Guid DraftId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    public VersionKind Kind { get; private set; }

    /// <summary>Read <see cref="Answers"/>.</summary>
    [Encrypted]
    public string AnswersJson { get; private set; } = "";

    /// <summary>Read <see cref="Plan"/>.</summary>
    [Encrypted]
    public string PlanJson { get; private set; } = "";

    /// <summary>As the person reads it.</summary>
    [Encrypted]
    public string Why { get; private set; } = "";

    /// <summary>The first day of its first step, where the person is.</summary>
    public DateOnly BeginsOn { get; private set; }

    /// <summary>When somebody looks at a dose that went up; null for any other.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <summary>UTC, when it was approved.</summary>
    public DateTime RecordedAt { get; private set; }

    /// <summary>The prescriber.</summary>
    public Guid RecordedBy { get; private set; }

    /// <summary>Never: another version is approved instead.</summary>
    public Guid? AmendsId { get; private set; }

    public string? AmendmentReason { get; private set; }

    /// <summary>What the planner was asked, as it was typed, by the name of its question.</summary>
    public IReadOnlyDictionary<string, string> Answers => Recorded.Read<Dictionary<string, string>>(AnswersJson, []);

    public VersionPlan Plan => field ??= Recorded.Read(PlanJson, VersionPlan.None);

    internal static TaperVersion Of(TaperCourse course, TaperDraft draft, VersionPlan plan, int number, VersionTerms terms, Entry by) =>
        new()
        {
            Id = by.Id,
            PatientId = course.PatientId,
            CourseId = course.Id,
            DraftId = draft.Id,
            Number = number,
            Kind = terms.Kind,
            AnswersJson = Recorded.Json(draft.Answers),
            PlanJson = Recorded.Json(plan),
            Why = Recorded.Required(terms.Why, "course.why", TaperCourse.LongestWhy),
            BeginsOn = terms.BeginsOn,
            ReviewOn = terms.ReviewOn,
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };
}

/// <summary>What a prescriber says with a yes to a version.</summary>
/// <param name="Why">As the person reads it.</param>
/// <param name="BeginsOn">First day of the version, where the person is.</param>
/// <param name="ReviewOn">Needed where the dose goes up.</param>
public sealed record VersionTerms(VersionKind Kind, string? Why, DateOnly BeginsOn, DateOnly? ReviewOn = null);
