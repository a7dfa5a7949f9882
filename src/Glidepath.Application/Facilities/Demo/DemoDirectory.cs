using Glidepath.Treatment.Facilities;
using static Glidepath.Treatment.Facilities.BenzodiazepineCapability;

namespace Glidepath.Application.Facilities;

/// <summary>
/// Nine places that do not exist, around a town that does not exist, with numbers nobody has (555-01xx). Different enough to show every
/// part of a result.
/// </summary>
internal static class DemoDirectory
{
    public const string Edition = "Made-up directory of the demo, 2026";

    private static readonly FactOrigin Origin = new(Edition, new DateOnly(2026, 1, 15));

    /// <param name="now">UTC; words about free beds are counted back from it.</param>
    public static IReadOnlyList<Place> Places(DateTime now) =>
        [
            Make(
                1,
                "Cedar Hollow Hospital, Withdrawal Unit",
                "12 Example Avenue",
                "Springvale",
                34.05,
                -116.52,
                "(555) 555-0142",
                "BDTX HID CO CBT MOTI FCO MD PI MC ACC TRC SP ADLT FEM MALE",
                now,
                free: (4, 5),
                said:
                [
                    (SeizureProtocol, Listing.Listed, null),
                    (DoctorOnSite, Listing.Listed, null),
                    (ContinuesPrescribing, Listing.ListedAsNot, null),
                    (PrescribedDependence, Listing.Listed, null),
                ]
            ),
            Make(
                2,
                "Riverbend Recovery House",
                "3 Sample Street",
                "Lakemont",
                34.19,
                -116.72,
                "(555) 555-0117",
                "BDTX RD CO FCO MD PI SF SS RELP TWFA ADLT FEM MALE",
                now,
                free: (0, 9 * 24),
                said: [(SlowestTaper, Listing.Listed, "10"), (LongestTaper, Listing.Listed, "16")]
            ),
            Make(
                3,
                "Example County Day Program",
                "77 Placeholder Road",
                "Springvale",
                34.02,
                -116.48,
                "(555) 555-0160",
                "BDTX OD ODT CBT MOTI MD SF SS ACC TELE ADLT FEM MALE",
                now,
                free: (2, 3),
                own: true,
                said:
                [
                    (SlowestTaper, Listing.Listed, "5"),
                    (LongestTaper, Listing.Listed, "52"),
                    (CrossOver, Listing.Listed, null),
                    (ContinuesPrescribing, Listing.Listed, null),
                    (PrescribedDependence, Listing.Listed, null),
                    (TransferAgreement, Listing.Listed, null),
                    (CbtForInsomnia, Listing.Listed, null),
                ]
            ),
            Make(
                4,
                "Pinewood Tele-Taper Clinic",
                "1 Made-up Plaza",
                "Sandford",
                33.83,
                -116.55,
                "(555) 555-0151",
                "BDTX OD TELE CBT PI SF ADLT FEM MALE",
                now,
                said:
                [
                    (SlowestTaper, Listing.Listed, "5"),
                    (PrescribedDependence, Listing.Listed, null),
                    (HandsOverPrescribing, Listing.Listed, null),
                ]
            ),
            Make(
                5,
                "Fast Track Detox of Sandford",
                "400 Sample Boulevard",
                "Sandford",
                33.86,
                -116.50,
                "(555) 555-0199",
                "BDTX RD PI SF ADLT FEM MALE",
                now,
                free: (9, 2),
                said: [(FastestTaper, Listing.Listed, "100")]
            ),
            Make(
                6,
                "Only Opioids Clinic",
                "9 Example Court",
                "Springvale",
                34.04,
                -116.50,
                "(555) 555-0133",
                "BDTX OD OUDO MD PI ADLT FEM MALE",
                now
            ),
            Make(
                7,
                "Women's House at Mill Creek",
                "20 Fictional Lane",
                "Mill Creek",
                34.60,
                -117.10,
                "(555) 555-0125",
                "BDTX RD CO TRC WN BC CCC MD FCO ADLT FEM",
                now,
                free: (1, 40)
            ),
            Make(
                8,
                "Northfield Hospital, Psychiatry",
                "5 Example Parkway",
                "Northfield",
                35.30,
                -117.90,
                "(555) 555-0181",
                "BDTX HID CO MHS PI MC SP AH VET MI ADLT SNR FEM MALE",
                now,
                said: [(DdcatRating, Listing.Listed, "DDE")]
            ),
            Make(
                9,
                "Harbor Counseling",
                "61 Sample Way",
                "Lakemont",
                34.20,
                -116.70,
                "(555) 555-0108",
                "OIT CBT MOTI FCO CO MD SS GL ADLT FEM MALE",
                now
            ),
        ];

    private static Place Make(
        int number,
        string name,
        string street,
        string city,
        double latitude,
        double longitude,
        string phone,
        string codes,
        DateTime now,
        (int Free, int HoursAgo)? free = null,
        bool own = false,
        (BenzodiazepineCapability Capability, Listing Answer, string? Value)[]? said = null
    ) =>
        new()
        {
            Id = Id(number),
            Name = name,
            Street = street,
            City = city,
            State = "CA",
            Zip = "00000",
            Coordinates = new(latitude, longitude, CoordinateSource.Address),
            Programmes =
            [
                new()
                {
                    Id = Id(100 + number),
                    Kind = ProgrammeKind.SubstanceUse,
                    Name = name,
                    Phone = phone,
                    Origin = Origin,
                    Services = [.. codes.Split(' ').Select(c => new ServiceFact(c, Listing.Listed, Origin, Origin.AsOf))],
                },
            ],
            Profile = new([
                .. (said ?? []).Select(s => new Attestation(
                    s.Capability,
                    s.Answer,
                    s.Value,
                    "Made-up person, director",
                    new DateOnly(2026, 10, 1),
                    "Made-up protocol",
                    new DateOnly(2026, 10, 8)
                )),
            ]),
            Capacity = free is { } word ? new(word.Free, "the unit by phone", now.AddHours(-word.HoursAgo)) : null,
            IsOwn = own,
        };

    private static Guid Id(int number) => new(number, 0x6d61, 0x6465, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
