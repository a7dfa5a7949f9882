using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Assessments;

internal static partial class AssessmentsContributions
{
    /// <summary>By recipe: instrument, how many days ago, and one answer for each item in order.</summary>
    private static readonly Dictionary<string, (string Instrument, int DaysAgo, int[] Answers)[]> DemoScores = new()
    {
        ["seizure-before"] = [("gad-7", 36, [2, 3, 2, 2, 1, 3, 2]), ("gad-7", 8, [2, 2, 2, 2, 1, 2, 2])],
        ["first-cut-made"] =
        [
            ("gad-7", 50, [2, 2, 2, 1, 1, 1, 1]),
            ("phq-9", 50, [1, 1, 2, 2, 1, 0, 1, 0, 0]),
            ("gad-7", 20, [2, 2, 2, 2, 1, 2, 1]),
            ("gad-7", 6, [1, 2, 1, 1, 1, 1, 1]),
        ],
        ["holding-after-a-hard-week"] =
        [
            ("gad-7", 140, [1, 1, 1, 1, 0, 1, 1]),
            ("gad-7", 60, [1, 2, 1, 1, 1, 1, 1]),
            ("gad-7", 5, [3, 3, 2, 3, 2, 2, 2]),
        ],
        ["alcohol-too"] = [("audit-c", 29, [4, 2, 3])],
        ["half-way-down"] =
        [
            ("gad-7", 250, [2, 3, 3, 2, 2, 2, 2]),
            ("gad-7", 190, [2, 2, 2, 2, 1, 2, 2]),
            ("gad-7", 120, [1, 2, 2, 1, 1, 2, 1]),
            ("gad-7", 30, [1, 1, 1, 1, 1, 1, 1]),
            ("phq-9", 250, [2, 2, 3, 2, 1, 1, 1, 0, 0]),
            ("phq-9", 30, [1, 1, 1, 1, 0, 0, 1, 0, 0]),
        ],
        ["off-and-followed-up"] =
        [
            ("gad-7", 500, [2, 2, 2, 2, 1, 2, 1]),
            ("gad-7", 85, [1, 1, 0, 1, 0, 1, 0]),
            ("gad-7", 10, [0, 1, 0, 1, 0, 1, 0]),
        ],
        ["came-back-to-it"] = [("gad-7", 395, [2, 2, 2, 1, 1, 2, 2]), ("gad-7", 11, [3, 2, 2, 2, 2, 2, 2])],
    };

    private static readonly DemoEntries[] InDemo =
    [
        new(
            typeof(ScoredAssessment),
            person =>
            {
                if (!DemoScores.TryGetValue(person.Recipe, out var scores))
                    return [];
                var all = scores.Select(s => Scored(person, s)).ToList();
                // Of each scale the newest alone: what was worse before has been looked at since.
                return all.Concat<IPatientRecord>(
                    all.GroupBy(a => a.InstrumentId)
                        .Select(g => Worsening.Of(InstrumentTable.Find(g.Key)!, all, g.MaxBy(a => a.On)!))
                        .OfType<Worsening>()
                        .Select(w =>
                            SafetyEntry.Tell(
                                person.Episode,
                                w.Told,
                                [],
                                new Entry(Guid.CreateVersion7(), w.Now.RecordedAt, person.Staff[Role.Nurse].Id)
                            )
                        )
                );
            }
        )
        {
            Recipes = [.. DemoScores.Keys],
        },
    ];

    private static ScoredAssessment Scored(DemoPerson person, (string Instrument, int DaysAgo, int[] Answers) scored)
    {
        var instrument = InstrumentTable.Find(scored.Instrument)!;
        return ScoredAssessment.Complete(
            person.Episode,
            instrument,
            instrument.Items.Zip(scored.Answers).ToDictionary(a => a.First.Id, a => a.Second),
            person.Day(scored.DaysAgo),
            AnsweredBy.Patient,
            new Entry(Guid.CreateVersion7(), person.At(scored.DaysAgo), person.Staff[Role.Nurse].Id)
        );
    }
}
