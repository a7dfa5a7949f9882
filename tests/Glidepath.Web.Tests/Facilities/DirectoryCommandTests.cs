using System.Text;
using System.Text.Json;
using Glidepath.Application.Privacy;
using Microsoft.Data.Sqlite;

namespace Glidepath.Web.Tests.Facilities;

/// <summary>directory and find, as somebody types them: into a folder where nothing is yet.</summary>
public sealed class DirectoryCommandTests : IDisposable
{
    private const string Head =
        "    name1,name2,street1,street2,city,state,zip,county,phone,website,latitude,longitude,type_facility,sa,bdtx,co,md,zz \n";

    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("glidepath-directory-").FullName;

    private string Data => Path.Combine(_folder, "data");

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        System.IO.Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void A_file_is_imported_counted_and_searched()
    {
        var file = Export(
            "export 2025-08-19.csv",
            Row("Oak House", "1 Oak Street", "1,1,1,1,1"),
            Row("Elm House", "2 Elm Street", "1,1,,,"),
            Row("Ash Clinic", "3 Ash Street", "1,,,1,")
        );
        var (code, said) = Run("directory", "import", file, "--data", Data, "--dry-run");
        Assert.True(code == 0 && said.Contains("Dry run: nothing was changed", StringComparison.Ordinal), said);
        Assert.False(System.IO.Directory.Exists(Data));
        (code, said) = Run("directory", "import", file, "--data", Data);
        Assert.True(code == 0 && said.Contains("3 rows", StringComparison.Ordinal), said);

        using var stats = JsonDocument.Parse(Run("directory", "stats", "--json", "--data", Data).Said);
        Assert.Equal(
            ["edition", "rows", "places", "programmes", "codes", "unknownCodes"],
            stats.RootElement.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal("""{"BDTX":2,"CO":1,"MD":2,"SA":3,"ZZ":1}""", Compact(stats.RootElement.GetProperty("codes")));
        Assert.Equal(
            ("2025-08-19", 3, 3, 3),
            (
                stats.RootElement.GetProperty("edition").GetString(),
                Number(stats, "rows"),
                Number(stats, "places"),
                Number(stats, "programmes")
            )
        );
        // No workbook was imported, so that no table explains any of them.
        Assert.Equal(5, stats.RootElement.GetProperty("unknownCodes").EnumerateObject().Count());

        using var found = JsonDocument.Parse(
            Run(
                "find",
                "--near",
                "92262",
                "--need",
                "benzodiazepine-withdrawal,co-occurring",
                "--payer",
                "medicaid",
                "--within",
                "50",
                "--json",
                "--data",
                Data
            ).Said
        );
        Assert.Equal(["count", "withinMiles", "results", "relaxations"], found.RootElement.EnumerateObject().Select(p => p.Name));
        Assert.Equal((1, 50d), (Number(found, "count"), found.RootElement.GetProperty("withinMiles").GetDouble()));
        var first = found.RootElement.GetProperty("results")[0];
        Assert.Equal(
            ["name", "city", "state", "zip", "miles", "score", "fits", "misses", "notListed"],
            first.EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            ("Oak House", "Palm Springs", "CA", "92262"),
            (
                first.GetProperty("name").GetString(),
                first.GetProperty("city").GetString(),
                first.GetProperty("state").GetString(),
                first.GetProperty("zip").GetString()
            )
        );
        Assert.All(
            found.RootElement.GetProperty("relaxations").EnumerateArray(),
            r => Assert.Equal(["drop", "gain"], r.EnumerateObject().Select(p => p.Name))
        );

        said = Run("find", "--near", "Palm Springs, CA", "--need", "benzodiazepine-withdrawal", "--data", Data).Said;
        Assert.Contains("911", said, StringComparison.Ordinal);
        Assert.Contains("Source: FindTreatment.gov export (as of 2025-08-19)", said, StringComparison.Ordinal);
    }

    [Fact]
    public void The_least_setting_that_a_clinician_set_comes_first_and_what_lists_none_is_asked()
    {
        // The column zz is a house to live in here.
        var file = Path.Combine(_folder, "export 2025-08-19.csv");
        File.WriteAllText(
            file,
            Head.Replace("zz", "res", StringComparison.Ordinal)
                + Row("Elm House", "2 Elm Street", "1,1,,,")
                + Row("Oak House", "1 Oak Street", "1,1,,,1"),
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
        );
        Assert.Equal(0, Run("directory", "import", file, "--data", Data).Code);
        using var anywhere = JsonDocument.Parse(Run("find", "--json", "--data", Data).Said);
        using var least = JsonDocument.Parse(Run("find", "--minimum-setting", "residential", "--json", "--data", Data).Said);
        Assert.Equal((2, 1), (Number(anywhere, "count"), Number(least, "count")));
        var first = least.RootElement.GetProperty("results")[0];
        Assert.Equal(
            ("Oak House", "setting-residential|setting-residential-withdrawal|setting-hospital"),
            (first.GetProperty("name").GetString(), first.GetProperty("fits")[0].GetString())
        );
    }

    [Fact]
    public void What_is_not_understood_is_told_in_one_line_with_what_was_meant()
    {
        Assert.Contains("there is no store", Refused("directory", "stats", "--data", Data), StringComparison.Ordinal);
        var file = Export("export 2025-08-19.csv", Row("Oak House", "1 Oak Street", "1,1,1,1,1"));
        Assert.Equal(0, Run("directory", "import", file, "--data", Data).Code);
        Assert.Contains(
            "did you mean co-occurring?",
            Refused("find", "--near", "92262", "--need", "co-ocurring", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "did you mean medicaid?",
            Refused("find", "--near", "92262", "--payer", "medicad", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "did you mean Palm Springs, California?",
            Refused("find", "--near", "Palm Sprngs, CA", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "co-occurring\", which is asked for as well",
            Refused("find", "--near", "92262", "--need", "co-occurring", "--not", "co-occurring", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "read \"00000\"; accepted: a ZIP as 92262",
            Refused("find", "--near", "00000", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "did you mean setting-residential?",
            Refused("find", "--minimum-setting", "setting-residental", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "accepted: setting-office, setting-outpatient-withdrawal,",
            Refused("find", "--minimum-setting", "cbt", "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains("there is no file", Refused("directory", "import", file + "x", "--data", Data), StringComparison.Ordinal);
        Assert.Contains(
            "does not tell its edition",
            Refused("directory", "import", Export("plain.csv", Row("Oak House", "1 Oak Street", "1,1,1,1,1")), "--data", Data),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_file_that_is_unsound_older_or_far_too_short_leaves_the_directory_as_it_was()
    {
        var rows = Enumerable.Range(1, 10).Select(i => Row($"House {i} Care", $"{i} Oak Street", "1,1,,,")).ToArray();
        Assert.Equal(0, Run("directory", "import", Export("a 2025-01-01.csv", rows), "--data", Data).Code);
        var before = Run("directory", "stats", "--json", "--data", Data).Said;
        Assert.Contains(
            "cut short",
            Refused("directory", "import", Export("b 2025-02-01.csv", [.. rows[..9], rows[9][..40]]), "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "--allow-drop",
            Refused("directory", "import", Export("c 2025-02-01.csv", rows[..8]), "--data", Data),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "holds a newer edition",
            Refused("directory", "import", Export("d 2024-02-01.csv", rows), "--data", Data),
            StringComparison.Ordinal
        );
        var swapped = Enumerable
            .Range(1, 30)
            .Select(i =>
                Row($"House {i} Care", $"{i} Oak Street", "1,1,,,")
                    .Replace("33.83,-116.54", "-116.54,33.83", StringComparison.Ordinal)
                    .Replace("-116.54", "-76.54", StringComparison.Ordinal)
            )
            .ToArray();
        Assert.Contains(
            "seem to be swapped",
            Refused("directory", "import", Export("e 2025-02-01.csv", swapped), "--data", Data, "--allow-drop"),
            StringComparison.Ordinal
        );
        Assert.Equal(before, Run("directory", "stats", "--json", "--data", Data).Said);
        Assert.Equal(0, Run("directory", "import", Export("c 2025-02-01.csv", rows[..8]), "--data", Data, "--allow-drop").Code);
        Assert.Contains("8 programs at 8 places", Run("directory", "stats", "--data", Data).Said, StringComparison.Ordinal);
    }

    private static string Row(string name, string street, string codes) =>
        $"{name},,{street},,Palm "
        + $"Springs,CA,92262,Riverside,760-555-{int.Parse(string.Concat(street.TakeWhile(char.IsAsciiDigit)), System.Globalization.CultureInfo.InvariantCulture):0000},https://example.org,33.83,-116.54,SU,{codes}\n";

    private string Export(string name, params string[] rows)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, Head + string.Concat(rows), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        return path;
    }

    private static int Number(JsonDocument document, string name) => document.RootElement.GetProperty(name).GetInt32();

    private static string Compact(JsonElement element) => JsonSerializer.Serialize(element);

    private static string Refused(params string[] arguments)
    {
        var (code, said) = Run(arguments);
        Assert.True(code == 2, $"{code}: {said}");
        Assert.Single(said.TrimEnd().Split('\n'));
        return said;
    }

    private static (int Code, string Said) Run(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = Cli.Program.Run(arguments, output, error, TimeProvider.System);
        return (code, string.Join(' ', output.ToString().Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)) + error);
    }
}
