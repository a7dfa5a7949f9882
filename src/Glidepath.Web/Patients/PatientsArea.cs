using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Patients;

/// <summary>Finding and admitting people, the page of one person, and the day's work.</summary>
internal static partial class PatientsArea
{
    public static void AddPatients(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<PatientsService>().AddScoped<RecordNumbers>().AddScoped<TodayService>().AddSingleton<Timeline>();
        builder.Services.HandOver(OnTimeline).HandOver(Enquiries).HandOver(InCopy).HandOver(NoRow);
    }

    public static void MapPatients(this WebApplication app) => app.MapPatientsApi();

    private static readonly LeftOut[] NoRow =
    [
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
