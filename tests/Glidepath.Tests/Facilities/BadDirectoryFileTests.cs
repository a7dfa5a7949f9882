using System.IO.Compression;
using System.Text;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>A file that is not what it should be is told so in words, and never half read.</summary>
public class BadDirectoryFileTests
{
    private static readonly byte[] Good = MadeFile.Directory([
        .. Enumerable.Range(1, 20).Select(i => MadeFile.Row($"House {i}", $"{i} Oak Street", "SA DT * BDTX")),
    ]);

    private static readonly byte[] GoodCsv = MadeFile.Csv([
        .. Enumerable.Range(1, 20).Select(i => MadeFile.Export($"House {i}", $"{i} Oak Street")),
    ]);

    [Fact]
    public void An_empty_file_is_said_to_be_empty() => Refused([], "is empty");

    [Fact]
    public void A_workbook_cut_short_anywhere_is_not_whole()
    {
        for (var length = 4; length < Good.Length; length += Good.Length / 23)
            Refused(Good[..length], "");
        Refused(Good[..(Good.Length / 2)], "cut short");
    }

    [Fact]
    public void Text_cut_short_within_a_row_is_told_with_its_row() => Refused(GoodCsv[..^30], "Row 21 has", "2025.csv");

    [Fact]
    public void Text_in_another_encoding_is_told_and_not_guessed()
    {
        var latin = Encoding.Latin1.GetBytes(
            Encoding.UTF8.GetString(GoodCsv).TrimStart('\uFEFF').Replace("House 7", "Maison Élan", StringComparison.Ordinal)
        );
        Refused(latin, "not UTF-8", "2025.csv");
        Refused(Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(latin)), "spoiled", "2025.csv");
        Refused(MadeFile.Directory(MadeFile.Row("Maison \uFFFDlan", "1 Oak Street", "SA")), "spoiled");
        Assert.Equal(
            20,
            MadeFile
                .Read([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(GoodCsv).TrimStart('\uFEFF'))], "2025.csv")
                .Rows.Count
        );
    }

    [Theory]
    [InlineData("city,state", "state,city", "state is \"Chelsea\"")]
    [InlineData("state,zip", "zip,state", "no US state")]
    [InlineData("name1,name2,street1", "street1,name2,name1", "swapped")]
    [InlineData("zip4,county,phone", "county,phone,zip4", "phone is \"Suffolk\"")]
    public void Swapped_columns_are_told_by_what_stands_in_them(string right, string wrong, string message)
    {
        var text = Encoding.UTF8.GetString(GoodCsv);
        Assert.Contains(right, text, StringComparison.Ordinal);
        Refused(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal)), message, "2025.csv");
    }

    [Fact]
    public void Words_in_the_place_of_codes_are_told()
    {
        var rows = Enumerable
            .Range(1, 40)
            .Select(i => MadeFile.Row($"House {i}", $"{i} Oak Street", "call our friendly front desk SA"))
            .ToArray();
        Refused(MadeFile.Directory(rows), "not in the workbook's own code reference");
        Refused(MadeFile.Csv(MadeFile.Export("Oak", "1 Oak Street", codes: "1,yes")), "accepted in a column of a code", "2025.csv");
    }

    [Theory]
    [InlineData("name,address\nOak,1 Oak Street\n", "No table of facilities")]
    [InlineData("name1,street1,city,state,zip,type_facility,type_facility\n", "stands twice")]
    [InlineData("name1,street1,city,state,zip,type_facility\n", "no row of a facility")]
    [InlineData("name1,street1,city,state,zip,type_facility\nOak,1 Oak Street,Chelsea,MA,02150,ZOO\n", "type \"ZOO\"")]
    [InlineData("name1,street1,city,state,zip,type_facility\n\"Oak,1 Oak Street,Chelsea,MA,02150,SU\n", "columns where the heading has")]
    [InlineData("{\"rows\":[{\"name1\":\"Oak\"", "not whole JSON")]
    [InlineData("{\"rows\":{}}", "no answer of the locator")]
    [InlineData("{\"rows\":[1]}", "is no facility")]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "not whole JSON")]
    [InlineData("<html><body>Please sign in</body></html>", "No table of facilities")]
    [InlineData("\0\u0001\u0002", "neither an XLSX workbook nor text")]
    public void What_is_no_directory_is_told_by_what_it_is(string text, string message) =>
        Refused(Encoding.UTF8.GetBytes(text), message, "2025-01-01.csv");

    [Fact]
    public void A_file_that_does_not_tell_its_edition_is_asked_for_it()
    {
        Refused(Good, "does not tell its edition", "directory.xlsx");
        Assert.Equal("2024", MadeFile.Read(Good, "directory.xlsx", edition: "2024").Edition);
        Assert.Contains(
            "a year from 2000",
            Assert.Throws<DirectoryFileException>(() => MadeFile.Read(Good, "2022.xlsx", edition: "last year")).Message,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("""{"total_items":1,"contents":[{"id":"a","name":"Oak House","status":"active"}]}""", "contents")]
    [InlineData("""[{"id":"a","organization_id":"b","name":"Oak House","status":"active"}]""", "organization_id")]
    [InlineData("""{"version":"3.2","profile":"p","openapi_url":"o"}""", "openapi_url")]
    public void HSDS_is_refused_as_what_it_is_and_not_for_a_missing_table_of_codes(string json, string member) =>
        Assert.Contains(
            $"in the shape of HSDS (Open Referral): it has \"{member}\"",
            Assert.Throws<DirectoryFileException>(() => MadeFile.Read(System.Text.Encoding.UTF8.GetBytes(json), "2025.json")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Names_without_a_table_of_codes_ask_for_a_directory_first() =>
        Assert.Contains(
            "Import a SAMHSA National Directory first",
            Assert.Throws<DirectoryFileException>(() => MadeFile.Read("{\"rows\":[]}"u8.ToArray(), "2025.json")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/sharedStrings.xml").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 400; i++)
                part.Write(zeros);
        }
        Assert.True(file.Length < 1 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Refused(file.ToArray(), "unpacks to more than");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    [Fact]
    public void Too_many_rows_columns_and_characters_are_refused_by_their_number()
    {
        var head = "name1,street1,city,state,zip,type_facility";
        Refused(
            Encoding.UTF8.GetBytes($"{head}\n{string.Concat(Enumerable.Repeat("a,1 B St,C,MA,02150,SU\n", 250_001))}"),
            "more than 250,000 rows",
            "2025.csv"
        );
        Refused(
            Encoding.UTF8.GetBytes($"{head}{string.Concat(Enumerable.Range(0, 1_000).Select(i => $",c{i}"))}\n"),
            "at most 1,000 are read",
            "2025.csv"
        );
        Refused(Encoding.UTF8.GetBytes($"{head}\n{new string('a', 40_000)},1 B St,C,MA,02150,SU\n"), "characters", "2025.csv");
        Refused(new byte[(64 << 20) + 1], "larger than 64 MB");
        // A workbook may name a cell at the far end of what a sheet can have.
        Refused(Replaced(Good, "<c r=\"A5\"", "<c r=\"XFD5\""), "");
    }

    [Fact]
    public void Entities_that_grow_are_not_followed() =>
        Refused(
            Replaced(Good, "<worksheet ", "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet "),
            "cannot be read"
        );

    [Fact]
    public void One_bad_row_among_many_is_left_out_and_told()
    {
        var file = MadeFile.Read(
            MadeFile.Directory([
                .. Enumerable.Range(1, 20).Select(i => MadeFile.Row($"House {i}", $"{i} Oak Street", "SA", state: i == 4 ? "XX" : "CA")),
            ])
        );
        Assert.Equal(
            (19, "row 5: state is \"XX\", which is no US state or territory in two letters"),
            (file.Rows.Count, Assert.Single(file.Unreadable))
        );
    }

    private static byte[] Replaced(byte[] workbook, string from, string to)
    {
        var file = new MemoryStream();
        file.Write(workbook);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry("xl/worksheets/sheet1.xml")!;
            string text;
            using (var reader = new StreamReader(entry.Open()))
                text = reader.ReadToEnd();
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/sheet1.xml").Open());
            Assert.Contains(from, text, StringComparison.Ordinal);
            writer.Write(text.Replace(from, to, StringComparison.Ordinal));
        }
        return file.ToArray();
    }

    private static void Refused(byte[] file, string message, string name = "2022.xlsx") =>
        Assert.Contains(
            message,
            Assert.Throws<DirectoryFileException>(() => MadeFile.Read(file, name, MadeFile.Codes)).Message,
            StringComparison.Ordinal
        );
}
