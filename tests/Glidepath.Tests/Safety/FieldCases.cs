using Glidepath.Paper.Tapering;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Tests.Shared;

namespace Glidepath.Tests.Safety;

/// <summary>Schedules that people brought.</summary>
internal static class FieldCases
{
    public static readonly IReadOnlyList<string> All =
    [
        "crash.csv",
        "daily20.csv",
        "win1.csv",
        "win2.csv",
        "d2.csv",
        "forum13.csv",
        "T18-r1.csv",
        "r25.csv",
        "r25b.csv",
        "W-wandsworth.csv",
        "alt.csv",
        "trailing.csv",
        "fhir.json",
    ];

    public static string Path(string file) => TestData.File($"cases/field/{file}");

    public static string Text(string file) => File.ReadAllText(Path(file));

    /// <summary>The drug the case is about, or one that its doses fit.</summary>
    public static Benzodiazepine Drug(string file) =>
        file is "fhir.json" or "W-wandsworth.csv" or "T18-r1.csv" ? BenzodiazepineTable.Diazepam : BenzodiazepineTable.Clonazepam;

    public static DoseSchedule Read(string file)
    {
        var schedule = file.EndsWith(".json", StringComparison.Ordinal)
            ? ScheduleReader.ReadJson(Drug(file), Text(file), out var error)
            : ScheduleReader.ReadCsv(Drug(file), Text(file), out error);
        Assert.Null(error);
        return schedule!;
    }

    /// <summary>The steps that a breach of the Joint Guideline stands at, in its default reading.</summary>
    public static IReadOnlyList<int> BreachSteps(DoseSchedule schedule) =>
        [
            .. ScheduleCheck
                .Check(schedule, PatientFacts.None, RuleSetTable.Asam)[0]
                .Findings.Where(f => f.Severity is Severity.Breach)
                .Select(f => f.Step!.Value),
        ];

    public static Finding Only(DoseSchedule schedule, string rule) =>
        Assert.Single(ScheduleCheck.Check(schedule, PatientFacts.None, RuleSetTable.Asam)[0].Findings, f => f.Rule == rule);
}
