using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

/// <summary>People made up for tests of the store, and raw SQL as somebody with its file or password would use it.</summary>
internal static class RecordSamples
{
    private static readonly DateTime At = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    public static readonly Guid Nurse = Guid.CreateVersion7();

    public static RequestActor Actor => new(Nurse, "Nurse", "test");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public static Task<Guid> RegisterAsync(Store store, string family) =>
        store.Records.RunWholeAsync(
            Actor,
            new AuditEntry(AuditAction.Create, "Patient"),
            db =>
            {
                var id = Guid.CreateVersion7();
                db.Add(Patient.Register(id, new PatientDetails { GivenName = "Wren", FamilyName = family }, At, Nurse));
                var (episode, move) = EpisodeOfCare.Open(
                    Guid.CreateVersion7(),
                    id,
                    new(2026, 12, 1),
                    new MoveEntry(Guid.CreateVersion7(), At, Nurse, TimeZoneInfo.Utc, "called")
                );
                db.Add(episode);
                db.Add(move);
                return Task.FromResult(id);
            },
            Stop
        );

    /// <summary>An entry that decides access and holds sealed words.</summary>
    public static Task OpenGlassAsync(Store store, Guid patientId) =>
        store.Records.RunWholeAsync(
            Actor,
            new AuditEntry(AuditAction.Create, nameof(BreakGlass), patientId),
            db =>
            {
                db.Add(BreakGlass.Open(Guid.CreateVersion7(), patientId, new Actor(Nurse, Role.Nurse), "covering for a colleague", At));
                return Task.FromResult(true);
            },
            Stop
        );

    public static Task<string?> FamilyNameAsync(Store store, Guid id) =>
        store.Records.RunWholeAsync(
            Actor,
            new AuditEntry(AuditAction.Read, "Patient", id),
            async db => (await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == id, Stop)).FamilyName,
            Stop
        );

    public static UserSession Session(Guid account) =>
        new()
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            KeyHash = [1],
            CreatedAt = At,
            LastSeenAt = At,
            ConfirmedAt = At,
            ExpiresAt = At.AddDays(1),
        };

    public static async Task<object?> SqlAsync(Store store, string sql)
    {
        await using var db = store.CreateDbContext();
        var connection = db.Database.GetDbConnection();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Stop);
    }
}
