using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Patients.Intake;

/// <summary>What is asked when a person comes in.</summary>
internal static partial class IntakeArea
{
    public static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IntakeService>();
        builder.Services.HandOver(Today).HandOver(Answers).HandOver(Page).HandOver(Names).HandOver(InDemo).HandOver(NoRow);
    }

    public static void MapIntake(this WebApplication app) => app.MapIntakeApi();

    private static readonly RecordLink Page = new(
        "Intake",
        "/intake",
        50,
        RecordClass.Assessments,
        typeof(Treatment.Patients.Intake),
        typeof(IntakeSection)
    );

    private static readonly RecordName[] Names =
    [
        new(typeof(Treatment.Patients.Intake), "your intake"),
        new(typeof(IntakeSection), "your answers at intake"),
    ];

    private static readonly LeftOut[] NoRow =
    [
        new(RecordList.Copy, "Its answers are there.", typeof(Treatment.Patients.Intake)),
        new(
            RecordList.Timeline,
            "Answers are changed as more is told; the intake has its own page.",
            typeof(Treatment.Patients.Intake),
            typeof(IntakeSection)
        ),
    ];
}
