using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Patients;

/// <summary>What must be there before care goes on: somebody who treats the person, and answers to the safety questions.</summary>
/// <param name="HasClinician">On the care team today.</param>
/// <param name="NotAsked">Concerns of which nobody has asked, and for which no entry says why they could not.</param>
public sealed record CareReadiness(bool HasClinician, IReadOnlyCollection<SafetyConcern> NotAsked)
{
    /// <summary>Nobody looked: nothing is there.</summary>
    internal static readonly CareReadiness Unknown = new(false, [.. Asked]);

    /// <summary>Somebody treats the person, and every safety question was asked.</summary>
    public static readonly CareReadiness Ready = new(true, []);

    private static IEnumerable<SafetyConcern> Asked => SafetyConcerns.All.Where(r => r.Questions.Count > 0).Select(r => r.Concern);

    /// <param name="states">Of every concern.</param>
    public static CareReadiness Of(bool hasClinician, IEnumerable<ConcernState> states) =>
        new(hasClinician, [.. states.Where(s => !s.WasAsked && s.NotAble is null).Select(s => s.Concern).Intersect(Asked)]);

    internal void MustLetGoOn(EpisodePhase from)
    {
        if (from is EpisodePhase.Enquiry && !HasClinician)
            throw new RuleViolationException("episode.move.no-team");
        if (from is EpisodePhase.Intake && NotAsked.Count > 0)
            throw new RuleViolationException(
                "episode.move.safety-not-asked",
                ("concerns", new SentenceList("list.comma", [.. NotAsked.Select(c => SafetyConcerns.Row(c).Title)]))
            );
    }
}
