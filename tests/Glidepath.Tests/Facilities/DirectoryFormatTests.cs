using System.Text;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>
/// Formats of which no real file is at hand: other editions of the workbook, an export as XLSX, the locator's own answer.
/// </summary>
public class DirectoryFormatTests
{
    [Theory]
    [InlineData("National_Directory_SA_Facilities_2023.xlsx", "2023")]
    [InlineData("2024-su-national-directory.xlsx", "2024")]
    [InlineData("2025_SU_Facilities_for_All_City_All.xlsx", "2025")]
    public void An_edition_stands_in_the_name_of_its_file(string name, string edition)
    {
        var file = MadeFile.Read(MadeFile.Directory(MadeFile.Row("Oak House", "1 Oak Street", "SA DT * BDTX")), name);
        Assert.Equal(
            (
                edition,
                new DateOnly(int.Parse(edition, System.Globalization.CultureInfo.InvariantCulture), 1, 1),
                $"SAMHSA National Directory {edition}"
            ),
            (file.Edition, file.AsOf, file.Origin.Source)
        );
        Assert.Equal(["SA", "DT", "BDTX"], Assert.Single(file.Rows).Codes);
        Assert.Equal(edition, file.Codes.Edition);
    }

    [Fact]
    public void A_mental_health_workbook_is_told_by_its_own_reference_and_not_by_its_name()
    {
        string[][] reference = [.. MadeFile.Reference, ["TC", "Type of Care", "MH", "Mental health treatment", "…"]];
        var file = MadeFile.Read(
            MadeFile.Workbook(
                ("Facilities List", [MadeFile.Headings.Split(','), MadeFile.Row("Oak House", "1 Oak Street", "MH SA")]),
                ("Service Code Reference", reference)
            )
        );
        Assert.Equal(ProgrammeKind.MentalHealth, Assert.Single(file.Rows).Kind);
        Assert.Equal(
            ProgrammeKind.SubstanceUse,
            Assert.Single(MadeFile.Read(MadeFile.Directory(MadeFile.Row("Oak House", "1 Oak Street", "SA MH"))).Rows).Kind
        );
    }

    [Fact]
    public void A_workbook_may_have_its_sheets_and_columns_in_another_order_and_no_reference_at_all()
    {
        string[] order = ["service_code_info", "zip", "state", "city", "street1", "name1", "phone"];
        var row = MadeFile.Row("Oak House", "1 Oak Street", "SA * NEWCODE");
        string[] moved = [row[12], "#2150", "MA", "Chelsea", row[2], row[0], row[7]];
        var file = MadeFile.Read(MadeFile.Workbook(("Service Code Reference", MadeFile.Reference), ("Facilities List", [order, moved])));
        Assert.Equal(("Oak House", "02150", "Chelsea"), (file.Rows[0].Name, file.Rows[0].Zip, file.Rows[0].City));
        Assert.Equal(["NEWCODE"], MadeFile.Import(null, file).Diff.UnknownCodes.Keys);
        var bare = MadeFile.Read(MadeFile.Workbook(("Sheet1", [order, moved])));
        Assert.Equal((0, 2), (bare.Codes.Codes.Count, MadeFile.Import(null, bare).Diff.UnknownCodes.Count));
    }

    [Fact]
    public void An_export_is_read_as_text_and_as_a_workbook_alike()
    {
        var text = MadeFile.Read(MadeFile.Csv(MadeFile.Export("Oak House", "1 Oak Street", codes: "1,1")), "export 2025-08-19.csv");
        string[] headings = [.. MadeFile.ExportHeadings.Split(','), "sa", "bdtx "],
            cells = MadeFile.Export("Oak House", "1 Oak Street", codes: "#1,#1").Split(',');
        var sheet = MadeFile.Read(MadeFile.Workbook(("Sheet1", [headings, cells])), "export 2025-08-19.xlsx");
        Assert.Equal(text.Rows[0] with { Codes = [], IntakePhones = [] }, sheet.Rows[0] with { Codes = [], IntakePhones = [] });
        Assert.Equal((DirectorySource.LocatorExport, new DateOnly(2025, 8, 19)), (text.Source, text.AsOf));
        Assert.Equal(["SA", "BDTX"], text.Rows[0].Codes);
        Assert.Equal(text.Rows[0].Codes, sheet.Rows[0].Codes);
        Assert.Equal(new Coordinates(42.391, -71.0366, CoordinateSource.Address), text.Rows[0].Coordinates);
    }

