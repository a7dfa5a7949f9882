using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;

namespace Glidepath.Application.Patients;

/// <summary>What intake hands over: its service, and its rows in the lists of a record.</summary>
internal static partial class IntakeContributions
{
    public static IServiceCollection AddIntake(this IServiceCollection services) =>
        services.AddScoped<IntakeService>().HandOver(Today).HandOver(Answers).HandOver(InDemo).HandOver(Names).HandOver(NoRow);

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
