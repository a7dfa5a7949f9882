using Glidepath.Treatment.Facilities;

namespace Glidepath.Web.Facilities;

internal static class ProfileWords
{
    public static string Of(BenzodiazepineCapability capability) =>
        capability switch
        {
            BenzodiazepineCapability.PrescribedDependence =>
                "Takes people whose dependence came with a prescription, without calling it a use disorder",
            BenzodiazepineCapability.SlowestTaper => "Slowest taper you use, in percent of the current dose in 4 weeks",
            BenzodiazepineCapability.FastestTaper => "Fastest taper you use, in percent of the current dose in 4 weeks",
            BenzodiazepineCapability.LongestTaper => "Longest taper you continue with, in weeks",
            BenzodiazepineCapability.CrossOver => "Changes to a longer-acting benzodiazepine where that helps",
            BenzodiazepineCapability.Phenobarbital => "Uses phenobarbital",
            BenzodiazepineCapability.ContinuesPrescribing => "Continues prescribing after the stay",
            BenzodiazepineCapability.HandsOverPrescribing => "Hands the taper over to a prescriber without a gap",
            BenzodiazepineCapability.SeizureProtocol => "Has a written plan for seizures",
            BenzodiazepineCapability.TransferAgreement => "Has an agreement with a hospital",
            BenzodiazepineCapability.DoctorOnSite => "A doctor is on site day and night",
            BenzodiazepineCapability.CbtForInsomnia => "Offers CBT for insomnia",
            BenzodiazepineCapability.DdcatRating => "DDCAT rating: AOS, DDC or DDE",
        };

    public static bool HasValue(BenzodiazepineCapability capability) =>
        capability
            is BenzodiazepineCapability.SlowestTaper
                or BenzodiazepineCapability.FastestTaper
                or BenzodiazepineCapability.LongestTaper
                or BenzodiazepineCapability.DdcatRating;
}
