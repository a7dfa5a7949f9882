using System.Globalization;
using CsvHelper;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Paper.Tapering.Levels;

/// <summary>A simulation as CSV: one row an analyte and hour.</summary>
public static class LevelSheet
{
    public static string Write(LevelProfile profile)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var column in new[] { "analyte", "hour", "low_ng_ml", "typical_ng_ml", "high_ng_ml" })
                csv.WriteField(column);
            csv.NextRecord();
            foreach (var levels in profile.Analytes)
                for (var i = 0; i < levels.Hours.Count; i++)
                {
                    csv.WriteField(levels.Analyte);
                    foreach (var value in new[] { levels.Hours[i], levels.Low[i], levels.Typical[i], levels.High[i] })
                        csv.WriteField(LevelDocument.Rounded(value));
                    csv.NextRecord();
                }
        }
        return text.ToString();
    }
}
