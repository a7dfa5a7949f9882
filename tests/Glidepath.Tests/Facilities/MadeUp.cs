using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>Places written by hand, for worked cases. Degrees north of Palm Springs are 69.1 miles each.</summary>
internal static class MadeUp
{
    public static readonly Coordinates PalmSprings = new(33.8303, -116.5453, CoordinateSource.Address);

    public static readonly FactOrigin Listed2022 = new("SAMHSA National Directory 2022", new(2022, 1, 1));

    /// <param name="listed">Codes parted by spaces; "!CO" is listed as not.</param>
    public static Place Place(byte id, string listed, double milesNorth = 0, ProgrammeKind kind = ProgrammeKind.SubstanceUse) =>
        new()
        {
            Id = new(id, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]),
            Name = $"Place {id}",
            Street = "1 Example Street",
            City = "Palm Springs",
            State = "CA",
            Zip = "92262",
            Coordinates = PalmSprings with { Latitude = PalmSprings.Latitude + milesNorth / 69.0935 },
            Programmes = [Programme(listed, kind)],
        };

    public static Programme Programme(string listed, ProgrammeKind kind = ProgrammeKind.SubstanceUse) =>
        new()
        {
            Id = Guid.Empty,
            Kind = kind,
            Name = "Programme",
            Phone = "760-555-0100",
            Origin = Listed2022,
            Services =
            [
                .. listed
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(c => new ServiceFact(
                        c.TrimStart('!'),
                        c[0] == '!' ? Listing.ListedAsNot : Listing.Listed,
                        Listed2022,
                        Listed2022.AsOf
                    )),
            ],
        };

    public static BenzodiazepineProfile Attests(
        BenzodiazepineCapability capability,
        Listing answer,
        string? value = null,
        bool verified = true
    ) => new([new(capability, answer, value, "Nurse Made Up", new(2026, 10, 1), "protocol", verified ? new(2026, 10, 20) : null)]);

    public static Criterion The(string id) => CriterionTable.Get(id);

    public static MatchResult Match(CallerNeeds needs, params Place[] places) =>
        MatchEngine.Match(DirectorySnapshot.Build(places), needs, 1, RandomPlaces.Now);

    public static string Order(this MatchResult result) => string.Join(' ', result.Items.Select(i => i.Place.Name[6..]));
}
