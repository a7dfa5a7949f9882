using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Tapering;

/// <summary>
/// A taper that a prescriber planned for a person and kept to talk over: what the planner was asked, and the steps that it answered. It is
/// no order: nobody takes a dose by it.
/// </summary>
[RecordOf(DataClass.TaperPlan)]
public sealed class TaperDraft : IPatientRecord, IVersioned
{
    /// <summary>Answers of the planner's form, each as long as the form takes.</summary>
    private const int MostAnswers = 60,
        LongestAnswer = 500;

    private TaperDraft() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid EpisodeId { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Read <see cref="Answers"/>.</summary>
    [Encrypted]
    public string AnswersJson { get; private set; } = "";

    /// <summary>Read <see cref="Plan"/>.</summary>
    [Encrypted]
    public string PlanJson { get; private set; } = "";

    /// <summary>UTC.</summary>
    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <summary>UTC. Null while the draft stands.</summary>
    public DateTime? SetAsideAt { get; private set; }

    public Guid? SetAsideBy { get; private set; }

    [Encrypted]
    public string? WhySetAside { get; private set; }

    public bool Stands => SetAsideAt is null;

    /// <summary>What the planner was asked, as it was typed, by the name of its question.</summary>
    public IReadOnlyDictionary<string, string> Answers => Recorded.Read<Dictionary<string, string>>(AnswersJson, []);

    public DraftedTaper Plan => Recorded.Read(PlanJson, DraftedTaper.None);

    /// <param name="answers">Of the planner, by the name of its question; the first day of the plan is among them.</param>
    /// <param name="directions">As of <see cref="DraftedTaper.Of"/>.</param>
    /// <exception cref="RuleViolationException"><c>taper-draft.answers</c>: more, or longer, than the planner asks.</exception>
    public static TaperDraft Keep(
        EpisodeOfCare episode,
        IReadOnlyDictionary<string, string> answers,
        TaperPlan plan,
        Func<TaperStep, string> directions,
        Entry by
    )
    {
        if (answers.Count > MostAnswers || answers.Any(a => a.Value.Length > LongestAnswer))
            throw new RuleViolationException("taper-draft.answers");
        return new()
        {
            Id = by.Id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            AnswersJson = Recorded.Json(answers),
            PlanJson = Recorded.Json(DraftedTaper.Of(plan, directions)),
            RecordedAt = Recorded.Utc(by.RecordedAt),
            RecordedBy = by.RecordedBy,
        };
    }

    /// <summary>It is not followed up any more. It can still be read.</summary>
    /// <exception cref="RuleViolationException"><c>taper-draft.set-aside.already</c>, or no reason is given.</exception>
    public void SetAside(string why, DateTime at, Guid by)
    {
        if (!Stands)
            throw new RuleViolationException("taper-draft.set-aside.already");
        WhySetAside = Recorded.Required(why, "taper-draft.why", 1_000);
        (SetAsideAt, SetAsideBy) = (Recorded.Utc(at), by);
    }
}
