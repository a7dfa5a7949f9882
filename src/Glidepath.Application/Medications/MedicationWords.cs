using Glidepath.Treatment.Medications;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

/// <summary>How a medicine is known, in words, wherever it is shown.</summary>
internal static class MedicationWords
{
    public static string InWords(this MedicationSource source) =>
        source switch
        {
            MedicationSource.Person => T["ThePersonSaysSo"],
            MedicationSource.Bottle => T["TheBottleWasSeen"],
            MedicationSource.Pharmacy => T["ThePharmacySaysSo"],
            MedicationSource.Prescriber => T["ThePrescriberSaysSo"],
            MedicationSource.MonitoringProgram => T["TheStatesPrescriptionRecord"],
            MedicationSource.AnotherRecord => T["AnotherRecord"],
        };
}
