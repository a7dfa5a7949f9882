using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Patients.Documents;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients;

/// <summary>Finding and admitting people, the page of one person, and the day's work.</summary>
internal static class PatientsArea
{
    public static void AddPatients(this WebApplicationBuilder builder)
    {
        builder.Services.AddPatients();
        builder.Services.HandOver(Pages).HandOver(StaffPages);
    }

    public static void MapPatients(this WebApplication app)
    {
        app.MapPatientsApi();
        app.MapDocuments();
        app.MapMovedAddresses();
    }

    private static readonly RecordLink[] Pages =
    [
        new("Time line", "", RecordTab.Overview, 10, DataClass.None),
        new("Safety", "/safety", RecordTab.Overview, 20, DataClass.Assessments, typeof(SafetyEntry)),
        new("Details", "/details", RecordTab.Record, 10, DataClass.Contact, typeof(Patient)),
        new("Documents", "/documents", RecordTab.Record, 20, DataClass.Documents, typeof(DocumentReference), typeof(DocumentContent)),
        new("Contacts", "/contacts", RecordTab.Contacts, 10, DataClass.Contact, typeof(Contact)),
        new("Account", "/account", RecordTab.Contacts, 30, DataClass.Accounts, typeof(AccountStep)),
        new("Episode", "/episode", RecordTab.Care, 10, DataClass.None, typeof(EpisodeOfCare), typeof(EpisodeMove))
        {
            Roles = Policies.Roles[Policies.EpisodeReader],
        },
        new(
            "Pathway",
            "/pathway",
            RecordTab.Care,
            20,
            DataClass.Assessments,
            typeof(PrescribedPathway),
            typeof(NotPrescribedPathway),
            typeof(ControllingDoseNote),
            typeof(InpatientDiscussion)
        ),
        new("Setting", "/setting", RecordTab.Care, 30, DataClass.Assessments, typeof(SettingDecision)),
        new("Problems", "/problems", RecordTab.Assessments, 30, DataClass.Assessments, typeof(Condition)),
        new("Same person?", "/same-person", RecordTab.Record, 90, DataClass.None, typeof(SamePersonNote))
        {
            Roles = Policies.Roles[Policies.ClinicianOrHelpline],
        },
        new("Stays", "/stays", RecordTab.Care, 65, DataClass.PresenceInTreatment, typeof(Stay), typeof(AdviceRecord)),
        new("Hand-over", "/hand-over", RecordTab.Care, 60, DataClass.Enquiry, typeof(HandOver)),
        new("Care team", "/care-team", RecordTab.Care, 70, DataClass.CareTeamMembership, typeof(CareTeamMember)),
    ];

    private static readonly StaffLink[] StaffPages =
    [
        new("Today", "/today", 10, Policies.Roles[Policies.RecordReader]),
        new("Patients", "/patients", 20, Policies.Roles[Policies.RecordReader]),
        new("New person", "/patients/new", 30, Policies.Roles[Policies.Registering]),
        new("Units and beds", "/units", 71, Policies.Roles[Policies.UnitSetting]),
        new("Care teams", "/director/care-teams", 70, Policies.Roles[Policies.Director]),
    ];
}
