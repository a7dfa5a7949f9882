using CsCheck;
using Glidepath.Treatment.Facilities;
using Pathway = Glidepath.Treatment.Patients.Pathway;

namespace Glidepath.Tests.Facilities;

/// <summary>
/// Made-up places over the United States, some at one point, some nowhere; codes that tests ask for are common among them.
/// </summary>
internal static class RandomPlaces
{
    public static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Codes =
    [
        "BDTX",
        "CO",
        "MD",
        "MC",
        "PI",
        "SF",
        "SS",
        "CBT",
        "MOTI",
        "TRC",
        "FCO",
        "CFT",
        "ACC",
        "TELE",
        "SP",
        "HID",
        "RD",
        "RES",
        "OD",
        "OIT",
        "TWFA",
        "PW",
        "AUDO",
        "OUDO",
        "PVTP",
    ];

    private static readonly Gen<Guid> Id = Gen.Byte.Array[16].Select(bytes => new Guid(bytes));

    private static readonly Gen<Coordinates?> Where = Gen.Frequency(
        (
            6,
            Gen.Select(
                Gen.Double[25, 48],
                Gen.Double[-124, -68],
                Gen.Bool,
                (lat, lon, exact) =>
                    (Coordinates?)new Coordinates(lat, lon, exact ? CoordinateSource.Address : CoordinateSource.ZipCentroid)
            )
        ),
        (
            6,
            Gen.Select(
                Gen.Double[33.5, 34.5],
                Gen.Double[-117, -116],
                (lat, lon) => (Coordinates?)new Coordinates(lat, lon, CoordinateSource.Address)
            )
        ),
        (2, Gen.Const((Coordinates?)new Coordinates(33.8, -116.5, CoordinateSource.ZipCentroid))),
        (1, Gen.Const((Coordinates?)null))
    );

    private static readonly Gen<Listing> Says = Gen.Frequency(
        (6, Gen.Const(Listing.Listed)),
        (3, Gen.Const(Listing.NotListed)),
        (1, Gen.Const(Listing.ListedAsNot))
    );

    private static readonly Gen<Programme> OneProgramme = Gen.Select(
        Gen.Enum<ProgrammeKind>(),
        Gen.Int[0, 2],
        Gen.Select(Gen.Int[0, Codes.Length - 1], Says, Gen.Int[0, 3]).Array[0, 22],
        (kind, year, facts) =>
        {
            var origin = new FactOrigin($"made up {year}", new(2023 + year, 1, 1));
            return new Programme
            {
                Id = Guid.Empty,
                Kind = kind,
                Name = "Made up",
                Origin = origin,
                // A place that serves only others is common enough in twenty draws.
                Services =
                [
                    .. facts
                        .Where(f => Codes[f.Item1] is not ("AUDO" or "OUDO") || f.Item3 == 0)
                        .Select(f => new ServiceFact(Codes[f.Item1], f.Item2, origin, origin.AsOf.AddDays(f.Item3))),
                ],
            };
        }
    );

    private static readonly Gen<BenzodiazepineProfile> Profile = Gen.Select(
            Gen.Enum<BenzodiazepineCapability>(),
            Gen.Enum<Listing>(),
            Gen.OneOf(null, "5", "20", "52", "DDE", "AOS", "x"),
            Gen.Bool,
            (what, says, value, seen) =>
                new Attestation(what, says, value, "Nurse", new(2026, 10, 1), "protocol", seen ? new(2026, 10, 20) : null)
        )
        .Array[0, 5]
        .Select(a => new BenzodiazepineProfile(a));

    private static readonly Gen<CapacityStatement?> Capacity = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 100],
        Gen.Bool,
        (free, hours, said) => said ? new CapacityStatement(free, "Desk", Now.AddHours(-hours)) : null
    );

    public static readonly Gen<Place> One = Gen.Select(
        Id,
        Where,
        OneProgramme.Array[1, 3],
        Profile,
        Capacity,
        Gen.Bool,
        (id, at, programmes, profile, capacity, own) =>
            new Place
            {
                Id = id,
                Name = "Made-up place",
                Street = "1 Example Street",
                City = "Palm Springs",
                State = "CA",
                Zip = "92262",
                Coordinates = at,
                Programmes = programmes,
                Profile = profile,
                Capacity = capacity,
                IsOwn = own,
            }
    );

    public static readonly Gen<Place[]> Many = One.Array[0, 150].Select(p => p.DistinctBy(q => q.Id).ToArray());

    private static readonly Gen<Criterion> Ask = Gen.OneOf([
        .. CriterionTable.All.Where(c =>
            c.Role is not CriterionRole.Shown
            && c.Group is not CriterionGroup.ExclusiveClients
            && (c.Codes.Count == 0 || c.Codes.Any(Codes.Contains))
        ),
    ]);

    public static readonly Gen<CallerNeeds> Needs = Gen.Select(
        Gen.Select(Gen.Bool, Gen.OneOf<double?>(null, null, 10, 60, 300), Gen.OneOf<double?>(null, 80), Gen.OneOf(0d, 1, 3)),
        Gen.Select(
            Ask.Array[0, 2],
            Ask.Array[0, 3],
            Ask.Array[0, 1],
            Gen.Select(Ask, Gen.Double[0, 5], Gen.Bool, (c, w, wanted) => new Wish(c, w, wanted)).Array[0, 5]
        ),
        Gen.Select(
            Gen.OneOf("", "medicaid", "medicaid self-pay"),
            Gen.OneOf<Pathway?>(null, Pathway.Prescribed, Pathway.NotPrescribed),
            Gen.OneOf<Setting?>(null, null, Setting.Residential)
        ),
        (near, asked, other) =>
            new CallerNeeds
            {
                Near = near.Item1 ? new(33.8303, -116.5453, CoordinateSource.ZipCentroid) : null,
                WithinMiles = near.Item1 ? near.Item2 : null,
                TooFarMiles = near.Item3,
                DistanceWeight = near.Item4,
                Musts = asked.Item1,
                AnyOf = asked.Item2.Length > 1 ? [asked.Item2] : [],
                Not = asked.Item3,
                Wishes = asked.Item4,
                Payers = [.. other.Item1.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CriterionTable.Get)],
                Pathway = other.Item2,
                MinimumSetting = other.Item3,
            }
    );
}
