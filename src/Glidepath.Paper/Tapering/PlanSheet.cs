using System.Globalization;
using CsvHelper;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A plan as CSV, one row a step; the four times of day that have names always have a column, a clock time where the plan uses it.
/// <c>check</c> reads it back. Where the first hold was shortened, the starting regimen is dated from an interval earlier,
/// since those days were spent on it.
/// </summary>
public static class PlanSheet
{
    public static string Write(TaperPlan plan, SafetyText safety)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            TimeOfDay[] times = [.. TimesOfDay.All, .. plan.Times().Where(t => !t.IsNamed)];
            Row(
                csv,
                [
                    "start",
                    "end",
                    "daily_mg",
                    .. times.Select(Column),
                    "reduction_percent_of_current",
                    "reduction_percent_of_original",
                    "how",
                    "findings",
                    "status",
                ]
            );
            var careFirst = string.Concat(
                plan.Findings.Where(f => f.Severity is Severity.CareFirst).Select(f => $" CARE FIRST: {f.Message}")
            );
            var status = $"{safety.Draft}{(plan.Request.OverrideInForce is { } reason ? $" Override: {reason}" : "")}{careFirst}";
            foreach (var (step, dated) in plan.Steps.Zip(plan.ToSchedule().Doses))
                Row(
                    csv,
                    [
                        Date(dated.Start),
                        step.End is { } end ? Date(end) : "",
                        Mg(step.DailyDose),
                        .. times.Select(t => Mg(step.Regimen[t])),
                        SafeNumber.Write(Math.Round(step.ReductionPercentOfCurrent, 1)),
                        SafeNumber.Write(Math.Round(step.ReductionPercentOfOriginal, 1)),
                        Sig.For(step).InWords(),
                        string.Join(' ', step.Findings.Where(f => f.Severity > Severity.Note).Select(f => f.Rule)),
                        status,
                    ]
                );
        }
        return text.ToString();
    }

    private static void Row(CsvWriter csv, IEnumerable<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(Harmless(field));
        csv.NextRecord();
    }

    /// <summary>A cell that a spreadsheet would run as a formula is made text.</summary>
    private static string Harmless(string field) =>
        field.Length > 0 && "=+-@\t".Contains(field[0], StringComparison.Ordinal) ? "'" + field : field;

    /// <summary><c>morning_mg</c>, <c>08:30_mg</c>.</summary>
    internal static string Column(TimeOfDay time) => $"{time.Word()}_mg";

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Mg(Dose dose) => SafeNumber.Write(dose.Milligrams);
}
