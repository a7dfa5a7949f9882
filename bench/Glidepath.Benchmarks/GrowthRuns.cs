using Glidepath.Application.Patients;
using Glidepath.Storage;
using Glidepath.Storage.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Benchmarks;

/// <summary>
/// What a page of the same people costs while others' records and the trail grow beside them: the same clinicians, each with the people of
/// the demo clinic, ask one warm host before and after it is filled.
/// </summary>
internal static class GrowthRuns
{
    private const int WarmUp = 8_000,
        Measured = 600,
        Rounds = 3;

    private const int PatientsAtOnce = 200,
        RowsAtOnce = 1_000;

    // One in fifty has the same family name, one in twenty the same given name.
    private static readonly string[] GivenNames =
        "Ada Ben Cora Dan Eve Finn Gus Hope Ida Jon Kay Leo Mia Ned Ola Pia Quin Ray Sue Tom".Split(' ');

    private static readonly string[] FamilyNames =
    [
        .. Enumerable.Range(0, 50).Select(i => $"{(char)('A' + i % 26)}{"aeiou"[i % 5]}rn{"aeiou"[i / 10]}ley"),
    ];

    private static readonly string[] Routes =
    [
        "GET /api/patients",
        "GET /patients/{id}",
        "GET /today",
        "POST /api/patients/search",
        $"POST /api/patients/search {FamilyNames[0]}",
    ];

    public static async Task WriteAsync(TextWriter output, int[] patients, int rows)
    {
        using var host = await LoadHost.StartAsync("sqlite");
        var people = await RouteRuns.SignInAllAsync(host);
        await RouteRuns.AskAsync(host, people, Routes, WarmUp);
        var location = new StoreLocation(host.Folder);
        var store = new Store(location, KeyFiles.Load(location.KeyFolder, create: false), TimeProvider.System);
        var made = new List<Guid>();
        var stages = new List<(string Name, double[] Cpu)> { ("the demo clinic", await MeasureAsync(host, people)) };
        foreach (var count in patients)
        {
            await FillAsync(store, made, count);
            stages.Add(($"{count:N0} patients", await MeasureAsync(host, people)));
        }
        await LookAsync(store, made, rows);
        stages.Add(($"and {rows:N0} rows of the trail", await MeasureAsync(host, people)));
        await output.WriteLineAsync(
            $"\nsqlite, {Rounds} times {Measured} requests a route and stage, the least of them; load average {LoadRuns.LoadAverage()}"
                + $"\n\n| Route | {string.Join(" | ", stages.Select(s => s.Name))} |\n|---|{string.Concat(stages.Select(_ => "---:|"))}"
        );
        for (var i = 0; i < Routes.Length; i++)
        {
            var (at, first) = (i, stages[0].Cpu[i]);
            var cells = stages.Select(s => FormattableString.Invariant($"{s.Cpu[at]:0.00} ms ({s.Cpu[at] / first:0.00})"));
            await output.WriteLineAsync($"| {Routes[i]} | {string.Join(" | ", cells)} |");
        }
        people.ForEach(p => p.Browser.Dispose());
    }

    /// <returns>Milliseconds of the host's processors a request, route by route.</returns>
    private static async Task<double[]> MeasureAsync(LoadHost host, List<(HttpClient Browser, Guid Patient)> people)
    {
        var least = new double[Routes.Length];
        Array.Fill(least, double.MaxValue);
        for (var round = 0; round < Rounds; round++)
        for (var i = 0; i < Routes.Length; i++)
            least[i] = Math.Min(least[i], (await RouteRuns.AskAsync(host, people, [Routes[i]], Measured)).Cpu.TotalMilliseconds / Measured);
        return least;
    }

    /// <summary>Each with an episode, a clinician of their own and all that they are found by.</summary>
    private static async Task FillAsync(Store store, List<Guid> made, int count)
    {
        while (made.Count < count)
        {
            var some = Enumerable.Range(made.Count, Math.Min(PatientsAtOnce, count - made.Count)).ToList();
            await store.Records.RunAsync(
                MadeUpPatients.Actor,
                new AuditEntry(AuditAction.Create, nameof(Patient)),
                db =>
                {
                    made.AddRange(some.Select(number => Add(db, store.Index, number)));
                    return Task.FromResult(0);
                },
                CancellationToken.None
            );
        }
    }

    private static Guid Add(GlidepathDbContext db, BlindIndex index, int number)
    {
        var (id, at) = (Guid.CreateVersion7(), DateTime.UtcNow.AddDays(-1));
        var day = DateOnly.FromDateTime(at);
        db.Grant(
            id,
            AccessAction.Write,
            DataClass.Demographics,
            DataClass.Contact,
            DataClass.PresenceInTreatment,
            DataClass.CareTeamMembership
        );
        var patient = Patient.Register(
            id,
            new PatientDetails
            {
                GivenName = GivenNames[number % GivenNames.Length],
                FamilyName = FamilyNames[number / GivenNames.Length % FamilyNames.Length],
            },
            at,
            MadeUpPatients.Nurse
        );
        var (episode, move) = EpisodeOfCare.Open(
            Guid.CreateVersion7(),
            id,
            day,
            new MoveEntry(Guid.CreateVersion7(), at, MadeUpPatients.Nurse, TimeZoneInfo.Utc, "called")
        );
        db.Add(patient);
        db.Add(episode);
        db.Add(move);
        db.Add(CareTeamMember.Join(Guid.CreateVersion7(), episode, MadeUpPatients.Nurse, CareTeamRole.Nurse, day));
        db.AddRange(
            PatientFinding
                .Kept(index, patient)
                .Select(kept => new PatientIndex
                {
                    PatientId = id,
                    Kind = kept.Kind,
                    Hash = kept.Hash,
                })
        );
        return id;
    }

    /// <summary>As if others had looked at these people, so often that the trail has so many rows more.</summary>
    private static async Task LookAsync(Store store, List<Guid> made, int rows)
    {
        for (var row = 0; row < rows; row += RowsAtOnce)
        {
            var from = row;
            await store.Records.RunAsync(
                MadeUpPatients.Actor,
                new AuditEntry(AuditAction.Read, nameof(Patient), Reason: "list"),
                db =>
                {
                    for (var i = 0; i < RowsAtOnce; i++)
                        db.NoteShown(made[(from + i) % made.Count], nameof(Patient));
                    return Task.FromResult(0);
                },
                CancellationToken.None
            );
        }
    }
}
