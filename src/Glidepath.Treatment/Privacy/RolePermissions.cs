using static Glidepath.Treatment.Privacy.AccessAction;
using static Glidepath.Treatment.Privacy.DataClass;

namespace Glidepath.Treatment.Privacy;

/// <summary>What must hold between the actor and the patient beside the role.</summary>
public enum RelationNeeded
{
    /// <summary>The data are about no single patient.</summary>
    NoPatient,

    /// <summary>The duty itself is the reason: the privacy officer's registers.</summary>
    ByDuty,
    CareTeam,
    Own,
    EnquiryPhase,

    /// <summary>The clinician was asked to take the person over and has not answered.</summary>
    Proposed,

    /// <summary>Care is open and nobody treats the person.</summary>
    NoClinician,

    /// <summary>The helpline still follows up a referral after care began.</summary>
    FollowUp,

    /// <summary>The person's care is open, from the inquiry on: whoever it is comes to the desk.</summary>
    OpenCare,

    /// <summary>On duty, and told of an alert of the person that is open or was closed a few hours ago.</summary>
    Covering,

    /// <summary>A live consent lists the category for this person.</summary>
    LiveConsent,
}

public sealed record RolePermissionRow(
    Role Role,
    IReadOnlySet<DataClass> DataClasses,
    IReadOnlySet<AccessAction> Actions,
    RelationNeeded Relation
);

/// <summary>
/// Role, data class and action. What has no row is denied. Administrators and directors have no clinical row: a clinician who directs has
/// two accounts.
/// </summary>
public static class RolePermissions
{
    private static readonly DataClass[] Identity = [Demographics, Contact, PresenceInTreatment];

    private static readonly DataClass[] Clinical =
    [
        Diagnoses,
        DataClass.Medications,
        TaperPlan,
        DoseTaken,
        DataClass.Assessments,
        VitalSigns,
        Progress,
        DataClass.CarePlan,
        Appointments,
        CheckIns,
        MoodLight,
        TherapyWork,
        Referrals,
        Documents,
        Outcomes,
        DataClass.Messages,
    ];

    private static readonly DataClass[] CoverWrites =
    [
        DoseTaken,
        DataClass.Assessments,
        VitalSigns,
        Progress,
        DataClass.CarePlan,
        Appointments,
        CheckIns,
    ];

