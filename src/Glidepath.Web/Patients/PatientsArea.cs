using Glidepath.Treatment.Patients;
using Glidepath.Web.Privacy;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Patients;

/// <summary>Finding and admitting people, the page of one person, and the day's work.</summary>
internal static partial class PatientsArea
{
    public static void AddPatients(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PatientsService>().AddScoped<RecordNumbers>().AddScoped<TodayService>().AddSingleton<Timeline>();
        builder
            .Services.HandOver(OnTimeline)
            .HandOver(Enquiries)
            .HandOver(InCopy)
            .HandOver(Pages)
            .HandOver(StaffPages)
            .HandOver(Names)
            .HandOver(InDemo)
            .HandOver(NoRow);
    }

    public static void MapPatients(this WebApplication app) => app.MapPatientsApi();

    private static readonly RecordLink[] Pages =
    [
        new("Time line", "", 0, RecordClass.None),
        new("Details", "/details", 10, RecordClass.Contact, typeof(Patient)),
        new("Contacts", "/contacts", 20, RecordClass.Contact, typeof(Contact)),
        new("Episode", "/episode", 30, RecordClass.None, typeof(EpisodeOfCare), typeof(EpisodeMove)),
        new(
            "Pathway",
            "/door",
            40,
            RecordClass.Assessments,
            typeof(PrescribedDoor),
            typeof(NotPrescribedDoor),
            typeof(ControllingDoseNote),
            typeof(InpatientDiscussion)
        ),
        new("Setting", "/setting", 70, RecordClass.Assessments, typeof(SettingDecision)),
        new("Problems", "/problems", 80, RecordClass.Assessments, typeof(Condition)),
        new("Care team", "/care-team", 120, RecordClass.CareTeamMembership, typeof(CareTeamMember)),
    ];

    private static readonly StaffLink[] StaffPages =
    [
        new("Today", "/today", 10, Policies.Roles[Policies.RecordReader]),
        new("Patients", "/patients", 20, Policies.Roles[Policies.RecordReader]),
        new("New person", "/patients/new", 30, Policies.Roles[Policies.Registering]),
        new("Care teams", "/director/care-teams", 70, Policies.Roles[Policies.Director]),
    ];

    private static readonly RecordName[] Names =
    [
        new(typeof(Patient), "who you are and how to reach you"),
        new(typeof(Contact), "your contact people"),
        new(typeof(EpisodeOfCare), "your times in care"),
        new(typeof(EpisodeMove), "the steps of your care"),
        new(typeof(CareTeamMember), "who is on your care team"),
        new(typeof(PrescribedDoor), "your prescriptions, as you told us"),
        new(typeof(NotPrescribedDoor), "what you take without a prescription"),
        new(typeof(ControllingDoseNote), "notes on finding your first dose"),
        new(typeof(InpatientDiscussion), "talks about care in a hospital"),
        new(typeof(SettingDecision), "where you are treated, and why"),
        new(typeof(Condition), "your conditions"),
    ];

    private static readonly LeftOut[] NoRow =
    [
        new(
            RecordList.Demo,
            "The people of the demo are told in few strokes.",
            typeof(Contact),
            typeof(PrescribedDoor),
            typeof(NotPrescribedDoor),
            typeof(InpatientDiscussion),
            typeof(ControllingDoseNote)
        ),
        new(RecordList.Today, "A row's head is made of it, whatever it waits for.", typeof(Patient), typeof(EpisodeOfCare)),
        new(RecordList.Today, "It chooses who is looked at.", typeof(CareTeamMember)),
        new(
            RecordList.Today,
            "Nothing waits in it: it says what was decided, found or told.",
            typeof(Contact),
            typeof(EpisodeMove),
            typeof(PrescribedDoor),
            typeof(NotPrescribedDoor),
            typeof(SettingDecision),
            typeof(InpatientDiscussion),
            typeof(ControllingDoseNote),
            typeof(Condition)
        ),
        new(RecordList.Timeline, "The line is about them, and beside it is how to reach them.", typeof(Patient)),
        new(RecordList.Timeline, "Other people are not something that happened.", typeof(Contact)),
        new(RecordList.Timeline, "Its moves are there, one by one.", typeof(EpisodeOfCare)),
        new(RecordList.Timeline, "Who treats the person stands beside the line.", typeof(CareTeamMember)),
        new(RecordList.Timeline, "It is filled in bit by bit and has its own page.", typeof(PrescribedDoor), typeof(NotPrescribedDoor)),
    ];
}
