using CsCheck;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>From rows to places, and from one edition to the next.</summary>
public class DirectoryMergeTests
{
    [Theory]
    [InlineData("100 North Main Street, Suite 2", "100 N. Main St")]
    [InlineData("205 ACADEMY DRIVE", "205 Academy Dr.")]
    [InlineData("2367 Second Avenue", "2367 2nd Ave")]
    [InlineData("750 Highway 31 South", "750 Hwy 31 S Building B")]
    public void Two_spellings_of_an_address_are_one(string left, string right) =>
        Assert.Equal(AddressKey.Street(left), AddressKey.Street(right));

    [Theory]
    [InlineData("100 Main Street", "101 Main Street")]
    [InlineData("100 Main Street", "100 Main Avenue")]
    [InlineData("100 N Main Street", "100 S Main Street")]
    public void Two_addresses_are_two(string left, string right) => Assert.NotEqual(AddressKey.Street(left), AddressKey.Street(right));

    [Theory]
    [InlineData("(760) 555-0100", "7605550100")]
    [InlineData("1-760-555-0100 x12", "7605550100")]
    [InlineData("888-PARNEXT", "8887276398")]
    [InlineData("813-630HOPE", "8136304673")]
    [InlineData("911", null)]
    [InlineData(null, null)]
    public void A_telephone_is_its_ten_digits(string? said, string? digits) => Assert.Equal(digits, AddressKey.Phone(said));

    [Fact]
    public void One_operator_at_one_address_is_one_place_with_its_programmes()
    {
        var places = Places(
            MadeFile.Row("Western Pacific Med Corp", "9462 Van Nuys Boulevard", "SA", branch: "Detox"),
            MadeFile.Row("Western Pacific Rehab", "9462 Van Nuys Blvd", "SA BDTX", phone: "760-555-0199"),
            MadeFile.Row("Another Name", "9462 Van Nuys Blvd., Suite 3", "SA", phone: "1-760-555-0199 x3")
        );
        Assert.Equal(3, Assert.Single(places).Programmes.Count);
    }

    [Fact]
    public void Two_operators_who_share_nothing_but_a_building_are_two_places() =>
        // What one lists would else be offered as the other's.
        Assert.Equal(
            2,
            Places(
                MadeFile.Row("McCarty House", "90 McCarty Avenue", "SA BDTX"),
                MadeFile.Row("Tree House for Women", "90 McCarty Avenue", "SA MD", phone: "760-555-0199")
            ).Count
        );

    [Fact]
    public void The_telephone_joins_two_spellings_of_one_street_and_never_two_streets()
    {
        Assert.Single(
            Places(MadeFile.Row("Virginia House", "254 Virgina Street", "SA"), MadeFile.Row("Other Name", "254 Virginia Street", "SA"))
        );
        Assert.Single(
            Places(MadeFile.Row("Bradston", "23-27 Bradston Street", "SA"), MadeFile.Row("Other Name", "23 Bradston Street", "SA"))
        );
        Assert.Equal(
            2,
            Places(MadeFile.Row("One House", "120 Skyway Drive", "SA"), MadeFile.Row("Two House", "120 Wedgewood Drive", "SA")).Count
        );
        Assert.Equal(
            2,
            Places(MadeFile.Row("Chain", "1 Oak Street", "SA"), MadeFile.Row("Chain", "1 Oak Street", "SA", zip: "90210")).Count
        );
    }

    [Fact]
    public void Rows_in_any_order_make_the_same_directory_with_the_same_ids()
    {
        var rows = Enumerable
            .Range(0, 40)
            .Select(i =>
                MadeFile.Row(
                    $"{(char)('A' + i % 7)}{(char)('a' + i % 7)}bbb House",
                    $"{i % 11} Oak Street",
                    "SA BDTX",
                    phone: $"760-555-01{i % 5:00}",
                    branch: $"{i % 3}"
                )
            )
            .ToArray();
        var expected = Shape(Places(rows));
        Gen.Shuffle(rows).Sample(shuffled => Shape(Places(shuffled)) == expected, iter: 20);
    }

