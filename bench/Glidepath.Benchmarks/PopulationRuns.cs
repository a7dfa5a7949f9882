using System.Diagnostics;
using System.Globalization;
using Glidepath.Pharmacology.Kinetics;

namespace Glidepath.Benchmarks;

/// <summary>
/// 26 weeks of clonazepam, 364 doses from 1 mg twice a day down, from steady state: 100,000 virtual patients by the hour are 436.9 million
/// points. One process and one 3.5 GB buffer for all, since fresh pages cost more than the arithmetic. The baseline is the scalar path of
/// the same text on one thread; beside it stands how fast memory takes as many bytes. Best of five after one to warm up: other work on the
/// machine only ever adds. Processor time is that of all threads together: on one thread it is nearer than the clock to what an idle
/// machine takes.
/// </summary>
internal static class PopulationRuns
{
    private const int Hours = 26 * 7 * 24,
        Repeats = 5;

    public static void Write(TextWriter output)
    {
        var stored = new double[100_000L * (Hours + 1)];
        stored.AsSpan().Fill(1);
        output.WriteLine("| Patients | Every h | What | Threads | ms | Processor ms | Processor ns a point | of scalar |");
        output.WriteLine("|---:|---:|---|---:|---:|---:|---:|---:|");
        foreach (var patients in new[] { 1_000, 100_000 })
        foreach (var every in new[] { 4, 1 })
            One(output, stored, patients, every);
    }

    private static void One(TextWriter output, double[] stored, int patients, int every)
    {
        var (working, one) = (KineticTable.ClonazepamWorking, KineticTable.ClonazepamOneCompartment);
        var points = (double)patients * (Hours / every + 1);
        var scalar = 0d;
        Row("scalar, levels made and dropped, 2-cpt", 1, () => Run(working, LaneWidth.One, 1));
        Row("the draw alone, 2-cpt", 1, () => VirtualPatients.Draw(working, [], patients, 1, 1));
        Row("widest lanes, levels made and dropped, 2-cpt", 1, () => Run(working, LaneWidth.Widest, 1));
        Row("daily trough, peak, mean and their quantiles, 1-cpt", 1, () => LevelSimulator.SimulateDays(Request(one, 1)));
        Row("daily trough, peak, mean and their quantiles, 2-cpt", 1, () => LevelSimulator.SimulateDays(Request(working, 1)));
        Row("daily trough, peak, mean and their quantiles, 2-cpt", 2, () => LevelSimulator.SimulateDays(Request(working, 2)));
        Row("quantiles of every point and all summaries, 2-cpt", 1, () => LevelSimulator.Simulate(Request(working, 1)));
        Row("quantiles of every point and all summaries, 2-cpt", 2, () => LevelSimulator.Simulate(Request(working, 2)));
        Row(
            "every level stored, 2-cpt, pages warm",
            1,
            () => Run(working, LaneWidth.Widest, 1, new StoredSink(0, stored, Hours / every + 1, patients))
        );
        Row("memory alone, as many bytes written", 1, () => stored.AsSpan(0, (int)points).Fill(2));

        void Row(string what, int threads, Action work)
        {
            work();
            var (best, busy) = (double.MaxValue, double.MaxValue);
            for (var i = 0; i < Repeats; i++)
            {
                var (watch, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
                work();
                busy = Math.Min(busy, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
                best = Math.Min(best, watch.Elapsed.TotalMilliseconds);
            }
            scalar = scalar == 0 ? busy : scalar;
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {patients:N0} | {every} | {what} | {threads} | {best:0.0} | {busy:0.0} | {busy * 1e6 / points:0.00} | "
                        + $"{busy / scalar:0.00} |"
                )
            );
        }

        LevelRequest Request(KineticModel model, int threads) =>
            new()
            {
                Model = model,
                Doses = Histories.Taper(),
                Hours = Hours,
                EveryHours = every,
                Patients = patients,
                Seed = 1,
                Threads = threads,
            };

        void Run(KineticModel model, LaneWidth width, int threads, params RowSink[] sinks)
        {
            var cohort = VirtualPatients.Draw(model, [], patients, 1, threads);
            LevelRun.Run(
                cohort,
                HistoryGrid.Lay(Histories.Taper(), Hours, every, [], static _ => 1),
                Histories.Taper(),
                sinks,
                threads,
                width
            );
        }
    }
}
