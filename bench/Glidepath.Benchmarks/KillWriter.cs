using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Benchmarks;

/// <summary>
/// The process that is killed: writes patients from four tasks at once and says the id of each on a line of its own after the commit, never
/// before.
/// </summary>
internal static class KillWriter
{
    public static async Task<int> RunAsync(string folder)
    {
        var store = await BenchStore.OpenAsync(
            new StoreLocation(
                folder,
                Environment.GetEnvironmentVariable("ConnectionStrings__Glidepath") is { Length: > 0 } postgres ? postgres : null
            )
        );
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        // A parent that is gone closes its end; output to nobody would not stop this.
        _ = Task.Run(() =>
        {
            while (Console.In.Read() >= 0)
                continue;
            Environment.Exit(0);
        });
        // The first write compiles what all later ones run; the clock of the kill starts after it.
        await WriteAsync();
        await output.WriteLineAsync("ready");
        await Task.WhenAll(
            Enumerable
                .Range(0, 4)
                .Select(_ =>
                    Task.Run(async () =>
                    {
                        while (true)
                            await output.WriteLineAsync((await WriteAsync()).ToString());
                    })
                )
        );
        return 0;

        Task<Guid> WriteAsync() =>
            store.Records.RunAsync(
                MadeUpPatients.Actor,
                new AuditEntry(AuditAction.Create, "Patient"),
                db =>
                {
                    var patient = MadeUpPatients.Patient(Guid.CreateVersion7(), 1);
                    db.Grant(patient.Id, AccessAction.Write, DataClass.Demographics);
                    db.Add(patient);
                    return Task.FromResult(patient.Id);
                },
                CancellationToken.None
            );
    }
}
