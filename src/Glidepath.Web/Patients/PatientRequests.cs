using System.ComponentModel.DataAnnotations;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Web.Patients;

/// <summary>All that is given must match. Parts of names in any order; they travel in the body, never in an address.</summary>
[ValidatableType]
public sealed record FindPatients
{
    [StringLength(200)]
    public string? Names { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }
}

/// <summary>Who the person is. One name is enough.</summary>
[ValidatableType]
public sealed record SendDetails
{
    [StringLength(200)]
    public string? FamilyName { get; init; }

    [StringLength(200)]
    public string? GivenName { get; init; }

    [StringLength(200)]
    public string? PreferredName { get; init; }

    public DateOnly? DateOfBirth { get; init; }

    [StringLength(200)]
    public string? Pronouns { get; init; }

    /// <summary>BCP 47.</summary>
    [StringLength(35, MinimumLength = 2)]
    public string Language { get; init; } = "en";

    /// <summary>IANA name of where the person is, such as America/New_York; null for that of the program.</summary>
    [StringLength(100)]
    public string? TimeZone { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    [StringLength(200)]
    public string? Email { get; init; }

    [StringLength(1000)]
    public string? Address { get; init; }

    public PatientDetails ToDetails() =>
        new()
        {
            FamilyName = FamilyName,
            GivenName = GivenName,
            PreferredName = PreferredName,
            DateOfBirth = DateOfBirth,
            Pronouns = Pronouns,
            Language = Language,
            TimeZone = TimeZone,
            Phone = Phone,
            Email = Email,
            Address = Address,
        };
}

[ValidatableType]
public sealed record SendContact
{
    [StringLength(200, MinimumLength = 1)]
    public required string Name { get; init; }

    [StringLength(200)]
    public string? Relation { get; init; }

    [StringLength(40)]
    public string? Phone { get; init; }

    [StringLength(200)]
    public string? Email { get; init; }

    public Answer MayBeCalled { get; init; }

    public bool InEmergency { get; init; }

    /// <summary>Neutral: names no medicine and no reason.</summary>
    [StringLength(200)]
    public string? MessageText { get; init; }

    public ContactDetails ToDetails() =>
        new()
        {
            Name = Name,
            Relation = Relation,
            Phone = Phone,
            Email = Email,
            MayBeCalled = MayBeCalled,
            InEmergency = InEmergency,
            MessageText = MessageText,
        };
}

[ValidatableType]
public sealed record SendMove
{
    public required EpisodePhase To { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Needed for a return.</summary>
    [StringLength(2000)]
    public string? Reason { get; init; }

    /// <summary>For a discharge, and only then.</summary>
    public DischargeReason? Discharge { get; init; }

    /// <summary>From intake on: why safety questions cannot be asked now. They stay due.</summary>
    [StringLength(2000)]
    public string? WhyNotAsked { get; init; }
}

[ValidatableType]
public sealed record SendReason
{
    [StringLength(2000)]
    public string? Reason { get; init; }
}

[ValidatableType]
public sealed record SendPathway
{
    public required Pathway Pathway { get; init; }
}

[ValidatableType]
public sealed record SendPrescribedPathway
{
    [StringLength(200)]
    public string? Prescriber { get; init; }

    [StringLength(1000)]
    public string? PrescriberContact { get; init; }

    [StringLength(8000)]
    public string? WhatThePrescriberKnows { get; init; }

    [MaxLength(20)]
    public IReadOnlyList<PrescriptionDetails> Prescriptions { get; init; } = [];

    [MaxLength(50)]
    public IReadOnlyList<string> OwnQuestions { get; init; } = [];

    [MaxLength(50)]
    public IReadOnlyList<ReferralItem> Referrals { get; init; } = [];
}

[ValidatableType]
public sealed record SendNotPrescribedPathway
{
    public required SupplyDetails Supply { get; init; }

    /// <summary>In mg a day of what it is said to be.</summary>
    public DoseRange? DailyDose { get; init; }
}

[ValidatableType]
public sealed record SendTalk
{
    public required DateOnly On { get; init; }

    public required InpatientOutcome Outcome { get; init; }

    [StringLength(8000, MinimumLength = 1)]
    public required string WhatThePersonSaid { get; init; }

    [StringLength(1000)]
    public string? NextStep { get; init; }

    public Guid? Amends { get; init; }

    [StringLength(2000)]
    public string? Why { get; init; }
}

[ValidatableType]
public sealed record SendNote
{
    public required DateOnly On { get; init; }

    [StringLength(1000, MinimumLength = 1)]
    public required string Given { get; init; }

    [StringLength(8000, MinimumLength = 1)]
    public required string Observed { get; init; }

    public bool IsSettled { get; init; }

    public Guid? Amends { get; init; }

    [StringLength(2000)]
    public string? Why { get; init; }
}

[ValidatableType]
public sealed record SendLetter
{
    /// <summary>Ids of intake questions that the person does not want in it.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string> LeaveOut { get; init; } = [];
}

[ValidatableType]
public sealed record SendSetting
{
    public required DateOnly On { get; init; }

    public required CareSetting Setting { get; init; }

    [StringLength(8000, MinimumLength = 1)]
    public required string Reason { get; init; }

    [StringLength(8000)]
    public string? WhatThePersonWants { get; init; }

    public SettingJudgement Judgement { get; init; } = new();

    public Guid? Amends { get; init; }

    [StringLength(2000)]
    public string? Why { get; init; }
}

[ValidatableType]
public sealed record SendProblem
{
    /// <summary>ICD-10-CM of an offered condition, or its kind where there is no code.</summary>
    [StringLength(40, MinimumLength = 1)]
    public required string Code { get; init; }

    public required DateOnly On { get; init; }

    [StringLength(8000)]
    public string? Basis { get; init; }

    /// <summary>Says that the sender, a clinician who may, diagnoses a use disorder.</summary>
    public bool DiagnosesUseDisorder { get; init; }
}

[ValidatableType]
public sealed record SendProblemEnd
{
    /// <summary>Null: it was entered in error.</summary>
    public DateOnly? ResolvedOn { get; init; }
}

[ValidatableType]
public sealed record SendMember
{
    public required Guid AccountId { get; init; }

    public required CareTeamRole Role { get; init; }

    public required DateOnly From { get; init; }
}

[ValidatableType]
public sealed record SendLastDay
{
    public required DateOnly LastDay { get; init; }

    /// <summary>Takes over their open tasks; null for the prescriber of the team, or nobody where it has none.</summary>
    public Guid? SuccessorId { get; init; }
}
