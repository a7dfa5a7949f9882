using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Benchmarks;

/// <summary>
/// The process that is killed: writes patients from two tasks and reads them from four, all at once. It says the id of each patient after
/// the commit, and the id of the request of each read (behind <see cref="Read"/>) once it was given what it asked for; never before.
/// </summary>
internal static class KillWriter
{
    public const char Read = 'r';

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
        var last = await WriteAsync();
        await ReadAsync(last);
        await output.WriteLineAsync("ready");
        await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(n =>
                    Task.Run(async () =>
                    {
                        while (true)
                            await output.WriteLineAsync(
                                n < 2 ? (last = await WriteAsync()).ToString() : Read + (await ReadAsync(last)).ToString()
                            );
                    })
                )
        );
        return 0;

        async Task<Guid> ReadAsync(Guid patientId)
        {
            var request = Guid.CreateVersion7();
            await store.Records.RunAsync(
                MadeUpPatients.Actor with
                {
                    RequestId = request.ToString(),
                },
                new AuditEntry(AuditAction.Read, "Patient", patientId),
                db =>
                {
                    db.Grant(patientId, AccessAction.Read, DataClass.Demographics);
                    return db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId);
                },
                CancellationToken.None
            );
            return request;
        }

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
