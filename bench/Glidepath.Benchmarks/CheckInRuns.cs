using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Glidepath.Application.Assessments;
using Glidepath.Application.Medications;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Tapering;
using Glidepath.Application.Tasks;
using Glidepath.Application.Visits;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.Extensions.DependencyInjection;

namespace Glidepath.Benchmarks;

/// <summary>
/// Check-ins of a program with many active tapers, in this process and without the web: each is sealed, audited and durable, its alert is
/// opened where it tells of one, and the rules are run over all that the person told so far. Then how long the duty list and Today of a
/// nurse take. Asked are 300 a second, a p99 of 100 ms, and a p95 of 50 ms for the lists (issue 15, section 6).
/// </summary>
internal static class CheckInRuns
{
    private const int People = 2_000,
        Nurses = 20,
        AtOnce = 16,
        Looks = 200;

    // One in so many tells of a dose that was missed: a rule runs with the entry, and an alert opens.
    private const int MissedOneIn = 20;

    public static async Task WriteAsync(TextWriter output, IReadOnlyList<string> kinds, int seconds)
    {
        foreach (var kind in kinds)
        {
            var location = BenchStore.New(kind);
            try
            {
                var store = await BenchStore.OpenAsync(location);
                var clinic = await MadeUpTapers.FillAsync(store, People, Nurses);
                await using var services = ServicesOf(store);
                // Until the runtime has compiled what is hot.
                await CheckInAsync(services, clinic, seconds: Math.Min(10, seconds));
                var (recorded, ruled, elapsed) = await CheckInAsync(services, clinic, seconds);
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"\n{kind}: {People} active tapers, {AtOnce} at once, {elapsed.TotalSeconds:0} s, {Environment.ProcessorCount} "
                            + $"processors, .NET {Environment.Version}, load average {LoadRuns.LoadAverage()}\n\n"
                            + $"{recorded.Count / elapsed.TotalSeconds:0} check-ins a second, each with its rules\n\n"
                            + $"| What | Times | p50 | p95 | p99 |\n|---|---:|---:|---:|---:|"
                    )
                );
                await RowAsync(output, "check-in, durable", recorded);
                await RowAsync(output, "rules over all that was told", ruled);
                await RowAsync(
                    output,
                    "duty list",
                    await LookAsync(services, clinic, s => s.GetRequiredService<DutyListService>().ListAsync(default))
                );
                await RowAsync(
                    output,
                    "Today",
                    await LookAsync(services, clinic, s => s.GetRequiredService<TodayService>().TodayAsync(default))
                );
            }
            finally
            {
                BenchStore.Remove(location);
            }
        }
    }

    private static async Task<(ConcurrentBag<double> Recorded, ConcurrentBag<double> Ruled, TimeSpan Elapsed)> CheckInAsync(
        ServiceProvider services,
        MadeUpTapers clinic,
        int seconds
    )
    {
        var (recorded, ruled, watch, number) = (new ConcurrentBag<double>(), new ConcurrentBag<double>(), Stopwatch.StartNew(), 0);
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (watch.Elapsed.TotalSeconds < seconds)
                        {
                            var turn = Interlocked.Increment(ref number);
                            var (patient, nurse) = clinic.Of(turn);
                            await using var scope = services.CreateAsyncScope();
                            scope.ServiceProvider.GetRequiredService<Who>().Actor = new(nurse, Role.Nurse);
                            var started = Stopwatch.GetTimestamp();
                            await scope
                                .ServiceProvider.GetRequiredService<CheckInsService>()
                                .RecordAsync(patient, new(null, CheckInSource.Telephone, Answers(turn)), null, default);
                            recorded.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                            started = Stopwatch.GetTimestamp();
                            if (await scope.ServiceProvider.GetRequiredService<SuggestionService>().SuggestAsync(patient, default) is null)
                                throw new InvalidOperationException("The rules were not run.");
                            ruled.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                        }
                    })
                )
        );
        return (recorded, ruled, watch.Elapsed);
    }

    private static CheckInAnswers Answers(int turn) =>
        new()
        {
            Dose = turn % MissedOneIn == 0 ? DoseAnswer.No : DoseAnswer.Yes,
            SleepHours = 5 + turn % 4,
            SleepQuality = turn % 5,
            Anxiety = turn % 11,
            Craving = turn % 7,
            Symptoms = Symptom.All.ToDictionary(s => s.Id, s => (turn + s.Id.Length) % 5),
            Note = "Made up, one line.",
        };

    private static async Task<ConcurrentBag<double>> LookAsync<T>(
        ServiceProvider services,
        MadeUpTapers clinic,
        Func<IServiceProvider, Task<T>> look
    )
    {
        var times = new ConcurrentBag<double>();
        for (var turn = -Nurses; turn < Looks; turn++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<Who>().Actor = new(clinic.Of(turn + Nurses).Nurse, Role.Nurse);
            var started = Stopwatch.GetTimestamp();
            await look(scope.ServiceProvider);
            // The first of each warm up.
            if (turn >= 0)
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        return times;
    }

    private static async Task RowAsync(TextWriter output, string what, ConcurrentBag<double> times)
    {
        List<double> sorted = [.. times.Order()];
        await output.WriteLineAsync(
            FormattableString.Invariant(
                $"| {what} | {sorted.Count} | {At(sorted, 0.50):0.0} ms | {At(sorted, 0.95):0.0} ms | {At(sorted, 0.99):0.0} ms |"
            )
        );
    }

    private static double At(List<double> sorted, double part) =>
        sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(part * sorted.Count) - 1)];

    /// <summary>Who acts in a scope.</summary>
    private sealed class Who
    {
        public Actor Actor { get; set; } = new(Guid.Empty, Role.Nurse);
    }

    private static ServiceProvider ServicesOf(Store store) =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(store)
            .AddSingleton(store.Clock)
            .AddSingleton<RecordAccess>()
            .AddScoped<Who>()
            .AddScoped(s => CurrentActor.Of(s.GetRequiredService<Who>().Actor, "bench"))
            .AddPatients()
            .AddIntake()
            .AddAssessments()
            .AddMedications()
            .AddMonitoring()
            .AddTasks()
            .AddVisits()
            .AddTapering()
            .BuildServiceProvider();
}
