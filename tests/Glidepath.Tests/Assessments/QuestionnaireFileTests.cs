using System.Text;
using System.Text.Json;
using CsCheck;
using Glidepath.Treatment.Assessments;

namespace Glidepath.Tests.Assessments;

public class QuestionnaireFileTests
{
    private const string Ordinal = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    [Fact]
    public void A_ciwa_b_file_gives_an_instrument_of_twenty_items_to_eighty()
    {
        var instrument = Read(File(20, 4), FileScheme.CiwaB).Instrument!;
        Assert.Equal((20, 80, Wording.FromFile), (instrument.Scored.Count(), instrument.Most, instrument.Wording));
        foreach (var band in instrument.Bands)
        foreach (var edge in new[] { band.From, band.To })
            Assert.Equal(band.Name, Score.Of(instrument, GoldenScoreTests.Reaching(instrument, edge)).Band!.Name);
        Assert.Equal(37, Score.Of(instrument, GoldenScoreTests.Reaching(instrument, 37)).Total);
    }

    [Fact]
    public void A_bwsq_file_gives_forty_and_the_cut_off_lies_above_twenty()
    {
        var instrument = Read(File(20, 2), FileScheme.Bwsq).Instrument!;
        Assert.Equal(40, instrument.Most);
        Assert.Empty(Score.Of(instrument, GoldenScoreTests.Reaching(instrument, 20)).Reached(instrument));
        Assert.Single(Score.Of(instrument, GoldenScoreTests.Reaching(instrument, 21)).Reached(instrument));
    }

    [Fact]
    public void Sleep_hours_are_recorded_and_not_scored()
    {
        var hours =
            """{"linkId":"21","text":"Hours","type":"integer","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/minValue","valueInteger":0},{"url":"http://hl7.org/fhir/StructureDefinition/maxValue","valueInteger":24}]}""";
        var instrument = Read(File(20, 4, hours), FileScheme.CiwaB).Instrument!;
        Assert.Equal((21, 80, false), (instrument.Items.Count, instrument.Most, instrument.Find("21")!.IsScored));
    }

    [Fact]
    public void An_item_that_speaks_of_suicide_opens_the_safety_step()
    {
        var file = File(20, 4).Replace("Item 7", "Thoughts of suicide", StringComparison.Ordinal);
        Assert.True(Read(file, FileScheme.CiwaB).Instrument!.Find("7")!.OpensSafetyStep);
    }

    [Fact]
    public void Ciwa_ar_items_under_the_name_of_ciwa_b_are_refused() =>
        Assert.Contains(
            "expected 20 for CIWA-B",
            Assert.Single(Read(File(10, 7), FileScheme.CiwaB).Problems, p => p.Field == "item").ToString()
        );

    [Theory]
    [InlineData("""{"resourceType":"Patient"}""", "resourceType", "\"Patient\"")]
    [InlineData("""{}""", "resourceType", "nothing")]
    [InlineData("""[]""", "resourceType", "nothing")]
    [InlineData("""{"resourceType":"Questionnaire","status":"active"}""", "item", "nothing")]
    [InlineData("""{"resourceType":"Questionnaire","status":"live","item":[]}""", "status", "\"live\"")]
    [InlineData(
        """{"resourceType":"Questionnaire","status":"active","item":[{"type":"choice","text":"a"}]}""",
        "item[0].linkId",
        "nothing"
    )]
    [InlineData(
        """{"resourceType":"Questionnaire","status":"active","item":[{"type":"choice","linkId":"1"}]}""",
        "item[0].text",
        "nothing"
    )]
    [InlineData(
        """{"resourceType":"Questionnaire","status":"active","item":[{"type":"open-choice","linkId":"1","text":"a"}]}""",
        "item[0].type",
        "\"open-choice\""
    )]
    [InlineData(
        """{"resourceType":"Questionnaire","status":"active","item":[{"type":"choice","linkId":"1","text":"a"}]}""",
        "item[0].answerOption",
        "nothing"
    )]
    [InlineData(
        """{"resourceType":"Questionnaire","status":"active","item":[{"type":"choice","linkId":"1","text":"a","answerOption":[{"valueString":"x"}]}]}""",
        "item[0].answerOption[0]",
        "{\"valueString\":\"x\"}"
    )]
    [InlineData(
        """{"resourceType":"Questionnaire","status":"active","item":[{"type":"group","item":[{"type":"integer","linkId":"1","text":"a"}]}]}""",
        "item[0].item[0].extension",
        "minValue nothing, maxValue nothing"
    )]
    [InlineData("""{"resourceType":"Questionnaire","status":"active","item":[7]}""", "item[0].type", "nothing")]
    [InlineData("not json", "file", "no JSON at line 1")]
    public void A_broken_file_is_refused_with_field_value_and_what_was_expected(string json, string field, string found)
    {
        var reading = Read(json, FileScheme.CiwaB);
        Assert.Null(reading.Instrument);
        Assert.Contains(reading.Problems, p => p.Field == field && p.Found == found && p.Expected.Length > 0);
    }

    [Fact]
    public void A_file_above_a_megabyte_is_not_read() =>
        Assert.Equal(
            "file: found 1000001 bytes; expected at most 1000000 bytes",
            Assert.Single(QuestionnaireFile.Read(new byte[QuestionnaireFile.MostBytes + 1], FileScheme.CiwaB).Problems).ToString()
        );

    [Fact]
    public void Two_items_with_one_link_id_are_refused() =>
        Assert.Contains(
            Read(File(20, 4).Replace("\"linkId\":\"2\"", "\"linkId\":\"1\"", StringComparison.Ordinal), FileScheme.CiwaB).Problems,
            p => p.Field == "linkId"
        );

    [Fact]
    public void Any_bytes_are_an_answer_and_never_a_crash() =>
        Gen.Select(Gen.Int[0, 5000], Gen.Byte, Gen.Int[0, 3])
            .Sample(
                (at, value, kind) =>
                {
                    var bytes = Encoding.UTF8.GetBytes(File(20, 4));
                    bytes[at % bytes.Length] = value;
                    var reading = QuestionnaireFile.Read(kind == 0 ? bytes.AsMemory(0, at % bytes.Length) : bytes, FileScheme.CiwaB);
                    return reading.Instrument is null != (reading.Problems.Count == 0);
                }
            );

    private static FileReading Read(string json, FileScheme scheme) => QuestionnaireFile.Read(Encoding.UTF8.GetBytes(json), scheme);

    private static string File(int items, int most, string? more = null)
    {
        var options = string.Join(
            ",",
            Enumerable
                .Range(0, most + 1)
                .Select(s =>
                    $$$"""{"valueCoding":{"code":"{{{s}}}","display":"Step {{{s}}}","extension":[{"url":"{{{Ordinal}}}","valueDecimal":{{{s}}} }]}}"""
                )
        );
        var list = Enumerable
            .Range(1, items)
            .Select(i => $$"""{"linkId":"{{i}}","text":"Item {{i}}","type":"choice","answerOption":[{{options}}]}""");
        var json =
            $$"""{"resourceType":"Questionnaire","status":"active","item":[{"linkId":"g","type":"group","text":"All","item":[{{string.Join(",", more is null ? list : list.Append(more))}}]}]}""";
        using var _ = JsonDocument.Parse(json);
        return json;
    }
}
