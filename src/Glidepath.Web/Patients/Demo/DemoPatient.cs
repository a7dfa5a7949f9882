using Glidepath.Treatment.Patients;

namespace Glidepath.Web.Patients.Demo;

/// <summary>A made-up person and where they are on the way. Days count back from the day the demo is made.</summary>
/// <param name="Recipe">Short name of the situation, as tests and people who show the demo call it.</param>
/// <param name="CalledDaysAgo">When the first call came.</param>
internal sealed record DemoPatient(string Recipe, string Given, string Family, DateOnly Born, int CalledDaysAgo)
{
    public DoorIn? Door { get; init; }

    /// <summary>Phases after the enquiry, each with the day it began.</summary>
    public IReadOnlyList<(EpisodePhase To, int DaysAgo, string? Reason)> Moves { get; init; } = [];

    public DischargeReason? Discharge { get; init; }

    /// <summary>Answers of the intake by question id; what is not here was not asked.</summary>
    public IReadOnlyDictionary<string, string> Answers { get; init; } = new Dictionary<string, string>();

    /// <summary>Question ids that were asked and not known.</summary>
    public IReadOnlyList<string> NotKnown { get; init; } = [];

    /// <summary>Instrument, day, and one answer for each item in order.</summary>
    public IReadOnlyList<(string Instrument, int DaysAgo, int[] Answers)> Scores { get; init; } = [];

    public CareSetting? Setting { get; init; }

    public string SettingReason { get; init; } = "";

    /// <summary>In the table of the problem list.</summary>
    public IReadOnlyList<ConditionKind> Conditions { get; init; } = [];

    public string? WhoCanSeeThisPhone { get; init; }

    /// <summary>The person agreed that a sister may know some things.</summary>
    public bool FamilyConsent { get; init; }
}