    [Fact]
    public void The_next_edition_of_a_source_takes_back_what_it_no_longer_has()
    {
        var first = MadeFile.Import(
            null,
            MadeFile.Read(
                MadeFile.Directory(
                    MadeFile.Row("Oak", "1 Oak Street", "SA BDTX"),
                    MadeFile.Row("Elmwood", "2 Elm Street", "SA", phone: "760-555-0102")
                ),
                "2022.xlsx"
            )
        );
        var second = MadeFile.Import(
            first,
            MadeFile.Read(MadeFile.Directory(MadeFile.Row("Oak", "1 Oak St", "SA MD", phone: "760-555-0103")), "2023.xlsx")
        );
        Assert.Equal(
            (1, 1, 1, 0.5),
            (second.Diff.ProgrammesRemoved, second.Diff.PlacesRemoved, second.Diff.ProgrammesChanged, second.Diff.Lost)
        );
        var oak = Assert.Single(second.Places);
        Assert.Equal(first.Places.Single(p => p.Name == "Oak").Id, oak.Id);
        var programme = Assert.Single(oak.Programmes);
        // A source that changes its own mind is no conflict.
        Assert.Equal(
            ("760-555-0103", 0, "SAMHSA National Directory 2023"),
            (programme.Phone, programme.Statements.Count, programme.Origin.Source)
        );
        Assert.Equal(
            [("SA", Listing.Listed, 2023), ("BDTX", Listing.NotListed, 2022), ("MD", Listing.Listed, 2023)],
            programme.Services.Select(f => (f.Code, f.Listing, f.LastSeen.Year))
        );
        Assert.Equal(1, second.Diff.Withdrawn["BDTX"]);
    }

    [Fact]
    public void The_other_workbook_of_the_year_adds_programmes_and_takes_none_away()
    {
        string[][] reference = [.. MadeFile.Reference, ["TC", "Type of Care", "MH", "Mental health treatment", "…"]];
        var first = MadeFile.Import(
            null,
            MadeFile.Read(
                MadeFile.Directory(
                    MadeFile.Row("Oak", "1 Oak Street", "SA BDTX"),
                    MadeFile.Row("Elmwood", "2 Elm Street", "SA", phone: "760-555-0102")
                )
            )
        );
        var both = MadeFile.Import(
            first,
            MadeFile.Read(
                MadeFile.Workbook(
                    ("Facilities List", [MadeFile.Headings.Split(','), MadeFile.Row("Oak", "1 Oak St.", "MH SA")]),
                    ("Service Code Reference", reference)
                )
            )
        );
        Assert.Equal((2, 3, 0), (both.Places.Count, both.Diff.Programmes, both.Diff.ProgrammesRemoved));
        Assert.Equal(
            [ProgrammeKind.SubstanceUse, ProgrammeKind.MentalHealth],
            both.Places.Single(p => p.Name == "Oak").Programmes.Select(p => p.Kind)
        );
        Assert.Equal((5, 0d), (both.Codes.Codes.Count, both.Diff.Lost));
    }

    [Fact]
    public void What_somebody_here_said_is_shown_before_any_directory_and_the_directory_beside_it()
    {
        var first = MadeFile.Import(null, MadeFile.Read(MadeFile.Directory(MadeFile.Row("Oak", "1 Oak Street", "SA BDTX"))));
        var (place, own) = (first.Places[0], new FactOrigin("Told by the front desk", new DateOnly(2022, 6, 1)));
        var told = place.Programmes[0] with
        {
            Services = [new("BDTX", Listing.ListedAsNot, own, own.AsOf), .. place.Programmes[0].Services.Where(f => f.Code != "BDTX")],
            Statements = [new(DirectoryField.Phone, "760-555-0100", own, true)],
        };
        var next = MadeFile.Import(
            first with
            {
                Places = [place with { Programmes = [told] }],
            },
            MadeFile.Read(MadeFile.Directory(MadeFile.Row("Oak", "1 Oak Street", "SA BDTX", phone: "760-555-0177")), "2023.xlsx")
        );
        var programme = next.Places.Single().Programmes.Single();
        Assert.Equal(
            (Listing.ListedAsNot, own),
            programme.Services.Where(f => f.Code == "BDTX").Select(f => (f.Listing, f.Origin)).Single()
        );
        Assert.Equal(
            ("760-555-0100", own, "760-555-0177"),
            (programme.Phone, programme.OriginOf(DirectoryField.Phone), programme.Conflicts.Single().Value)
        );
    }

