using Glidepath.Pharmacology.Safety;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Assessments;

/// <summary>One person's scales as the pages show them.</summary>
/// <param name="Entries">All, also those that were replaced.</param>
/// <param name="Drafts">Open ones of who is looking.</param>
public sealed record AssessmentsView(
    Patient Patient,
    EpisodeOfCare? Episode,
    IReadOnlyList<Instrument> Shelf,
    IReadOnlyList<ScoredAssessment> Entries,
    IReadOnlyList<AssessmentDraft> Drafts,
    IReadOnlyList<SafetyStep> Steps,
    IntakeFacts Intake,
    IReadOnlyDictionary<Guid, string> Names,
    DateOnly Today
)
{
    /// <summary>Null for a record that stands by itself.</summary>
    public MergePointer? MergedInto { get; init; }

    /// <summary>Records that were merged into this one.</summary>
    public IReadOnlyList<MergedHead> AlsoKeptAs { get; init; } = [];

    private readonly HashSet<Guid> _replaced = [.. Entries.Select(e => e.AmendsId).OfType<Guid>()];

    /// <summary>Steps whose alerted person can open them now. Asked for the person's own pages, which name who was alerted.</summary>
    public IReadOnlySet<Guid> StillReached { get; init; } = new HashSet<Guid>();

    public IReadOnlyList<SafetyStep> Waiting => [.. Steps.Where(s => s.NeedsAction)];

    public IEnumerable<ScoredAssessment> Standing =>
        Entries.Where(e => !_replaced.Contains(e.Id)).OrderByDescending(e => e.On).ThenByDescending(e => e.RecordedAt);

    public bool IsReplaced(ScoredAssessment entry) => _replaced.Contains(entry.Id);

    public IEnumerable<Instrument> Offered => Shelf.Where(i => InstrumentShelf.IsOffered(i, Intake));

    public IReadOnlyList<DueAssessment> Due =>
        Episode is not { IsOpen: true } open
            ? []
            :
            [
                .. DueList
                    .Of(open.Phase, open.PhaseSince, [.. Standing.Select(e => new DoneOn(e.InstrumentId, e.On))], [], Known, Today)
                    .Where(d => Offered.Any(i => i.Id == d.InstrumentId)),
            ];

    public IReadOnlyList<ScreeningSuggestion> Suggestions => Screening.Suggest([.. Standing], Intake);

    public string Name(Guid account) => Names.GetValueOrDefault(account, "an account that is gone");

    private HashSet<DueWhen> Known =>
        [
            .. Intake.Is("alcohol.any") is Answer.Yes ? [DueWhen.DrinksAlcohol] : Array.Empty<DueWhen>(),
            .. Intake.Is("alcohol.withdrawal") is Answer.Yes ? [DueWhen.AlcoholWithdrawalIsWatched] : Array.Empty<DueWhen>(),
            .. Intake.Is("opioids.any") is Answer.Yes ? [DueWhen.OpioidWithdrawalIsWatched] : Array.Empty<DueWhen>(),
        ];
}

/// <summary>One filling-in, as far as it is.</summary>
/// <param name="Finish">False: only kept, to go on later.</param>
/// <param name="EvenUnanswered">The person knows that some are open.</param>
/// <param name="Amends">The entry that this replaces, with <paramref name="Reason"/>.</param>
public sealed record Filling(
    Instrument Instrument,
    DateOnly On,
    IReadOnlyDictionary<string, int> Answers,
    bool Finish,
    bool EvenUnanswered = false,
    Guid? Amends = null,
    string? Reason = null
);

public enum Filled
{
    /// <summary>Kept as a draft.</summary>
    Kept,

    /// <summary>Kept; some are unanswered and nobody said that this is meant.</summary>
    Unanswered,

    /// <summary>Kept; staff record first what was done.</summary>
    SafetyFirst,
    Saved,
}

public sealed record FillOutcome(Filled State, Guid? EntryId, Guid? SafetyStepId, IReadOnlyList<string> Unanswered);
