using System.IO.Compression;
using System.Security;
using System.Text;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>Small directories made by hand, in each of the formats.</summary>
internal static class MadeFile
{
    public const string Headings = "name1,name2,street1,street2,city,state,zip,phone,intake1,intake2,intake1a,intake2a,service_code_info";

    public const string ExportHeadings =
        "name1,name2,street1,street2,city,state,zip,zip4,county,phone,intake_prompt,intake1,intake2,website,latitude,longitude,type_facility";

    public static readonly string[][] Reference =
    [
        ["category_code", "category_name", "service_code", "service_name", "service_description"],
        ["TC", "Type of Care", "SA", "Substance use treatment", "…"],
        ["TC", "Type of Care", "DT", "Detoxification", "…"],
        ["DS", "Detoxification Services", "BDTX", "Benzodiazepines Detoxification", "…"],
        ["PAY", "Payment Accepted", "MD", "Medicaid", "…"],
    ];

    public static readonly CodeTable Codes = new("2022", [.. Reference.Skip(1).Select(r => new ServiceCode(r[2], r[0], r[1], r[3], r[4]))]);

    public static string[] Row(
        string name,
        string street,
        string codes,
        string zip = "92262",
        string city = "Palm Springs",
        string state = "CA",
        string phone = "760-555-0100",
        string branch = "",
        string unit = ""
    ) => [name, branch, street, unit, city, state, zip, phone, "", "", "", "", codes];

    public static string Export(
        string name,
        string street,
        string kind = "SU",
        string phone = "617-555-0100",
        string at = "42.391,-71.0366",
        string codes = "1,"
    ) => $"{name},,{street},,Chelsea,MA,02150,,Suffolk,{phone},,,,https://example.org,{at},{kind},{codes}";

    public static byte[] Directory(params string[][] rows) =>
        Workbook(("Facilities List", [Headings.Split(','), .. rows]), ("Service Code Reference", Reference));

    public static byte[] Csv(params string[] lines) =>
        Encoding.UTF8.GetBytes("\uFEFF    " + ExportHeadings + ",sa,bdtx \n" + string.Join('\n', lines) + "\n");

    /// <summary>Cells as inline text; a number where the cell is one after "#".</summary>
    public static byte[] Workbook(params (string Name, string[][] Rows)[] sheets)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                Package = "http://schemas.openxmlformats.org/package/2006";
            Part(
                zip,
                "[Content_Types].xml",
                $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>"""
            );
            Part(
                zip,
                "_rels/.rels",
                $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Types}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""
            );
            Part(
                zip,
                "xl/workbook.xml",
                $"""<workbook xmlns="{Main}" xmlns:r="{Types}"><sheets>{string.Concat(sheets.Select((s, i) => $"""<sheet name="{s.Name}" sheetId="{i + 1}" r:id="rId{i + 1}"/>"""))}</sheets></workbook>"""
            );
            Part(
                zip,
                "xl/_rels/workbook.xml.rels",
                $"""<Relationships xmlns="{Package}/relationships">{string.Concat(sheets.Select((_, i) => $"""<Relationship Id="rId{i + 1}" Type="{Types}/worksheet" Target="worksheets/sheet{i + 1}.xml"/>"""))}</Relationships>"""
            );
            for (var i = 0; i < sheets.Length; i++)
                Part(
                    zip,
                    $"xl/worksheets/sheet{i + 1}.xml",
                    $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(sheets[i].Rows.Select((r, n) => $"""<row r="{n + 1}">{string.Concat(r.Select((cell, c) => Cell(cell, c, n + 1)))}</row>"""))}</sheetData></worksheet>"""
                );
        }
        return file.ToArray();
    }

    public static DirectoryFile Read(byte[] file, string name = "2022.xlsx", CodeTable? codes = null, string? edition = null) =>
        DirectoryReader
            .ReadAsync(new MemoryStream(file), name, edition, codes ?? CodeTable.Empty, null, TestContext.Current.CancellationToken)
            .GetAwaiter()
            .GetResult();

    public static DirectoryChange Import(DirectoryChange? before, DirectoryFile file) =>
        DirectoryMerge.Apply(before?.Places ?? [], before?.Codes ?? CodeTable.Empty, file, ZipCentroids.Census);

    private static string Cell(string text, int column, int row) =>
        text switch
        {
            "" => "",
            ['#', .. var number] => $"""<c r="{Letters(column)}{row}"><v>{number}</v></c>""",
            _ => $"""<c r="{Letters(column)}{row}" t="inlineStr"><is><t>{SecurityElement.Escape(text)}</t></is></c>""",
        };

    private static string Letters(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : $"{(char)('A' + column / 26 - 1)}{(char)('A' + column % 26)}";

    private static void Part(ZipArchive zip, string name, string text)
    {
        using var part = new StreamWriter(zip.CreateEntry(name).Open());
        part.Write(text);
    }
}
