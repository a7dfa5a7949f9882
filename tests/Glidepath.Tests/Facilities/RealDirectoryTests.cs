using Glidepath.Storage.Facilities;
using Glidepath.Tests.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>The national directory of 2022 and the Massachusetts export of 2025-08-19, whole.</summary>
public class RealDirectoryTests(RealDirectory real) : IClassFixture<RealDirectory>
{
    private static readonly string[] Residential = ["HI", "HIT", "HID", "RES", "RL", "RS", "RD"];

    [Fact]
    public void Every_row_is_a_programme_and_every_code_is_counted_as_in_the_file()
    {
        Assert.Equal((12_176, 12_176), (real.File2022.Rows.Count, real.Directory2022.Diff.Programmes));
        Assert.Empty(real.File2022.Unreadable);
        Assert.Equal(225, real.Counted.Count);
        Assert.Equal(
            real.Counted.OrderBy(c => c.Key, StringComparer.Ordinal),
            Listed(real.Directory2022).OrderBy(c => c.Key, StringComparer.Ordinal)
        );
        Assert.Equal(
            real.Counted.OrderBy(c => c.Key, StringComparer.Ordinal),
            real.Directory2022.Diff.Codes.OrderBy(c => c.Key, StringComparer.Ordinal)
        );
        Assert.Empty(real.Directory2022.Diff.UnknownCodes);
    }

    [Fact]
    public void Every_telephone_of_the_directory_but_one_is_read_and_no_extension_is_dialed_as_more_digits()
    {
        var said = real.File2022.Rows.Where(r => r.Phone is not null).Select(r => (Text: r.Phone!, r.State)).ToList();
        Assert.Equal(12_175, said.Count);
        var read = said.Select(p => (p.Text, Number: PhoneNumber.Read(p.Text, p.State))).ToList();
        // Before numbers were read, a link dialed every digit: 1,249 of 12,175 of the wrong length. One row has no number.
        Assert.Equal(1_249, said.Count(p => p.Text.Count(char.IsAsciiDigit) > 10));
        Assert.Equal(1_249, read.Count(r => r.Number?.Extension is not null));
        Assert.Equal(["888-146-4427"], read.Where(r => r.Number is null).Select(r => r.Text));
        Assert.All(
            read.Where(r => r.Number is not null),
            r => Assert.Matches(@"^tel:\+(1[2-9]\d{2}[2-9]\d{6}|6(80|91)\d{7})(;ext=\d+)?$", r.Number!.Link)
        );
        Assert.Equal(["FM +691", "PW +680"], Abroad(said).Order(StringComparer.Ordinal));
        Assert.All(
            real.File2022.Rows.SelectMany(r => r.IntakePhones.Select(p => (p, r.State))),
            p => Assert.NotNull(PhoneNumber.Read(p.p, p.State))
        );
    }

    private static IEnumerable<string> Abroad(IEnumerable<(string Text, string State)> said) =>
        said.Select(p => (p.State, PhoneNumber.Read(p.Text, p.State)?.Country))
            .Where(p => p.Country is not (null or "1"))
            .Select(p => $"{p.State} +{p.Country}");