    [Theory]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("www.example.org", "http://www.example.org")]
    [InlineData("https://user:secret@example.org", null)]
    [InlineData("ask the front desk", null)]
    public void A_website_is_an_address_that_a_browser_opens_as_a_page(string said, string? kept) =>
        Assert.Equal(
            kept,
            MadeFile
                .Read(
                    MadeFile.Csv(MadeFile.Export("Oak", "1 Oak Street").Replace("https://example.org", said, StringComparison.Ordinal)),
                    "2025.csv"
                )
                .Rows[0]
                .Website
        );

    [Fact]
    public void An_answer_of_the_locator_has_names_turned_back_into_codes()
    {
        var file = MadeFile.Read(
            Answer(
                Facility(
                    "Oak House",
                    "SA",
                    """[{"f1":"Detoxification Services","f2":"DS","f3":"Benzodiazepines Detoxification; A Thing Nobody Knows"},{"f1":"Payment","f2":"PAY","f3":"Medicaid"}]"""
                ),
                Facility("Clinic", "OTP", "null")
            ),
            "2026-09-01.json",
            MadeFile.Codes
        );
        Assert.Equal((DirectorySource.LocatorApi, new DateOnly(2026, 9, 1)), (file.Source, file.AsOf));
        Assert.Equal(["BDTX", "~ATHINGNOBODYKNOWS", "MD"], file.Rows[0].Codes);
        Assert.Equal((ProgrammeKind.OpioidTreatment, 0), (file.Rows[1].Kind, file.Rows[1].Codes.Count));
        Assert.Equal(new Coordinates(33.83, -116.54, CoordinateSource.Address), file.Rows[0].Coordinates);
        Assert.Equal(["760-555-0101", "760-555-0102"], file.Rows[0].IntakePhones);
        Assert.Equal(["~ATHINGNOBODYKNOWS"], MadeFile.Import(new([], MadeFile.Codes, null!), file).Diff.UnknownCodes.Keys);
    }

    [Fact]
    public void An_answer_in_pages_is_whole_only_with_all_of_them()
    {
        var page = Encoding
            .UTF8.GetString(Answer(Facility("Oak House", "SA", "[]")))
            .Replace("\"recordCount\":1", "\"recordCount\":2", StringComparison.Ordinal);
        Assert.Equal(2, MadeFile.Read(Encoding.UTF8.GetBytes($"[{page},{page}]"), "2026-09-01.json", MadeFile.Codes).Rows.Count);
        Assert.Contains(
            "holds 1",
            Assert
                .Throws<DirectoryFileException>(() => MadeFile.Read(Encoding.UTF8.GetBytes(page), "2026-09-01.json", MadeFile.Codes))
                .Message,
            StringComparison.Ordinal
        );
    }

    private static byte[] Answer(params string[] rows) =>
        Encoding.UTF8.GetBytes($$"""{"page":1,"totalPages":1,"recordCount":{{rows.Length}},"rows":[{{string.Join(',', rows)}}]}""");

    private static string Facility(string name, string type, string services) =>
        $$"""
            {"_irow":1,"name1":"{{name}}","name2":null,"street1":"1 Oak Street","city":"Palm Springs","state":"CA","zip":"92262","phone":"760-555-0100","intake1":"760-555-0101","hotline1":"760-555-0102",
            "website":"https://example.org","latitude":"33.83","longitude":"-116.54","miles":1.5,"typeFacility":"{{type}}","services":{{services}}}
            """;
}
