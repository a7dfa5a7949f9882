using Glidepath.Treatment.Privacy;

namespace Glidepath.Treatment.Patients;

public enum CareTeamRole
{
    Prescriber,
    Nurse,
    Therapist,
    Counsellor,
    Pharmacist,
    PeerSupport,
    CareCoordinator,
}

/// <summary>Who treats the person, and when. The object-level check of access rests on it.</summary>
[RecordOf(DataClass.CareTeamMembership)]
public sealed class CareTeamMember : IPatientRecord, IVersioned
{
    private CareTeamMember() { }

    public Guid Id { get; private set; }

    public Guid PatientId { get; private set; }

    public Guid Version { get; private set; }

    public Guid EpisodeId { get; private set; }

    /// <summary>The practitioner's account.</summary>
    public Guid AccountId { get; private set; }

    public CareTeamRole Role { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>The last day; null while it goes on.</summary>
    public DateOnly? To { get; private set; }

    public static CareTeamMember Join(Guid id, EpisodeOfCare episode, Guid accountId, CareTeamRole role, DateOnly from) =>
        new()
        {
            Id = id,
            PatientId = episode.PatientId,
            EpisodeId = episode.Id,
            AccountId = accountId,
            Role = role,
            From = from,
        };

    /// <summary>May treat the person and close what is open; others on the team help.</summary>
    public bool IsClinician => Treats(Role);

    public static bool Treats(CareTeamRole role) =>
        role is CareTeamRole.Prescriber or CareTeamRole.Nurse or CareTeamRole.Therapist or CareTeamRole.Counsellor;

    public bool IsOn(DateOnly day) => From <= day && (To is null || day <= To);

    /// <summary>
    /// An end that was planned can be brought forward. The day before it began takes somebody off at once who joined today.
    /// </summary>
    public void Leave(DateOnly lastDay) =>
        To = To switch
        {
            { } ends when lastDay >= ends => throw new RuleViolationException("care-team.leave.already-left", ("ends", ends)),
            _ when lastDay < From.AddDays(-1) => throw new RuleViolationException("care-team.leave.before-joining", ("from", From)),
            _ => lastDay,
        };
}
