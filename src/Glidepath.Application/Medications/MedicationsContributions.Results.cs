using Glidepath.Application.Shared;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Medications;

internal static partial class MedicationsContributions
{
    private static readonly RecordName ResultsName = new(typeof(ObservationResult), "your test results");

    private static readonly LeftOut ResultsLeft = new(
        RecordList.Today,
        "A result is read by people; one that is not confirmed changes nothing.",
        typeof(ObservationResult)
    );

    private static readonly TimelineRows ResultsOnTimeline = TimelineRows.Of<ObservationResult>(
        (r, _) =>
            new(
                r.Id,
                HappeningKind.Assessment,
                r.Details.TakenOn,
                r.RecordedAt,
                r.RecordedBy,
                T["TestResultLine", r.Details.What, r.Details.InWords(), r.Details.Specimen.InWords(), r.Details.Method.InWords()],
                r.Details.WhyExpected,
                r.AmendmentReason,
                r.AmendsId
            )
    );

    private static readonly CopySection ResultsInCopy = new(
        InformationCategory.Assessments,
        "Test results",
        ["Taken on", "Test", "Result", "Laboratory"],
        CopyRows.One<ObservationResult>(
            r => r.Details.TakenOn,
            r =>
                [
                    CopyText.Day(r.Details.TakenOn),
                    T["TestOf", r.Details.What, r.Details.Specimen.InWords(), r.Details.Method.InWords()],
                    r.Details.InWords(),
                    r.Details.Lab,
                ]
        )
    )
    {
        Empty = "No test result is on record.",
    };

    /// <summary>By recipe: a screen that missed what is taken, and what the confirmed test found.</summary>
    private static readonly Dictionary<string, TestMethod[]> DemoResults = new()
    {
        ["first-cut-made"] = [TestMethod.Immunoassay, TestMethod.Confirmed],
    };

    private static readonly DemoEntries ResultsInDemo = DemoEntries.For(
        DemoResults,
        (person, methods) =>
            methods.Select(method =>
            {
                var day = person.Day(person.CameDaysAgo);
                return ObservationResult.Record(
                    person.Episode,
                    new ResultDetails(
                        ResultKind.DrugTest,
                        "Clonazepam and its metabolite",
                        Specimen.Urine,
                        method,
                        method is TestMethod.Confirmed ? ResultOutcome.Found : ResultOutcome.NotFound,
                        null,
                        null,
                        ExpectedOutcome.Found,
                        "Takes clonazepam as prescribed",
                        day,
                        day,
                        "Made-up Laboratory"
                    ),
                    day,
                    new Entry(Guid.CreateVersion7(), person.At(person.CameDaysAgo), person.Staff[Role.Nurse].Id)
                );
            })
    );
}
