using Glidepath.Storage;
using Glidepath.Storage.Privacy;

namespace Glidepath.Benchmarks;

/// <summary>The process that is killed: writes patients from four tasks at once and says the id of each on a line of its own after the commit, never before.</summary>
internal static class KillWriter
{
    public static async Task<int> RunAsync(string folder)
    {
        var store = await BenchStore.OpenAsync(new StoreLocation(folder, Environment.GetEnvironmentVariable("ConnectionStrings__Glidepath") is { Length: > 0 } postgres ? postgres : null));
        var output = TextWriter.Synchronized(new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true });
        await output.WriteLineAsync("ready");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (true)
            {
                var id = Guid.CreateVersion7();
                await store.Records.RunAsync(MadeUpPatients.Actor, new AuditEntry(AuditAction.Create, "Patient"), db =>
                {
                    db.Add(MadeUpPatients.Patient(id, 1));
                    return Task.FromResult(0);
                }, CancellationToken.None);
                await output.WriteLineAsync(id.ToString());
            }
        })));
        return 0;
    }
}
