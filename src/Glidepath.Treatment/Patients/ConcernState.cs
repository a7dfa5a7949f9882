using System.Collections.Frozen;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

/// <summary>One answer as the safety panel weighs it, from whatever record it comes.</summary>
/// <param name="PatientId">The record that holds it.</param>
/// <param name="SaidAt">UTC.</param>
/// <param name="RecordedAt">UTC; a closing covers what was recorded until then.</param>
/// <param name="WaitsForStep">Its safety step is not closed: it ends with that, and in no other way.</param>
public sealed record SafetyWord(
    Guid PatientId,
    SafetyTold Told,
    DateTime SaidAt,
    DateTime RecordedAt,
    Guid? SafetyStepId = null,
    bool WaitsForStep = false
)
{
    public static SafetyWord Of(SafetyEntry entry) => new(entry.PatientId, entry.Told, entry.SaidAt, entry.RecordedAt, entry.SafetyStepId);
}

/// <summary>
/// How one concern stands. What was answered with yes stays open until a clinician closes it: no later "no", from whatever source, does.
/// </summary>
/// <param name="Answer">Yes while anything is open; else the newest answer.</param>
/// <param name="Leads">The most alarming open answer, of equals the newest; with nothing open the newest answer. Null where nobody
/// asked.</param>
/// <param name="Open">Answers of yes that nobody closed, the leading one first.</param>
/// <param name="Earlier">All other answers, the newest first.</param>
/// <param name="Closing">The newest closing, where nothing is open and no answer came after it.</param>
/// <param name="NotAble">Why nobody could ask, until somebody does.</param>
public sealed record ConcernState(
    SafetyConcern Concern,
    Answer Answer,
    SafetyWord? Leads,
    IReadOnlyList<SafetyWord> Open,
    IReadOnlyList<SafetyWord> Earlier,
    SafetyEntry? Closing,
    SafetyEntry? NotAble
)
{
    public bool IsOpen => Open.Count > 0;

    public bool WaitsForStep => Open.Any(w => w.WaitsForStep);

    /// <summary>Somebody asked, whatever was answered.</summary>
    public bool WasAsked => Leads is not null;

    /// <summary>When the newest open answer was recorded: a closing covers no later one.</summary>
    public DateTime? SeenUntil => Open.Count == 0 ? null : Open.Max(w => w.RecordedAt);

    /// <summary>Every concern of one person, in the order of the panel.</summary>
    /// <param name="words">Answers that have no entry: of the time before entries were kept, or of a step that is open.</param>
    /// <param name="merged">Records that were merged into the one that is looked at; null where none were.</param>
    public static IReadOnlyList<ConcernState> Of(
        IReadOnlyCollection<SafetyEntry> entries,
        IReadOnlyCollection<SafetyWord> words,
        IReadOnlyCollection<MergedRecord>? merged = null
    )
    {
        // Of most people most concerns hold nothing, and pages of many people ask for all of them.
        var held = entries.Select(e => e.Concern).Concat(words.Select(w => w.Told.Concern)).ToHashSet();
        return
        [
            .. SafetyConcerns.All.Select(row => held.Contains(row.Concern) ? Of(row, entries, words, merged ?? []) : NotAsked[row.Concern]),
        ];
    }

    private static readonly FrozenDictionary<SafetyConcern, ConcernState> NotAsked = SafetyConcerns.All.ToFrozenDictionary(
        row => row.Concern,
        row => new ConcernState(row.Concern, Answer.Unknown, null, [], [], null, null)
    );

    private static ConcernState Of(
        SafetyConcernRow row,
        IReadOnlyCollection<SafetyEntry> entries,
        IReadOnlyCollection<SafetyWord> words,
        IReadOnlyCollection<MergedRecord> merged
    )
    {
        var mine = entries.Where(e => e.Concern == row.Concern).ToList();
        var waiting = words.Where(w => w.WaitsForStep).Select(w => w.SafetyStepId).ToHashSet();
        var told = mine.Where(e => e.Kind is SafetyEntryKind.Told)
            .Select(SafetyWord.Of)
            .Select(w => w.SafetyStepId is not null && waiting.Contains(w.SafetyStepId) ? w with { WaitsForStep = true } : w)
            .ToList();
        // A step says more than an answer without its source only where no entry stands for it.
        var known = told.Select(w => w.SafetyStepId).OfType<Guid>().ToHashSet();
        told.AddRange(words.Where(w => w.Told.Concern == row.Concern && (w.SafetyStepId is not { } step || !known.Contains(step))));
        var closings = mine.Where(e => e.Kind is SafetyEntryKind.Closed).OrderByDescending(e => e.RecordedAt).ToList();
        var open = told.Where(w => w.Told.Answer is Answer.Yes && (w.WaitsForStep || !closings.Exists(c => c.Closes(w, merged))))
            .OrderByDescending(w => w.Told.Grade)
            .ThenByDescending(w => w.SaidAt)
            .ThenByDescending(w => w.RecordedAt)
            .ToList();
        var earlier = told.Except(open).OrderByDescending(w => w.SaidAt).ThenByDescending(w => w.RecordedAt).ToList();
        var leads = open.Concat(earlier).FirstOrDefault();
        var closing = open.Count == 0 && leads is { Told.Answer: Answer.Yes } ? closings.Find(c => c.Closes(leads, merged)) : null;
        return new ConcernState(
            row.Concern,
            open.Count > 0 ? Answer.Yes : Now(row, earlier),
            leads,
            open,
            [.. earlier.Where(w => w != leads)],
            closing,
            mine.Where(e => e.Kind is SafetyEntryKind.NotAbleToAsk).OrderByDescending(e => e.RecordedAt).FirstOrDefault() is { } not
            && !told.Exists(w => w.RecordedAt > not.RecordedAt)
                ? not
                : null
        );
    }

    /// <summary>
    /// With nothing open. With several questions no only where each was answered; one that a clinician closed counts as answered.
    /// </summary>
    private static Answer Now(SafetyConcernRow row, List<SafetyWord> newestFirst)
    {
        if (newestFirst is not [var newest, ..] || newest.Told.Answer is not Answer.No)
            return newestFirst.Count == 0 ? Answer.Unknown : newestFirst[0].Told.Answer;
        var latest = newestFirst.GroupBy(w => w.Told.From).Select(g => g.First().Told.Answer).ToList();
        return latest.Contains(Answer.Unknown) || latest.Count < row.Questions.Count ? Answer.Unknown : Answer.No;
    }
}
