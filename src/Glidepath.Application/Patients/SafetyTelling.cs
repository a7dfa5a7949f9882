using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>Writes what an intake tells into the history of safety.</summary>
internal static class SafetyTelling
{
    /// <summary>
    /// Of what was sent, each answer that changes what stands; a yes also where it is not kept because somebody else wrote otherwise. The
    /// answer that it takes the place of is put into the history first, where it is older than the history.
    /// </summary>
    /// <param name="section">As it stands before; null for none.</param>
    /// <param name="step">The step that an answer about suicide belongs to.</param>
    /// <param name="isNewStep">It was opened by these answers: then the yes is told again, though it stood there before.</param>
    public static IEnumerable<SafetyEntry> Of(
        EpisodeOfCare episode,
        IntakeSection? section,
        IReadOnlyDictionary<string, IntakeAnswer> sent,
        IReadOnlyCollection<string> kept,
        IReadOnlyCollection<SafetyEntry> entries,
        Guid? step,
        bool isNewStep,
        Func<Entry> entry
    )
    {
        foreach (var (question, answer) in sent)
        {
            if (SafetyConcerns.Read(question, answer) is not { } told || told.Answer is not Answer.Yes && !kept.Contains(question))
                continue;
            var before = section?.Answers.TryGetValue(question, out var stood) is true ? SafetyConcerns.Read(question, stood) : null;
            var opens = told is { Concern: SafetyConcern.Suicide, Answer: Answer.Yes };
            if (told == before && !(opens && isNewStep))
                continue;
            if (before is not null && section is { ChangedAt: { } at, ChangedBy: { } by } && entries.All(e => e.Told.From != question))
                yield return SafetyEntry.Tell(episode, before, entries, entry() with { RecordedBy = by }, null, at);
            yield return SafetyEntry.Tell(episode, told, entries, entry(), opens ? step : null);
        }
    }
}
