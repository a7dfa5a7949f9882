using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Assessments;

internal static partial class AssessmentsContributions
{
    private static readonly CopySection[] InCopy =
    [
        new(
            InformationCategory.Assessments,
            "Scores",
            ["Day", "Form", "Score", "Band"],
            CopyRows.One<ScoredAssessment>(a => a.On, a => [CopyText.Day(a.On), FormName(a.InstrumentId), a.TotalText, a.BandName])
        ),
        new(
            InformationCategory.Assessments,
            "When an answer spoke of suicide",
            ["Opened", "Now", "How it ended"],
            CopyRows.One<SafetyStep>(s => s.OpenedAt, (s, person) => [CopyText.Day(person.DayOf(s.OpenedAt)), s.State.Words(), s.Outcome])
        )
        {
            IsOwn = true,
        },
        new(
            InformationCategory.Assessments,
            "What was done then",
            ["Day", "What you said", "The plan", "Who was told"],
            CopyRows.One<SafetyAction>(
                a => a.RecordedAt,
                (a, person) => [CopyText.Day(person.DayOf(a.RecordedAt)), a.WhatWasSaid, a.Plan, a.WhoWasTold]
            )
        )
        {
            IsOwn = true,
        },
    ];

    // The text of a loaded scale is in a file, its name is not.
    private static string FormName(string instrumentId) =>
        InstrumentTable.Find(instrumentId)?.Title ?? FileScheme.Find(instrumentId)?.Title ?? instrumentId;
}
