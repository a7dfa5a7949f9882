using System.Net;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Glidepath.Web.Tests.Privacy.Disclosures;

public sealed class KeyDestructionTests
{
    [Fact]
    public async Task A_record_whose_key_is_destroyed_is_found_by_nobody_and_stays_destroyed()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var app = new GlidepathApp { Clock = clock };
        var clinic = await Clinic.OpenAsync(app);
        var service = app.Services.GetRequiredService<KeyDestructionService>();
        var (one, two) = (new Actor(Guid.CreateVersion7(), Role.PrivacyOfficer), new Actor(Guid.CreateVersion7(), Role.Director));
        Assert.Equal(
            "key-destruction.retention",
            (await Assert.ThrowsAsync<RuleViolationException>(() => service.RequestAsync(one, "t", clinic.PatientId, Clinic.Cancel))).Rule
        );
        Assert.NotEqual(0, await HashesAsync(app.Store, clinic.PatientId));
        clock.Advance(TimeSpan.FromDays(3_700));
        var asked = (await service.RequestAsync(one, "t", clinic.PatientId, Clinic.Cancel))!;
        Assert.Equal(
            "key-destruction.two-people",
            (await Assert.ThrowsAsync<RuleViolationException>(() => service.ApproveAsync(one, "t", asked.Id, Clinic.Cancel))).Rule
        );
        var wrapped = await WrappedAsync(app.Store, clinic.PatientId);
        Assert.NotEmpty(wrapped);
        Assert.Equal(KeyDestructionStatus.Done, (await service.ApproveAsync(two, "t", asked.Id, Clinic.Cancel))!.Status);

        Assert.Empty(await WrappedAsync(app.Store, clinic.PatientId));
        Assert.Equal(0, await HashesAsync(app.Store, clinic.PatientId));
        Assert.Empty(await clinic.AllAsync<EpisodeOfCare>());
        var (prescriber, _) = await app.SignedInAsync(Role.PrivacyOfficer);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await prescriber.GetAsync(new Uri($"/patients/{clinic.PatientId}/consents", UriKind.Relative), Clinic.Cancel)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await prescriber.GetAsync(new Uri("/privacy/consents", UriKind.Relative), Clinic.Cancel)).StatusCode
        );
        // Not the file, not the log beside it, and not a ring that knew the key.
        foreach (var file in new[] { app.Store.Location.SqliteFile, app.Store.Location.SqliteFile + "-wal" }.Where(File.Exists))
        {
            using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[open.Length];
            open.ReadExactly(bytes);
            Assert.All(wrapped, key => Assert.Equal(-1, bytes.AsSpan().IndexOf(key)));
        }
        var raw = new Store(app.Store.Location, app.Store.Keys, clock);
        await Assert.ThrowsAsync<KeyDestroyedException>(() =>
            raw.Records.RunWholeAsync(
                RequestActor.System("raw"),
                new AuditEntry(AuditAction.Read, "Patient"),
                db => db.Set<Patient>().IgnoreQueryFilters().SingleAsync(p => p.Id == clinic.PatientId, Clinic.Cancel),
                Clinic.Cancel
            )
        );
        Assert.Equal(clinic.PatientId, Assert.Single(DestroyedKeys.Read(app.Store)).PatientId);
    }

    private static Task<int> HashesAsync(Store store, Guid patientId) =>
        store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, "PatientIndex"),
            db =>
                db.Deciding<Glidepath.Storage.Patients.PatientIndex>()
                    .IgnoreQueryFilters()
                    .CountAsync(i => i.PatientId == patientId, Clinic.Cancel),
            Clinic.Cancel
        );

    private static async Task<List<byte[]>> WrappedAsync(Store store, Guid patientId)
    {
        await using var db = store.CreateDbContext();
        return
        [
            .. (await db.PatientKeys.AsNoTracking().Where(k => k.PatientId == patientId).ToListAsync(Clinic.Cancel))
                .Select(k => k.Wrapped)
                .OfType<byte[]>(),
        ];
    }
}
