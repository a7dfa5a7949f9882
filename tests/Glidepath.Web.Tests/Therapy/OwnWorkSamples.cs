using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Web.Tests.Therapy;

/// <summary>One entry of each kind of own work, with a word in it that stands nowhere else.</summary>
internal static class OwnWorkSamples
{
    /// <summary>A type without a row fails the test of the matrix.</summary>
    public static readonly IReadOnlyDictionary<Type, Func<EpisodeOfCare, string, bool, DateTime, Guid, OwnWork>> Of = new Dictionary<
        Type,
        Func<EpisodeOfCare, string, bool, DateTime, Guid, OwnWork>
    >
    {
        [typeof(CravingEpisode)] = (episode, word, isShared, at, by) =>
            CravingEpisode.Record(
                Guid.CreateVersion7(),
                episode,
                new CravingStart(6, word, null, null, NearDose.NotSaid),
                at,
                DosesAround.NotKnown,
                isShared,
                at,
                by
            ),
        [typeof(PromptAnswer)] = (episode, word, isShared, at, by) =>
            PromptAnswer.Answer(
                Guid.CreateVersion7(),
                episode,
                at,
                new PromptSaid(true, word, null),
                at,
                DosesAround.NotKnown,
                isShared,
                at,
                by
            ),
        [typeof(IfThenCard)] = (episode, word, isShared, at, by) =>
            IfThenCard.Make(Guid.CreateVersion7(), episode, [new IfThen(word, "walk")], isShared, at, by),
        [typeof(OwnSafetyPlan)] = (episode, word, isShared, at, by) =>
            OwnSafetyPlan.Make(Guid.CreateVersion7(), episode, SafetyPlanWords.Empty with { Signs = [word] }, isShared, at, by),
        [typeof(Chain)] = (episode, word, isShared, at, by) =>
            Chain.Write(
                Guid.CreateVersion7(),
                episode,
                ChainWords.Empty with
                {
                    Before = new ChainBefore(People: word),
                },
                at,
                isShared,
                at,
                by
            ),
        [typeof(ThoughtRecord)] = (episode, word, isShared, at, by) =>
            ThoughtRecord.Start(Guid.CreateVersion7(), episode, new ThoughtWords(word), at, isShared, at, by),
        [typeof(RootsSheet)] = (episode, word, isShared, at, by) =>
            RootsSheet.Write(Guid.CreateVersion7(), episode, RootsLines.Empty with { Beliefs = [word] }, isShared, at, by),
        [typeof(OwnReason)] = (episode, word, isShared, at, by) => OwnReason.Say(Guid.CreateVersion7(), episode, word, isShared, at, by),
    };
}
