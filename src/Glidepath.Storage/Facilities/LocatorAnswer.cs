using System.Text;
using System.Text.Json;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Storage.Facilities;

/// <summary>
/// An answer of the locator's programming interface, second version: one page, or an array of pages. It gives services as names under a
/// category (f1 its name, f2 its code, f3 names parted by semicolons), which are turned back into codes.
/// </summary>
internal static class LocatorAnswer
{
    private static readonly string[] HsdsMembers = ["contents", "organization", "organization_id", "service_at_locations", "openapi_url"];

    public static DirectoryFile Read(MemoryStream file, Edition edition, CodeTable codes)
    {
        try
        {
            var text =
                Encoding.UTF8.GetPreamble() is var mark && file.GetBuffer().AsSpan(0, (int)file.Length) is var all && all.StartsWith(mark)
                    ? file.GetBuffer().AsMemory(3, (int)file.Length - 3)
                    : file.GetBuffer().AsMemory(0, (int)file.Length);
            using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = 16 });
            RefuseHsds(document.RootElement);
            if (codes.Codes.Count == 0)
                throw new DirectoryFileException(
                    "The locator gives names in place of codes, and no table of codes is known yet. Import a SAMHSA National Directory "
                        + "first."
                );
            return Read(document.RootElement, edition, codes);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            throw new DirectoryFileException(
                broken is JsonException { LineNumber: { } line }
                    ? $"The file is not whole JSON: see line {line + 1:N0}. It was cut short or changed on its way."
                    : "The file is JSON and holds text that is not UTF-8, or a value where another kind was expected."
            );
        }
    }

    /// <summary>
    /// Open Referral's shape, which this program gives out itself: whole JSON, and no directory that could be read back. It has names of
    /// its own for services, which each publisher chooses.
    /// </summary>
    private static void RefuseHsds(JsonElement root)
    {
        var first = root.ValueKind is JsonValueKind.Array && root.GetArrayLength() > 0 ? root[0] : root;
        if (
            first.ValueKind is JsonValueKind.Object
            && HsdsMembers.FirstOrDefault(name => first.TryGetProperty(name, out _)) is { } member
            && !first.TryGetProperty("rows", out _)
        )
            throw new DirectoryFileException(
                $"The JSON is in the shape of HSDS (Open Referral): it has \"{member}\". "
                    + "HSDS has no service codes that a search could use, so it is given out and not read. Accepted as JSON: "
                    + "an answer of FindTreatment.gov's locator."
            );
    }

    private static DirectoryFile Read(JsonElement root, Edition edition, CodeTable codes)
    {
        var (rows, claimed, number, names) = (new RowReader(), 0L, 0, new HashSet<string>());
        foreach (var page in root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList() : [root])
        {
            if (
                page.ValueKind != JsonValueKind.Object
                || !page.TryGetProperty("rows", out var list)
                || list.ValueKind != JsonValueKind.Array
            )
                throw new DirectoryFileException("The JSON is no answer of the locator: it has no \"rows\" with a list of facilities.");
            claimed = Math.Max(claimed, Number(page, "recordCount"));
            foreach (var row in list.EnumerateArray())
            {
                if (++number > DirectoryLimits.Rows)
                    throw new DirectoryFileException($"The answer has more than {DirectoryLimits.Rows:N0} rows; no directory has.");
                if (row.ValueKind != JsonValueKind.Object)
                    throw new DirectoryFileException($"Row {number:N0} is no facility.");
                rows.Add(Text(row, number), Codes(row, codes, names));
            }
        }
        if (claimed > number)
            throw new DirectoryFileException(
                $"The answer says that {claimed:N0} facilities were found and holds {number:N0}: fetch every page and put them "
                    + $"into one array."
            );
        var of = edition.Known();
        // What no row of an answer has may not have been asked for.
        return new(DirectorySource.LocatorApi, of.Text, of.AsOf, rows.All(), CodeTable.Empty, names, rows.Unreadable);
    }

    private static RowText Text(JsonElement row, int number) =>
        new(
            number,
            FacilityKinds.Read(
                String(row, "typeFacility") is { Length: > 0 } type ? type : String(row, "type_facility"),
                number,
                isStated: true
            ),
            String(row, "name1"),
            String(row, "name2"),
            String(row, "street1"),
            String(row, "street2"),
            String(row, "city"),
            String(row, "state"),
            String(row, "zip"),
            String(row, "county"),
            String(row, "phone"),
            [String(row, "intake1"), String(row, "intake2"), String(row, "hotline1")],
            String(row, "website"),
            String(row, "latitude"),
            String(row, "longitude")
        );

    private static List<string> Codes(JsonElement row, CodeTable table, HashSet<string> names)
    {
        var codes = new List<string>();
        // Opioid treatment programmes and health centres have null here.
        if (!row.TryGetProperty("services", out var services) || services.ValueKind != JsonValueKind.Array)
            return codes;
        foreach (var group in services.EnumerateArray())
        foreach (var name in String(group, "f3").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            if ((table.FindByName(String(group, "f2"), name)?.Code ?? Unknown(name)) is var code && !codes.Contains(code))
            {
                codes.Add(code);
                names.Add(code);
            }
        return codes;
    }

    /// <summary>Kept under a code that no edition can have, so that it is reported and not lost.</summary>
    private static string Unknown(string name) =>
        "~" + string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant() is var code && code.Length > 40 ? code[..40] : code;

    private static string String(JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var value)
            ? value.ValueKind switch
            {
                JsonValueKind.String => Checked(value.GetString()!),
                JsonValueKind.Number => value.GetRawText(),
                _ => "",
            }
            : "";

    private static string Checked(string text) =>
        text.Contains('\uFFFD', StringComparison.Ordinal)
            ? throw new DirectoryFileException(
                $"The text \"{Sheets.Shorten(text)}\" was spoiled when the answer was saved in another encoding. Fetch it again as UTF-8."
            )
            : string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();

    private static long Number(JsonElement row, string name) => long.TryParse(String(row, name), out var value) ? value : 0;
}
