using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>
/// A made-up person and where they are on the way; what else is known of them, each area adds by the name of the recipe. Days count back
/// from the day the demo is made.
/// </summary>
/// <param name="Recipe">Short name of the situation, as tests and people who show the demo call it.</param>
/// <param name="CalledDaysAgo">When the first call came.</param>
internal sealed record DemoPatient(string Recipe, string Given, string Family, DateOnly Born, int CalledDaysAgo)
{
    public Pathway? Pathway { get; init; }

    /// <summary>Phases after the enquiry, each with the day it began.</summary>
    public IReadOnlyList<(EpisodePhase To, int DaysAgo, string? Reason)> Moves { get; init; } = [];

    public DischargeReason? Discharge { get; init; }

    public string? WhoCanSeeThisPhone { get; init; }

    /// <summary>The demo's patient account is this person's own.</summary>
    public bool IsPatientAccount { get; init; }
}
