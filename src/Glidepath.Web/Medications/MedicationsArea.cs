using Glidepath.Application.Medications;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Medications;

/// <summary>What a person takes: the list, its changes, and who held it against its sources.</summary>
internal static class MedicationsArea
{
    public static void AddMedications(this WebApplicationBuilder builder)
    {
        builder.Services.AddMedications();
        builder.Services.AddOptions<WardOptions>().BindConfiguration("Ward");
        builder.Services.HandOver(
            new RecordLink("Medicines", "/medicines", RecordTab.Medicines, 10, DataClass.Medications, typeof(MedicationStatement)),
            new RecordLink(
                "Orders on the ward",
                "/orders",
                RecordTab.Medicines,
                40,
                DataClass.Medications,
                typeof(MedicationRequest),
                typeof(MedicationAdministration),
                typeof(DoseDecision),
                typeof(DoseEffect)
            ),
            new RecordLink("Test results", "/medicines/results", RecordTab.Medicines, 12, DataClass.Assessments, typeof(ObservationResult))
        );
        builder.Services.HandOver(new StaffLink("Ward", "/ward", 18, Policies.Roles[Policies.Monitoring]));
    }

    public static void MapMedications(this WebApplication app) => app.MapMedicationsApi();
}
