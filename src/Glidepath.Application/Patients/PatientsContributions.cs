using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What the area of patients hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class PatientsContributions
{
    public static IServiceCollection AddPatients(this IServiceCollection services) =>
        services
            .AddScoped<PatientRegistry>()
            .AddScoped<DetailsService>()
            .AddScoped<EpisodesService>()
            .AddScoped<CareTeamService>()
            .AddScoped<ProgramDueService>()
            .AddSafety()
            .AddMerges()
            .AddPatientAccounts()
            .AddDocuments()
            .AddStays()
            .AddScoped<HandOverService>()
            .AddScoped<SettingService>()
            .AddScoped<ProblemsService>()
            .AddScoped<OverviewService>()
            .AddScoped<HomeService>()
            .AddScoped<PathwayService>()
            .AddScoped<LetterService>()
            .AddScoped<RecordNumbers>()
            .AddScoped<TodayService>()
            .AddSingleton<Timeline>()
            .HandOver(OnTimeline)
            .HandOver(Enquiries)
            .HandOver(Asked)
            .HandOver(InProgram)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(NoRow);

    /// <summary>Late is what nobody answered on the day it was asked.</summary>
    private static readonly ProgramDue InProgram = new(
        "Hand-overs",
        (db, day) =>
            db.Deciding<HandOver>()
                .Where(h => h.State == HandOverState.Proposed)
                .GroupBy(h => h.ToAccountId)
                .Select(g => new DueCount(g.Key, g.Count(h => h.ProposedAt < day.From), g.Count(h => h.ProposedAt >= day.From)))
    );

    private static readonly RecordName[] Names =
    [
        new(typeof(Patient), "who you are and how to reach you"),
        new(typeof(Contact), "your contact people"),
        new(typeof(EpisodeOfCare), "your times in care"),
        new(typeof(EpisodeMove), "the steps of your care"),
        new(typeof(CareTeamMember), "who is on your care team"),
        new(typeof(HandOver), "who was asked to treat you"),
        new(typeof(PrescribedPathway), "your prescriptions, as you told us"),
        new(typeof(NotPrescribedPathway), "what you take without a prescription"),
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
            typeof(PrescribedPathway),
            typeof(NotPrescribedPathway),
            typeof(InpatientDiscussion),
            typeof(ControllingDoseNote),
            typeof(HandOver)
        ),
        new(RecordList.Copy, "Who took it on is on the care team.", typeof(HandOver)),
        new(RecordList.Timeline, "Who treats the person stands beside the line, and how they came to it on its page.", typeof(HandOver)),
        new(RecordList.Today, "A row's head is made of it, whatever it waits for.", typeof(Patient), typeof(EpisodeOfCare)),
        new(RecordList.Today, "It chooses who is looked at.", typeof(CareTeamMember)),
        new(
            RecordList.Today,
            "Nothing waits in it: it says what was decided, found or told.",
            typeof(Contact),
            typeof(EpisodeMove),
            typeof(PrescribedPathway),
            typeof(NotPrescribedPathway),
            typeof(SettingDecision),
            typeof(InpatientDiscussion),
            typeof(ControllingDoseNote),
            typeof(Condition)
        ),
        new(RecordList.Timeline, "The line is about them, and beside it is how to reach them.", typeof(Patient)),
        new(RecordList.Timeline, "Other people are not something that happened.", typeof(Contact)),
        new(RecordList.Timeline, "Its moves are there, one by one.", typeof(EpisodeOfCare)),
        new(RecordList.Timeline, "Who treats the person stands beside the line.", typeof(CareTeamMember)),
        new(
            RecordList.Timeline,
            "It is filled in bit by bit and has its own page.",
            typeof(PrescribedPathway),
            typeof(NotPrescribedPathway)
        ),
    ];
}