    [Fact]
    public void Every_town_of_the_directory_is_a_place_to_start_from_by_the_list_of_towns_alone()
    {
        var none = CityTable.Of([]);
        var unknown = real
            .File2022.Rows.Select(r => $"{r.City}, {r.State}")
            .Distinct()
            .Where(c => Gazetteers.Known.Find(c, none).Point is null)
            .ToList();
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join('\n', unknown));
        Assert.InRange(unknown.Count, 0, 60);
        Assert.InRange(real.File2022.Rows.Count(r => Gazetteers.Known.Find(r.Zip, none).Point is null), 0, 10);
        Assert.Equal(88, real.File2022.Rows.Count(r => ZipCentroids.Census.Find(r.Zip) is null));
    }

    [Theory]
    [InlineData(2_287)]
    [InlineData(943, "RD")]
    [InlineData(516, "HID")]
    [InlineData(628, "OD")]
    [InlineData(62, "BC")]
    [InlineData(1_441, "MD")]
    [InlineData(1_987, "PI")]
    [InlineData(1_584, "CO")]
    [InlineData(1_353, "CBT", "MOTI", "FCO", "MHS")]
    [InlineData(920, "CBT", "MOTI", "FCO", "MHS", "CO", "TRC", "ACC", "RELP")]
    [InlineData(486, "SP")]
    [InlineData(13, "AUDO")]
    [InlineData(76, "OUDO")]
    [InlineData(3, "DUO")]
    public void Benzodiazepine_withdrawal_with_other_codes_counts_as_measured_before(int rows, params string[] also) =>
        Assert.Equal(rows, real.Programmes2022.Count(p => also.Append("BDTX").All(p.Contains)));

    [Fact]
    public void Hundreds_that_list_benzodiazepine_withdrawal_have_no_bed_for_the_night() =>
        Assert.Equal(867, real.Programmes2022.Count(p => p.Contains("BDTX") && !Residential.Any(p.Contains)));

    [Fact]
    public void Places_are_fewer_than_rows_and_each_row_stands_at_one()
    {
        Assert.Equal(11_825, real.Directory2022.Places.Count);
        Assert.Equal(real.Directory2022.Places.Count, real.Directory2022.Places.Select(p => p.Id).Distinct().Count());
        Assert.Equal(12_176, real.Directory2022.Places.SelectMany(p => p.Programmes).Select(p => p.Id).Distinct().Count());
    }

    [Fact]
    public void Distance_to_the_nearest_that_lists_it_is_as_measured_before()
    {
        // finder.md: from 1,500 random ZIP codes the median is 13.1 miles and the 90th percentile 49.3.
        var sites = real
            .Directory2022.Places.Where(p => p.Programmes.Any(x => Lists(x, "BDTX")))
            .Select(p => ZipCentroids.Census.Find(p.Zip))
            .OfType<Coordinates>()
            .Distinct()
            .ToList();
        var near = sites.GroupBy(s => (int)Math.Floor(s.Latitude)).ToDictionary(g => g.Key, g => g.ToList());
        var nearest = Sample()
            .Select(from =>
                Enumerable
                    .Range((int)Math.Floor(from.Latitude) - 8, 17)
                    .SelectMany(l => near.GetValueOrDefault(l) ?? [])
                    .Min(s => Sphere.Miles(from, s))
            )
            .Order()
            .ToList();
        Assert.InRange(nearest[nearest.Count / 2], 13.1 * 0.85, 13.1 * 1.15);
        Assert.InRange(nearest[nearest.Count * 9 / 10], 49.3 * 0.85, 49.3 * 1.15);
    }

    [Fact]
    public void An_export_meets_the_directory_by_address()
    {
        var diff = real.WithMa.Diff;
        Assert.Equal((662, 0), (diff.Rows, diff.RowsBefore));
        Assert.Equal((224, 438), (diff.ProgrammesChanged + diff.ProgrammesUnchanged, diff.ProgrammesAdded));
        Assert.Equal((226, 0, 0), (diff.PlacesAdded, diff.PlacesRemoved, diff.ProgrammesRemoved));
    }

    [Fact]
    public void Where_two_sources_differ_the_newer_is_shown_and_the_other_kept_with_its_date()
    {
        Assert.Equal(35, real.WithMa.Diff.Conflicts.Count(c => c.Field == DirectoryField.Phone));
        var conflict = real.WithMa.Diff.Conflicts.Single(c =>
            c.Field == DirectoryField.Phone && c.Programme == "CleanSlate Centers" && c.Other == "413-517-6030" && c.Shown == "978-248-0442"
        );
        Assert.Equal(
            (
                new FactOrigin("FindTreatment.gov export", new DateOnly(2025, 8, 19)),
                new FactOrigin("SAMHSA National Directory 2022", new DateOnly(2022, 1, 1))
            ),
            (conflict.ShownOrigin, conflict.OtherOrigin)
        );
        var programme = real.WithMa.Places.Single(p => p.Id == conflict.PlaceId).Programmes.Single(p => p.Id == conflict.ProgrammeId);
        Assert.Equal(
            ("978-248-0442", "413-517-6030"),
            (programme.Phone, programme.Conflicts.Single(c => c.Field == DirectoryField.Phone).Value)
        );
    }

    [Fact]
    public void A_code_that_a_newer_edition_has_no_longer_stays_with_the_day_it_was_last_seen()
    {
        Assert.Equal(["AOSS", "BMW", "GL", "MMW", "ULC"], real.WithMa.Diff.NotAsked.Keys.Order(StringComparer.Ordinal));
        var kept = real
            .WithMa.Places.SelectMany(p => p.Programmes)
            .Where(p => p.Origin.Source == "FindTreatment.gov export")
            .SelectMany(p => p.Services)
            .Where(f => f.Code == "GL")
            .ToList();
        Assert.Equal(80, kept.Count);
        Assert.All(kept, f => Assert.Equal((Listing.Listed, new DateOnly(2022, 1, 1)), (f.Listing, f.LastSeen)));
    }

    [Fact]
    public void A_code_that_a_newer_source_knows_and_does_not_give_is_not_listed_and_never_no()
    {
        var withdrawn = real
            .WithMa.Places.SelectMany(p => p.Programmes)
            .SelectMany(p => p.Services)
            .Where(f => f.Listing == Listing.NotListed)
            .ToList();
        Assert.Equal(real.WithMa.Diff.Withdrawn.Values.Sum(), withdrawn.Count);
        Assert.All(withdrawn, f => Assert.Equal((new DateOnly(2022, 1, 1), new DateOnly(2025, 8, 19)), (f.LastSeen, f.Origin.AsOf)));
        Assert.DoesNotContain(
            real.WithMa.Places.SelectMany(p => p.Programmes).SelectMany(p => p.Services),
            f => f.Listing == Listing.ListedAsNot
        );
    }

    [Fact]
    public void Codes_that_no_table_explains_are_kept_and_reported()
    {
        // New since 2022; the meaning of the last three is published nowhere that was found.
        Assert.All(
            new[] { "DLC", "MWS", "UBN", "CT", "MSNH" },
            c => Assert.True(real.FileMa.Asks.Contains(c) && real.Directory2022.Codes.Find(c) is null, c)
        );
        Assert.Contains("DLC", real.WithMa.Diff.UnknownCodes.Keys);
        Assert.Equal(real.FileMa.Rows.Count(r => r.Codes.Contains("DLC")), real.WithMa.Diff.UnknownCodes["DLC"]);
        Assert.Equal(41, real.FileMa.Rows.Count(r => r.Codes.Contains("BDTX")));
    }

    [Theory]
    [InlineData("MD", "Medicaid")]
    [InlineData("MC", "Medicare")]
    [InlineData("SF", "Cash or self-payment")]
    [InlineData("SS", "Sliding fee scale")]
    [InlineData("PA", "Payment assistance")]
    [InlineData("MI", "military insurance")]
    [InlineData("MOTI", "Motivational interviewing")]
    [InlineData("MXM", "Matrix Model")]
    [InlineData("BDTX", "Benzodiazepines Detoxification")]
    [InlineData("AUDO", "alcohol use disorder")]
    [InlineData("OUDO", "opioid use disorder")]
    [InlineData("DUO", "DUI")]
    public void A_code_means_what_its_own_edition_says(string code, string name) =>
        Assert.Contains(name, real.Directory2022.Codes.Find(code)!.Name, StringComparison.OrdinalIgnoreCase);

    [Fact]
    public void A_code_that_is_in_one_published_table_only_is_not_in_the_data()
    {
        Assert.Null(real.Directory2022.Codes.Find("MX"));
        Assert.Equal(("2022", 225), (real.Directory2022.Codes.Edition, real.Directory2022.Codes.Codes.Count));
        // Its official description is that of housing, and stands as it is.
        Assert.StartsWith("Housing", real.Directory2022.Codes.Find("SUMH")!.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_file_again_changes_nothing()
    {
        var again = DirectoryMerge.Apply(real.Directory2022.Places, real.Directory2022.Codes, real.File2022, ZipCentroids.Census);
        Assert.Equal(
            (0, 0, 0, 12_176),
            (again.Diff.ProgrammesAdded, again.Diff.ProgrammesRemoved, again.Diff.ProgrammesChanged, again.Diff.ProgrammesUnchanged)
        );
        Assert.Empty(again.Diff.Withdrawn);
        Assert.Empty(again.Diff.Conflicts);
    }

    [Fact]
    public void Without_coordinates_of_its_own_a_place_has_the_middle_of_its_ZIP_area()
    {
        Assert.All(real.Directory2022.Places, p => Assert.Equal(ZipCentroids.Census.Find(p.Zip), p.Coordinates));
        Assert.Equal(83, real.Directory2022.Diff.WithoutCoordinates);
        Assert.Contains(real.WithMa.Places, p => p.State == "MA" && p.Coordinates?.Source == CoordinateSource.Address);
    }

    private static IEnumerable<Coordinates> Sample() =>
        from line in File.ReadLines(Path.Combine(Repository.Root, "tests/Glidepath.Tests/Facilities/zip-sample.csv")).Skip(1)
        let cells = line.Split(',')
        select new Coordinates(
            double.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture),
            double.Parse(cells[2], System.Globalization.CultureInfo.InvariantCulture),
            CoordinateSource.ZipCentroid
        );

    private static Dictionary<string, int> Listed(DirectoryChange directory) =>
        directory
            .Places.SelectMany(p => p.Programmes)
            .SelectMany(p => p.Services)
            .Where(f => f.Listing == Listing.Listed)
            .GroupBy(f => f.Code)
            .ToDictionary(g => g.Key, g => g.Count());

    private static bool Lists(Programme programme, string code) =>
        programme.Services.Any(f => f.Code == code && f.Listing == Listing.Listed);
}