    public static IReadOnlyList<RolePermissionRow> All { get; } =
    [
        Row(Role.Administrator, RelationNeeded.NoPatient, [Accounts, Organisation, Keys, Backups, DataClass.Directory], Read, Write),
        Row(Role.Administrator, RelationNeeded.NoPatient, [AuditTrail, Statistics], Read),
        Row(Role.Director, RelationNeeded.NoPatient, [Statistics, Organisation, Accounts, DataClass.Directory], Read),
        Row(Role.Director, RelationNeeded.NoPatient, [Organisation], Write),
        Row(Role.Director, RelationNeeded.ByDuty, [CareTeamMembership], Read, Write),
        Row(Role.Director, RelationNeeded.NoClinician, [Demographics], Read),
        Row(Role.Prescriber, RelationNeeded.CareTeam, [.. Identity, .. Clinical], Read, Write, Export),
        Row(Role.Prescriber, RelationNeeded.CareTeam, [TaperPlan], Decide),
        Row(Role.Prescriber, RelationNeeded.CareTeam, [Billing], Read),
        Row(Role.Nurse, RelationNeeded.CareTeam, [.. Identity, .. Clinical], Read, Export),
        Row(
            Role.Nurse,
            RelationNeeded.CareTeam,
            [
                .. Identity,
                DataClass.Medications,
                DoseTaken,
                DataClass.Assessments,
                VitalSigns,
                Progress,
                DataClass.CarePlan,
                Appointments,
                CheckIns,
                Referrals,
                Documents,
                DataClass.Messages,
            ],
            Write
        ),
        Row(Role.Therapist, RelationNeeded.CareTeam, [.. Identity, .. Clinical], Read, Export),
        Row(
            Role.Therapist,
            RelationNeeded.CareTeam,
            [
                .. Identity,
                DataClass.Assessments,
                Progress,
                DataClass.CarePlan,
                Appointments,
                TherapyWork,
                Referrals,
                Documents,
                Outcomes,
                DataClass.Messages,
            ],
            Write
        ),
        Row(Role.Counsellor, RelationNeeded.CareTeam, [.. Identity, .. Clinical.Except([VitalSigns])], Read, Export),
        Row(
            Role.Counsellor,
            RelationNeeded.CareTeam,
            [
                .. Identity,
                DataClass.Assessments,
                Progress,
                DataClass.CarePlan,
                Appointments,
                TherapyWork,
                Referrals,
                Documents,
                DataClass.Messages,
            ],
            Write
        ),
        .. Clinicians.Roles.SelectMany(EveryClinician),
        // Who covers a night sees what the care team sees, and takes none of it along.
        Row(Role.Prescriber, RelationNeeded.Covering, [.. Identity, .. Clinical, CareTeamMembership, RecordLinks], Read),
        Row(Role.Prescriber, RelationNeeded.Covering, [.. CoverWrites, DataClass.Medications, TaperPlan], Write),
        Row(Role.Prescriber, RelationNeeded.Covering, [TaperPlan], Decide),
        Row(Role.Nurse, RelationNeeded.Covering, [.. Identity, .. Clinical, CareTeamMembership, RecordLinks], Read),
        Row(Role.Nurse, RelationNeeded.Covering, CoverWrites, Write),
        Row(Role.Helpline, RelationNeeded.EnquiryPhase, [.. Identity, Enquiry, Referrals, Appointments], Read, Write),
        Row(Role.Helpline, RelationNeeded.EnquiryPhase, [RecordLinks], Read),
        Row(Role.Helpline, RelationNeeded.FollowUp, [Demographics, Contact, Referrals], Read),
        Row(Role.Helpline, RelationNeeded.FollowUp, [Referrals], Write),
        Row(Role.Helpline, RelationNeeded.NoPatient, [Enquiry], Read, Write),
        Row(Role.Helpline, RelationNeeded.NoPatient, [DataClass.Directory], Read),
        Row(Role.FrontDesk, RelationNeeded.OpenCare, [.. Identity, Appointments, Accounts], Read),
        // Whether somebody is in care, and how far, is not the desk's to change.
        Row(Role.FrontDesk, RelationNeeded.OpenCare, [Demographics, Contact, Appointments, Accounts], Write),
        Row(
            Role.PrivacyOfficer,
            RelationNeeded.ByDuty,
            [DataClass.Consents, Restrictions, Disclosures, LegalDemands, BreakGlassReviews],
            Read,
            Write,
            Decide,
            Export
        ),
        Row(Role.PrivacyOfficer, RelationNeeded.ByDuty, [Demographics, PresenceInTreatment, CareTeamMembership], Read),
        Row(Role.PrivacyOfficer, RelationNeeded.ByDuty, [RecordLinks], Read, Write),
        Row(Role.PrivacyOfficer, RelationNeeded.NoPatient, [AuditTrail, Statistics, Organisation, DataClass.Directory], Read),
        Row(Role.Patient, RelationNeeded.Own, [.. Identity, .. Clinical, Billing], Read, Export),
        Row(Role.Patient, RelationNeeded.Own, [OwnWork], Read, Write),
        Row(
            Role.Patient,
            RelationNeeded.Own,
            [Contact, DoseTaken, CheckIns, MoodLight, TherapyWork, DataClass.Assessments, DataClass.Messages],
            Write
        ),
        Row(Role.Patient, RelationNeeded.Own, [DataClass.Consents, Restrictions], Read, Write, Decide),
        Row(Role.Patient, RelationNeeded.Own, [Disclosures, CareTeamMembership, RecordLinks, AuditTrail], Read),
        Row(Role.Patient, RelationNeeded.NoPatient, [DataClass.Directory], Read),
        // What is written to the team is between the two, whatever a consent names.
        Row(Role.Family, RelationNeeded.LiveConsent, [.. Identity, .. Clinical.Except([DataClass.Messages])], Read),
        Row(Role.Family, RelationNeeded.NoPatient, [DataClass.Directory], Read),
    ];

    /// <summary>Whether the role's duty alone opens this kind of data of every patient.</summary>
    public static bool HasDuty(Role role, AccessAction action, DataClass dataClass) =>
        All.Any(p =>
            p.Role == role && p.Relation is RelationNeeded.ByDuty && p.Actions.Contains(action) && p.DataClasses.Contains(dataClass)
        );

    /// <summary>The categories of a record that a role may read where the relation holds.</summary>
    public static InformationCategory Readable(Role role, RelationNeeded relation) =>
        All.Where(p => p.Role == role && p.Relation == relation && p.Actions.Contains(Read))
            .SelectMany(p => p.DataClasses)
            .Aggregate(InformationCategory.None, (all, d) => all | DataClasses.Category(d));

    private static IEnumerable<RolePermissionRow> EveryClinician(Role role) =>
        [
            Row(role, RelationNeeded.CareTeam, [DataClass.Consents, Restrictions], Read, Write),
            Row(role, RelationNeeded.CareTeam, [CareTeamMembership, RecordLinks, Enquiry], Read),
            // Of their own patients alone: an administrator has accounts, and no patient's.
            Row(role, RelationNeeded.CareTeam, [Accounts], Read, Write),
            Row(role, RelationNeeded.Proposed, [.. Identity, Enquiry], Read),
            Row(role, RelationNeeded.Proposed, [Enquiry], Write),
            Row(role, RelationNeeded.NoPatient, [DataClass.Directory, Statistics], Read),
        ];

    private static RolePermissionRow Row(
        Role role,
        RelationNeeded relation,
        IEnumerable<DataClass> dataClasses,
        params AccessAction[] actions
    ) => new(role, dataClasses.ToHashSet(), actions.ToHashSet(), relation);
}