    [Fact]
    public void An_older_file_of_another_source_fills_what_is_open_and_overrules_nothing()
    {
        var export = MadeFile.Import(
            new([], MadeFile.Codes, null!),
            MadeFile.Read(MadeFile.Csv(MadeFile.Export("Oak", "1 Oak Street", phone: "", codes: "1,")), "2025-08-19.csv")
        );
        var both = MadeFile.Import(
            export,
            MadeFile.Read(
                MadeFile.Directory(MadeFile.Row("Oak", "1 Oak Street", "SA BDTX MD", zip: "02150", city: "Boston", state: "MA")),
                "2022.xlsx"
            )
        );
        var (place, programme) = (both.Places.Single(), both.Places.Single().Programmes.Single());
        Assert.Equal(
            ("Chelsea", "760-555-0100", 2022, "FindTreatment.gov export"),
            (place.City, programme.Phone, programme.OriginOf(DirectoryField.Phone).AsOf.Year, programme.Origin.Source)
        );
        Assert.Equal(("Boston", DirectoryField.City), (programme.Conflicts.Single().Value, programme.Conflicts.Single().Field));
        Assert.Equal(new Coordinates(42.391, -71.0366, CoordinateSource.Address), place.Coordinates);
    }

    [Fact]
    public void Coordinates_far_from_their_ZIP_area_are_told_and_not_used()
    {
        var change = MadeFile.Import(
            null,
            MadeFile.Read(
                MadeFile.Csv(
                    MadeFile.Export("Oak", "1 Oak Street", at: "33.83,-116.54"),
                    MadeFile.Export("Elmwood", "2 Elm Street", phone: "617-555-0102")
                ),
                "2025.csv"
            )
        );
        Assert.Equal("row 2: Oak, Chelsea, MA 02150", Assert.Single(change.Diff.FarFromZip));
        Assert.Equal(
            (ZipCentroids.Census.Find("02150"), CoordinateSource.Address),
            (change.Places.Single(p => p.Name == "Oak").Coordinates, change.Places.Single(p => p.Name == "Elmwood").Coordinates!.Source)
        );
    }

    [Fact]
    public void The_middle_of_a_ZIP_area_is_that_of_the_Census()
    {
        Assert.Equal(33_791, ZipCentroids.Census.Count);
        var at = ZipCentroids.Census.Find("10001")!;
        Assert.Equal((40.7507, -73.9973, CoordinateSource.ZipCentroid), (at.Latitude, at.Longitude, at.Source));
        Assert.Null(ZipCentroids.Census.Find("00000"));
        Assert.Equal(2_445.6, Sphere.Miles(at, new(33.9425, -118.4081, CoordinateSource.Address)), 15d);
    }

    private static IReadOnlyList<Place> Places(params string[][] rows) =>
        MadeFile.Import(null, MadeFile.Read(MadeFile.Directory(rows))).Places;

    private static string Shape(IReadOnlyList<Place> places) =>
        string.Join(
            '\n',
            places
                .Select(p => $"{p.Id} {p.Name} {p.Street}: {string.Join(' ', p.Programmes.Select(x => x.Id).Order())}")
                .Order(StringComparer.Ordinal)
        );
}
