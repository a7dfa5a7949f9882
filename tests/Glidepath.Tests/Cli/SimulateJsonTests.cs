using System.Text.Json;

namespace Glidepath.Tests.Cli;

/// <summary>
/// The shape of <c>simulate --json</c> that other programs rely on: more may stand there, never less, and never a number that is none.
/// </summary>
public class SimulateJsonTests
{
    private static readonly string[] Summary = ["cmax", "tmaxHours", "trough", "average", "swingPercent", "accumulation", "halfLifeHours"];

    [Theory]
    [InlineData("simulate clonazepam --single-dose 2 --json", 337)]
    [InlineData("simulate diazepam \"5 mg morning, 5 mg bedtime\" --days 3 --every-hours 4 --json", 19)]
    [InlineData("simulate chlordiazepoxide \"25 mg morning\" --days 2 --patients 30 --json", 49)]
    [InlineData("simulate clonazepam \"1 mg morning\" --days 14 --levels \"2026-12-10 07:00 9 ng/mL\" --every-hours 24 --json", 15)]
    [InlineData("simulate zolpidem --single-dose 10 --days 100 --json", 2_401)]
    [InlineData("simulate clonazepam \"1 mg morning\" --days 3 --events \"2026-12-01 missed morning\" --json", 73)]
    [InlineData(
        "simulate clonazepam --single-dose 0.000001 --days 3653 --every-hours 24 --weight 300 --events \"2026-12-01 clearance "
            + "3000 %\" --json",
        3_654
    )]
    public void It_has_every_field_that_was_asked_for(string line, int points)
    {
        using var document = JsonDocument.Parse(CommandLine.Run(line).Done());
        var root = document.RootElement;
        var words = line.Split(' ');
        Assert.Equal(words[1], root.GetProperty("drug").GetString());
        Assert.Equal(words[1], root.GetProperty("analytes")[0].GetProperty("name").GetString());
        foreach (var analyte in root.GetProperty("analytes").EnumerateArray())
        {
            Assert.Equal("ng/mL", analyte.GetProperty("unit").GetString());
            Assert.Equal(points, analyte.GetProperty("points").GetArrayLength());
            Assert.Equal(0, analyte.GetProperty("points")[0].GetProperty("hour").GetDouble());
            Assert.All(analyte.GetProperty("points").EnumerateArray(), Rises);
            Assert.All(Summary, name => Rises(analyte.GetProperty("summary").GetProperty(name)));
        }
        foreach (var parameter in root.GetProperty("parameters").EnumerateArray())
        {
            Assert.All(
                new[] { "symbol", "unit", "source" },
                name => Assert.False(string.IsNullOrEmpty(parameter.GetProperty(name).GetString()))
            );
            Assert.InRange(
                parameter.GetProperty("value").GetDouble(),
                parameter.GetProperty("low").GetDouble(),
                parameter.GetProperty("high").GetDouble()
            );
        }
    }

    /// <summary>JSON has no word for what is not a number, so that reading one is enough.</summary>
    private static void Rises(JsonElement band)
    {
        var (low, typical, high) = (
            band.GetProperty("low").GetDouble(),
            band.GetProperty("typical").GetDouble(),
            band.GetProperty("high").GetDouble()
        );
        Assert.True(low >= 0 && low <= typical && typical <= high, $"{low}, {typical}, {high}");
    }
}
