using System.Text;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Tests.Facilities;

/// <summary>An answer for a region, over a directory that knows more of the same state.</summary>
public class DirectoryRegionTests
{
    private static readonly DirectoryRegion Region = new(MadeUp.PalmSprings, 25);

    [Fact]
    public void An_answer_takes_back_only_what_surely_lies_in_its_region()
    {
        var before = MadeFile.Import(
            new([], MadeFile.Codes, null!),
            Answer("2026-11-01.json", null, Row("Stays", 0), Row("Gone", 20), Row("Edge", 24.9), Row("Outside", 30), Row("Nowhere", null))
        );
        var after = MadeFile.Import(before, Answer("2026-12-01.json", Region, Row("Stays", 0)));
        Assert.Equal(["Edge House", "Nowhere House", "Outside House", "Stays House"], after.Places.Select(p => p.Name).Order());
        // What may have been in the region is what the answer is counted against: a state is not.
        Assert.Equal((4, 1, 1, 0.75), (after.Diff.RowsBefore, after.Diff.Rows, after.Diff.ProgrammesRemoved, after.Diff.Lost));
    }

    [Fact]
    public void Another_region_of_the_state_is_no_drop_of_rows()
    {
        var before = MadeFile.Import(
            new([], MadeFile.Codes, null!),
            Answer("2026-11-01.json", null, [.. Enumerable.Range(0, 10).Select(i => Row($"{(char)('A' + i)}", 100 + i))])
        );
        var after = MadeFile.Import(before, Answer("2026-12-01.json", Region, Row("New", 0)));
        Assert.Equal((11, 0, 0, false), (after.Places.Count, after.Diff.RowsBefore, after.Diff.ProgrammesRemoved, after.Diff.IsCollapse));
    }

    [Fact]
    public void A_saved_file_without_a_region_speaks_of_every_state_in_it_as_before()
    {
        var before = MadeFile.Import(new([], MadeFile.Codes, null!), Answer("2026-11-01.json", null, Row("Stays", 0), Row("Outside", 30)));
        Assert.Equal("Stays House", Assert.Single(MadeFile.Import(before, Answer("2026-12-01.json", null, Row("Stays", 0))).Places).Name);
    }

    private static DirectoryFile Answer(string name, DirectoryRegion? region, params string[] rows) =>
        MadeFile.Read(
            Encoding.UTF8.GetBytes($$"""{"page":1,"totalPages":1,"recordCount":{{rows.Length}},"rows":[{{string.Join(',', rows)}}]}"""),
            name,
            MadeFile.Codes
        ) with
        {
            Region = region,
        };

    /// <param name="north">Miles from the middle of the region; null leaves the place at the middle of its ZIP area. Far from that area an
    /// address is not believed, so that each has an area of its own.</param>
    private static string Row(string name, double? north)
    {
        var at = north is { } miles
            ? string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"\"latitude\":\"{MadeUp.PalmSprings.Latitude + miles / 69.0935}\",\"longitude\":\"{MadeUp.PalmSprings.Longitude}\","
            )
            : "";
        return $$"""{"name1":"{{name}} House","street1":"1 {{name}} Street","city":"Palm Springs","state":"CA","zip":"{{(north > 20 ? "00001" : "92262")}}",{{at}}"typeFacility":"SA","services":null}""";
    }
}
