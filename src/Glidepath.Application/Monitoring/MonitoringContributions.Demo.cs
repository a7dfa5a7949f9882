using Glidepath.Application.Shared;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Monitoring;

internal static partial class MonitoringContributions
{
    /// <param name="DaysAgo">The newest.</param>
    /// <param name="Severity">How strong the symptoms are, day by day: 0 to 4. Below zero: no check-in that day.</param>
    /// <param name="Said">By days ago: what happened, and a note.</param>
    private sealed record DemoDays(
        int DaysAgo,
        int[] Severity,
        HowOften HowOften,
        Dictionary<int, (SinceLast[] Since, RedSign[] Flags, string? Note)> Said
    );

    private static readonly int[] Usual = [1, 1, 0, 1, -1, 1, 1, 1, -1, 1, 0, 1, 1, 1];

    /// <summary>The days after each of seven cuts, on the days on which that person's course has them.</summary>
    private static readonly int[][] Waves =
    [
        [1, 1, 1, 2, 2, -1, 3, 2, 2, 1, 1, 1, -1, 1],
        [1, 1, -1, 2, 2, 3, 3, 2, 1, 1, -1, 1, 1, 1],
        [1, 0, 1, 1, 2, 2, 3, -1, 2, 2, 1, 1, 1, -1],
        [1, 1, 1, 2, -1, 3, 2, 2, 1, 1, 1, 0, 1, 1, 1, -1, 1, 1, 0, 1, 1],
        [1, -1, 1, 2, 2, 2, 3, 2, 2, -1, 1, 1, 1, 1, 1, 1, -1, 1, 1, 1, 0],
        [0, 1, 1, 1, 2, 3, 3, 2, -1, 1, 1, 1, -1, 1, 1, 1, 1, 0, 1, 1, 1],
        [1, 1],
    ];

    private static readonly Dictionary<string, DemoDays> DemoCheckIns = new()
    {
        // Three weeks, with a hard stretch after the cut that eases again.
        ["first-cut-made"] = new(
            0,
            [1, 1, 0, 1, 1, -1, 1, 0, 1, 1, 1, 1, 2, 3, 3, 2, 2, -1, 1, 1, 1],
            HowOften.AsPlanned,
            new() { [8] = ([], [], "Loud places are hard."), [3] = ([SinceLast.IllnessOrStrain], [], "A cold since yesterday.") }
        ),
        ["holding-after-a-hard-week"] = new(1, [1, 1, 1, 2, 3, 3, 4, 3, 3], HowOften.Daily, new() { [2] = ([SinceLast.Fall], [], null) }),
        // Seven cuts, each felt much as the one before; not heard from for a week.
        ["half-way-down"] = new(
            8,
            [.. Usual, .. Waves.SelectMany(w => w)],
            HowOften.Daily,
            new() { [40] = ([SinceLast.IllnessOrStrain], [], "The flu.") }
        ),
        ["seizure-before"] = new(0, [2, 2, 2], HowOften.Daily, new() { [0] = ([], [RedSign.NoSupply], "The pharmacy had none.") }),
    };

    private static readonly DemoEntries[] InDemo =
    [
        new(typeof(CheckIn), person => DemoCheckIns.TryGetValue(person.Recipe, out var told) ? Made(person, told) : [])
        {
            Recipes = [.. DemoCheckIns.Keys],
        },
        DemoEntries.One(
            DemoCheckIns,
            (person, told) =>
                CheckInRhythm.Choose(
                    person.Episode,
                    told.HowOften,
                    new(Guid.CreateVersion7(), person.At(told.DaysAgo + told.Severity.Length), person.Staff[Role.Nurse].Id)
                )
        ),
        DemoEntries.For(
            new Dictionary<string, string> { ["holding-after-a-hard-week"] = "She slept badly and says the evenings are worst." },
            (person, note) =>
                new[]
                {
                    CheckInCall.Record(person.Episode, true, note, new(Guid.CreateVersion7(), person.At(6), person.Staff[Role.Nurse].Id)),
                }
        ),
    ];

    private static IEnumerable<IPatientRecord> Made(DemoPerson person, DemoDays told)
    {
        for (var i = 0; i < told.Severity.Length; i++)
        {
            var (daysAgo, strength) = (told.DaysAgo + told.Severity.Length - 1 - i, told.Severity[i]);
            if (strength < 0)
                continue;
            var (since, flags, note) = told.Said.GetValueOrDefault(daysAgo, ([], [], null));
            var answers = new CheckInAnswers
            {
                Dose = DoseAnswer.Yes,
                SleepHours = 7 - strength,
                SleepQuality = CheckInAnswers.BestQuality - strength,
                Anxiety = 2 + 2 * strength,
                Craving = strength,
                Symptoms = Symptom.All.Select((s, n) => (s.Id, n)).ToDictionary(s => s.Id, s => Math.Max(0, strength - s.n % 2)),
                Note = note,
                Since = since.Length + flags.Length == 0 ? [SinceLast.Nothing] : since,
                Flags = flags,
            };
            var by = person.Staff[person.Recipe is "first-cut-made" ? Role.Patient : Role.Nurse].Id;
            yield return CheckIn.Record(
                person.Episode,
                person.Day(daysAgo),
                person.Recipe is "first-cut-made" ? CheckInSource.Patient : CheckInSource.Telephone,
                answers,
                person.Day(daysAgo),
                new(Guid.CreateVersion7(), person.At(daysAgo), by)
            );
            foreach (var word in CheckInSafety.Told(answers))
                yield return SafetyEntry.Tell(person.Episode, word, [], new(Guid.CreateVersion7(), person.At(daysAgo), by));
        }
    }
}
