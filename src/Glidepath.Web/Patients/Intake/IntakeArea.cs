using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients.Intake;

/// <summary>What is asked when a person comes in.</summary>
internal static class IntakeArea
{
    public static void AddIntake(this WebApplicationBuilder builder)
    {
        builder.Services.AddIntake();
        builder.Services.HandOver(Page);
    }

    public static void MapIntake(this WebApplication app) => app.MapIntakeApi();

    private static readonly RecordLink Page = new(
        "Intake",
        "/intake",
        RecordTab.Assessments,
        20,
        DataClass.Assessments,
        typeof(Treatment.Patients.Intake),
        typeof(IntakeSection)
    );
}
