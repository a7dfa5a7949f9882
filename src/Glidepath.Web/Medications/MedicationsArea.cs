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
        builder.Services.HandOver(
            new RecordLink("Medicines", "/medicines", RecordTab.Medicines, 10, DataClass.Medications, typeof(MedicationStatement)),
            new RecordLink("Test results", "/medicines/results", RecordTab.Medicines, 12, DataClass.Medications, typeof(ObservationResult))
        );
    }

    public static void MapMedications(this WebApplication app) => app.MapMedicationsApi();
}
