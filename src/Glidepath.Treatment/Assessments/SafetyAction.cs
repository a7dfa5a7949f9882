using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Assessments;

public enum SafetyDisposition
{
    SafetyPlanAtHome,
    StaysWithSomeone,
    SeenAgainWithinADay,
    HandedToCrisisTeam,
    EmergencyServicesCalled,

    /// <summary>The person could not be reached; says what is tried next.</summary>
    NotReachedYet,
}

/// <summary>What staff asked and did, as they fill it in.</summary>
public sealed record SafetyActionDetails
{
    /// <summary>The person was asked in plain words about thoughts of suicide, plans and intent.</summary>
    public required Answer AskedDirectly { get; init; }

    public required Answer StayedWithThePerson { get; init; }

    /// <summary>Access to medicines, firearms and other means was talked about.</summary>
    public required Answer MeansTalkedAbout { get; init; }

    public required Answer Gave988 { get; init; }

    public required SafetyDisposition Disposition { get; init; }

    /// <summary>What the person said.</summary>
    public required string WhatWasSaid { get; init; }

    /// <summary>The plan that was made; where the person was not reached, what is tried next.</summary>
    public required string Plan { get; init; }

    /// <summary>Who was told: prescriber, family with permission, emergency services.</summary>
    public required string WhoWasTold { get; init; }
}

/// <summary>What was done after an answer that speaks of suicide. Every field is answered: no is an answer, silence is not.</summary>
[RecordOf(DataClass.Assessments)]
public sealed class SafetyAction : IPatientRecord, IAppendOnly
{
    private SafetyAction() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid SafetyStepId { get; private set; }

    public Answer AskedDirectly { get; private set; }

    public Answer StayedWithThePerson { get; private set; }

    public Answer MeansTalkedAbout { get; private set; }

    public Answer Gave988 { get; private set; }

    public SafetyDisposition Disposition { get; private set; }

    [Encrypted]
    public string WhatWasSaid { get; private set; } = "";

    [Encrypted]
    public string Plan { get; private set; } = "";

    [Encrypted]
    public string WhoWasTold { get; private set; } = "";

    public Guid? AmendsId { get; private set; }

    [Encrypted]
    public string? AmendmentReason { get; private set; }

    public DateTime RecordedAt { get; private set; }

    public Guid RecordedBy { get; private set; }

    /// <exception cref="RuleViolationException">A field is not answered, or the person was there and was not asked.</exception>
    public static SafetyAction Record(SafetyStep step, SafetyActionDetails details, Entry entry)
    {
        entry = entry.Checked();
        Answered(details.AskedDirectly, "asked-directly");
        Answered(details.StayedWithThePerson, "stayed");
        Answered(details.MeansTalkedAbout, "means");
        Answered(details.Gave988, "988");
        if (
            details.AskedDirectly is Answer.No
            && details.Disposition is not (SafetyDisposition.NotReachedYet or SafetyDisposition.EmergencyServicesCalled)
        )
            throw new RuleViolationException("safety.action.not-asked");
        return new SafetyAction
        {
            Id = entry.Id,
            PatientId = step.PatientId,
            SafetyStepId = step.Id,
            AskedDirectly = details.AskedDirectly,
            StayedWithThePerson = details.StayedWithThePerson,
            MeansTalkedAbout = details.MeansTalkedAbout,
            Gave988 = details.Gave988,
            Disposition = details.Disposition,
            WhatWasSaid = Recorded.Required(details.WhatWasSaid, "safety.action.what-was-said", Recorded.LongText),
            Plan = Recorded.Required(details.Plan, "safety.action.plan", Recorded.LongText),
            WhoWasTold = Recorded.Required(details.WhoWasTold, "safety.action.who-was-told", 2_000),
            AmendsId = entry.AmendsId,
            AmendmentReason = entry.AmendmentReason,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy,
        };
    }

    private static void Answered(Answer answer, string field)
    {
        if (answer is Answer.Unknown)
            throw RuleViolationException.Of($"safety.action.{field}.missing", "safety.action.not-answered");
    }
}
