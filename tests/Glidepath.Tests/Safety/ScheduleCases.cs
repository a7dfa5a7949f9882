using System.Text.Json;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

/// <summary>The published schedules.</summary>
internal static class ScheduleCases
{
    private static readonly JsonElement Root = JsonDocument.Parse(File.ReadAllText(TestData.File("cases/taper-cases.json"))).RootElement;

    public static JsonElement Case(string id) =>
        Root.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == id);

    public static decimal[] Doses(string id, string property) =>
        [.. Case(id).GetProperty(property).EnumerateArray().Select(d => d.GetDecimal())];

    public static DoseSchedule Schedule(Benzodiazepine drug, IReadOnlyList<decimal> doses, Func<int, int> heldDays)
    {
        var rows = new List<ScheduledDose>();
        var day = A.Day;
        for (var i = 0; i < doses.Count; i++)
        {
            rows.Add(new ScheduledDose(day, new Dose(doses[i])));
            day = day.AddDays(heldDays(i));
        }
        return new DoseSchedule(drug, rows);
    }

    /// <summary>Doses that a cut in breach leads to, in the order of the schedule.</summary>
    public static IReadOnlyList<decimal> Breaches(DoseSchedule schedule, RuleSet ruleSet, string? reading = null)
    {
        var verdicts = ScheduleCheck.Check(schedule, PatientFacts.None, ruleSet);
        var verdict = reading is null ? verdicts[0] : verdicts.Single(v => v.Reading == reading);
        return
        [
            .. verdict.Findings.Where(f => f.Severity is Severity.Breach).Select(f => schedule.Doses[f.Step!.Value].DailyDose.Milligrams),
        ];
    }
}
