using Glidepath.Tests.Shared;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;

namespace Glidepath.Tests.Monitoring;

/// <summary>How often the rules would call staff, on a cohort that is made up and frozen. A simulation: docs/clinical/burden.md.</summary>
public class BurdenTests
{
    /// <summary>Of the four quarters of the cohort. Another number here is another cohort, and asks for its figures in the page.</summary>
    private static readonly string[] Frozen =
    [
        "b43412882ad3d48784a1dec13321db614411eb99a386ce329229b0a65e0aa6c7",
        "72764c7dc2020ce6ff9596aac9ad5cf6cc7c4862fc45f132f872845fdf98cfa3",
        "f613a394ea7f10504bbdac292570524ef2f4c800507f33a8c3d1f0a027e804b3",
        "7c48b2b23daef39fb582bed08b3d2f18dd467386130591bc7874689831970d02",
    ];

    private static readonly IReadOnlyList<int> Quarters = Gate.IsAll ? [.. Enumerable.Range(0, Gate.Quarters)] : [Gate.Quarter];

    private static readonly IReadOnlyList<(int Quarter, IReadOnlyList<MadeUpCohort> People)> Cohort =
    [
        .. Quarters.Select(q => (q, MadeUpCohort.Quarter(q))),
    ];

    [Fact]
    public void The_cohort_is_the_one_whose_figures_are_in_the_page()
    {
        var hashes = Cohort.Select(c => MadeUpCohort.Hash(c.People)).ToList();
        Tell(string.Join(' ', hashes));
        Assert.Equal(Quarters.Select(q => Frozen[q]), hashes);
    }

    [Fact]
    public void Every_planted_red_flag_alerts_and_of_100_check_ins_at_most_10_interrupt_for_anything_else()
    {
        var people = Cohort.SelectMany(c => c.People).ToList();
        var watched = people.AsParallel().Select(Watched.Over).ToList();
        var (checkIns, planted) = (people.Sum(p => p.Days.Count), people.Sum(p => p.Days.Sum(d => d.Answers.Flags.Count)));
        foreach (var rule in watched.SelectMany(w => w.Interrupts).GroupBy(i => i.Rule).OrderBy(g => g.Key, StringComparer.Ordinal))
            Tell($"{rule.Key}: {rule.Count()}, {100.0 * rule.Count() / checkIns:0.00} per 100 check-ins");
        var alerted = watched.Sum(w => w.RedAlerts);
        var others = watched.Sum(w => w.Interrupts.Count);
        Tell($"{people.Count} people, {checkIns} check-ins; {alerted} of {planted} red; {100.0 * others / checkIns:0.00} others per 100");
        Assert.True(planted > checkIns / 400);
        Assert.Equal(planted, alerted);
        Assert.InRange(100.0 * others / checkIns, 1, 10);
    }

    private static void Tell(string line) => TestContext.Current.TestOutputHelper?.WriteLine(line);

    /// <summary>
    /// One person watched day by day by the rules as they are. Who is called acts within a day: by the next noon the person was reached and
    /// what they told is closed. Until then the same cause of the same person interrupts nobody again.
    /// </summary>
    private sealed class Watched
    {
        private readonly List<(string Cause, DateOnly On)> _open = [];

        private DateOnly? _reached;

        public List<(string Rule, DateOnly On)> Interrupts { get; } = [];

        public int RedAlerts { get; private set; }

        public static Watched Over(MadeUpCohort person)
        {
            var watched = new Watched();
            List<CheckInDay> days = [];
            var told = person.Days.ToDictionary(d => d.On);
            for (var day = MadeUpPerson.Began; day < MadeUpPerson.Began.AddDays(MadeUpCohort.DaysOfOne); day = day.AddDays(1))
            {
                if (told.TryGetValue(day, out var today))
                    days.Add(today);
                watched.Look(person, day, days, today);
            }
            return watched;
        }

        private void Look(MadeUpCohort person, DateOnly day, List<CheckInDay> days, CheckInDay? today)
        {
            if (_open.RemoveAll(o => o.On < day) > 0)
                _reached = day;
            var course = new CourseSoFar
            {
                Cuts = [.. person.Cuts.Where(c => c <= day)],
                Pace = person.Pace,
                Since = MadeUpPerson.Began,
            };
            var words = today is null ? [] : CheckInSafety.Told(today.Answers).ToList();
            var signals = new Signals
            {
                Today = day,
                Days = days,
                Course = course,
                RedSigns = [.. words.Where(w => w.Concern is SafetyConcern.DangerSign).Select(w => new OpenFlag(w.Said!, day))],
                Calls = [.. words.Where(w => w.Concern is SafetyConcern.CallToday).Select(w => new OpenFlag(w.Said!, day))],
                SuicideOpenSince = words.Exists(w => w.Concern is SafetyConcern.Suicide) ? day : null,
                Silence = Silence.Of(null, new[] { days.Count == 0 ? null : (DateOnly?)days[^1].On, _reached }.Max(), course, day),
                ReachedOn = _reached,
                ReachedAt = _reached is { } reached ? MadeUpCohort.At(reached, 10) : null,
            };
            var suggested = Suggestion.Of(signals);
            RedAlerts +=
                suggested.Kind is SuggestionKind.RedFlag ? suggested.Because.Count(f => f.Rule.Gives is SuggestionKind.RedFlag) : 0;
            foreach (var fired in suggested.Because.Where(f => f.Rule.Gives is SuggestionKind.Call))
            {
                var cause = $"{fired.Rule.Id} {fired.What}";
                if (_open.Exists(o => o.Cause == cause))
                    continue;
                _open.Add((cause, day));
                Interrupts.Add((fired.Rule.Id, day));
            }
        }
    }
}
