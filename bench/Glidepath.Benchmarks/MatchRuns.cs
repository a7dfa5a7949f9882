using System.Diagnostics;
using Glidepath.Storage.Facilities;
using Glidepath.Treatment.Facilities;

namespace Glidepath.Benchmarks;

/// <summary>
/// What a search costs: a thousand callers at random ZIP areas, each with four rules and twelve wishes within 100 miles; facets of every
/// code, reasons for twenty, what would have to give and the stability of the first. Beside it, in turns in the same run, the same rules
/// and weights in SQLite (R*Tree) and PostGIS.
/// </summary>
internal static class MatchRuns
{
    private const int Callers = 1_000;

    private static readonly DateTime Now = new(2026, 11, 25, 12, 0, 0, DateTimeKind.Utc);

    private static readonly string[] Wished =
    [
        "mental-health-services",
        "mental-health-assessment",
        "cbt",
        "motivational-interviewing",
        "trauma",
        "relapse-prevention",
        "family",
        "aftercare",
        "discharge-planning",
        "telehealth",
        "transport",
        "joint-commission",
    ];

    /// <param name="postgres">Connection string of a server with PostGIS; null leaves it out and says so.</param>
    public static async Task WriteAsync(TextWriter output, string workbook, string? postgres)
    {
        var places = await BenchDirectory.ReadAsync(workbook);
        output.WriteLine("| Rows | What | p50 ms | p99 ms | kB, or times ours |");
        output.WriteLine("|---:|---|---:|---:|---:|");
        foreach (var rows in new[] { 21_164, 105_820 })
        {
            var grown = BenchDirectory.Grown(places, rows);
            var snapshot = DirectorySnapshot.Build(grown);
            var callers = NewCallers();
            Row("snapshot rebuild", 5, _ => DirectorySnapshot.Build(grown));
            // Until the compiler has done with it.
            for (var warm = Stopwatch.StartNew(); warm.Elapsed.TotalSeconds < 3; )
                foreach (var caller in callers)
                    MatchEngine.Match(snapshot, caller, 1, Now);
            Row("full match, 100 miles", 3 * Callers, i => MatchEngine.Match(snapshot, callers[i % Callers], i, Now));
            Row(
                "full match, rings widen by themselves",
                3 * Callers,
                i => MatchEngine.Match(snapshot, callers[i % Callers] with { WithinMiles = null }, i, Now)
            );
            Row(
                "full match, whole country",
                300,
                i => MatchEngine.Match(snapshot, callers[i % Callers] with { WithinMiles = null, Near = null }, i, Now)
            );

            Beside(output, grown, snapshot, callers, postgres);

            void Row(string what, int times, Func<int, object> work)
            {
                work(0);
                var taken = new double[times];
                var before = GC.GetAllocatedBytesForCurrentThread();
                for (var i = 0; i < times; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    work(i);
                    taken[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                }
                var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / times / 1024;
                Array.Sort(taken);
                output.WriteLine(
                    FormattableString.Invariant(
                        $"| {rows:N0} | {what} | {taken[times / 2]:0.000} | {taken[times * 99 / 100]:0.000} | {allocated:N0} |"
                    )
                );
            }
        }
    }

    /// <summary>One caller after the other, each asked of everybody before the next.</summary>
    private static void Beside(TextWriter output, List<Place> places, DirectorySnapshot snapshot, CallerNeeds[] callers, string? postgres)
    {
        List<SqlRival> rivals = [SqlRival.Sqlite(places, callers[0])];
        if (postgres is not null)
            rivals.Add(SqlRival.PostGis(postgres, places, callers[0]));
        const int Asked = 200;
        var own = new double[Asked];
        var theirs = rivals.ToDictionary(r => r, _ => (Score: new double[Asked], Facets: new double[Asked]));
        var disagree = 0;
        for (var i = -20; i < Asked; i++)
        {
            var caller = callers[Math.Abs(i)];
            var (took, result) = Timed(() => MatchEngine.Match(snapshot, caller, i, Now));
            foreach (var rival in rivals)
            {
                var (score, count) = Timed(() => rival.Score(caller.Near!));
                var (facets, sum) = Timed(() => rival.Facets(caller.Near!));
                disagree += i >= 0 && (count != result.Count || sum != result.Facets.Codes.Sum(f => f.Here)) ? 1 : 0;
                if (i >= 0)
                    (theirs[rival].Score[i], theirs[rival].Facets[i]) = (score, facets);
            }
            if (i >= 0)
                own[i] = took;
        }
        Array.Sort(own);
        Print("ours, in turns with the next rows: score, facets, reasons and all", own, own);
        foreach (var (rival, (score, facets)) in theirs)
        {
            Print($"{rival.Name}: score, best 20", score, own);
            Print($"{rival.Name}: facets", facets, own);
            Print($"{rival.Name}: score and facets", [.. score.Zip(facets, (s, f) => s + f)], own);
            rival.Dispose();
        }
        output.WriteLine(
            FormattableString.Invariant(
                $"| {places.Count:N0} | answers in which a count differs from ours, of {Asked * rivals.Count} | {disagree} | | |"
            )
        );

        void Print(string what, double[] taken, double[] ours)
        {
            Array.Sort(taken);
            var ratio = ReferenceEquals(taken, ours) ? "" : FormattableString.Invariant($"{taken[Asked / 2] / ours[Asked / 2]:0.0} ×");
            output.WriteLine(
                FormattableString.Invariant(
                    $"| {places.Count:N0} | {what} | {taken[Asked / 2]:0.000} | {taken[Asked * 99 / 100]:0.000} | {ratio} |"
                )
            );
        }

        static (double Milliseconds, T Result) Timed<T>(Func<T> work)
        {
            var start = Stopwatch.GetTimestamp();
            var result = work();
            return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, result);
        }
    }

    private static CallerNeeds[] NewCallers()
    {
        var (random, where) = (new Random(7), ZipCentroids.Census.All.Select(z => z.At).ToArray());
        return
        [
            .. Enumerable
                .Range(0, Callers)
                .Select(_ => new CallerNeeds
                {
                    Near = where[random.Next(where.Length)],
                    WithinMiles = 100,
                    Musts = [CriterionTable.Get("benzodiazepine-withdrawal"), CriterionTable.Get("co-occurring")],
                    AnyOf =
                    [
                        [CriterionTable.Get("setting-hospital"), CriterionTable.Get("setting-residential-withdrawal")],
                    ],
                    Payers = [CriterionTable.Get("medicaid"), CriterionTable.Get("private-insurance")],
                    Wishes = [.. Wished.Select(id => new Wish(CriterionTable.Get(id)))],
                }),
        ];
    }
}
