using System.Linq.Expressions;
using Glidepath.Storage;
using Glidepath.Storage.Patients;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Tests.Storage;

/// <summary>A record type says what it holds, and the store loads and saves what was granted.</summary>
public sealed class RecordClassTests(GlidepathApp app) : IClassFixture<GlidepathApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static DateTime Now => new(2026, 12, 1, 9, 0, 0, DateTimeKind.Utc);

    private static readonly Guid Somebody = Guid.CreateVersion7();

    [Fact]
    public void Every_record_type_says_what_kind_of_data_it_holds()
    {
        var types = new[] { typeof(Patient).Assembly, typeof(PatientIndex).Assembly }
            .SelectMany(a => a.GetTypes())
            .Where(t => t is { IsClass: true, IsAbstract: false } && typeof(IPatientRecord).IsAssignableFrom(t))
            .ToList();
        Assert.True(types.Count > 30, $"{types.Count} record types");
        Assert.Equal([typeof(PatientIndex)], types.Where(t => RecordClasses.Of(t) is DataClass.None));
    }

    [Fact]
    public void A_field_of_another_kind_than_its_entry_is_sealed_so_that_it_can_stay_closed() =>
        Assert.All(
            typeof(Patient)
                .Assembly.GetTypes()
                .SelectMany(t => t.GetProperties())
                .Where(p => p.IsDefined(typeof(RecordOfAttribute), false)),
            p => Assert.True(p.IsDefined(typeof(EncryptedAttribute), false), $"{p.DeclaringType!.Name}.{p.Name}")
        );

    [Fact]
    public async Task An_entry_of_a_kind_that_was_not_granted_is_not_loaded()
    {
        var id = await MakeAsync();
        await Assert.ThrowsAsync<UngrantedAccessException>(() =>
            Run(db => db.Set<Patient>().SingleAsync(p => p.Id == id, Stop), id, AccessAction.Read, DataClass.Assessments)
        );
        Assert.Equal(
            "Wren",
            (await Run(db => db.Set<Patient>().SingleAsync(p => p.Id == id, Stop), id, AccessAction.Read, DataClass.Demographics)).GivenName
        );
    }

    [Fact]
    public async Task What_was_granted_for_one_patient_opens_no_other()
    {
        var (one, other) = (await MakeAsync(), await MakeAsync());
        await Assert.ThrowsAsync<UngrantedAccessException>(() =>
            Run(db => db.Set<Patient>().SingleAsync(p => p.Id == other, Stop), one, AccessAction.Read, DataClass.Demographics)
        );
    }

    [Fact]
    public async Task A_way_to_reach_somebody_stays_closed_where_only_who_they_are_was_granted()
    {
        var id = await MakeAsync();
        var named = await Run(db => db.Set<Patient>().SingleAsync(p => p.Id == id, Stop), id, AccessAction.Read, DataClass.Demographics);
        Assert.Equal(("Wren", null), (named.GivenName, named.Phone));
        var reached = await Run(
            db => db.Set<Patient>().SingleAsync(p => p.Id == id, Stop),
            id,
            AccessAction.Read,
            DataClass.Demographics,
            DataClass.Contact
        );
        Assert.Equal("555-0100", reached.Phone);
    }

    [Fact]
    public async Task What_may_only_be_read_is_not_saved()
    {
        var id = await MakeAsync();
        await Assert.ThrowsAsync<UngrantedAccessException>(() =>
            Run(ChangeAsync, id, AccessAction.Read, DataClass.Demographics, DataClass.Contact)
        );
        Assert.Equal(1, await Run(ChangeAsync, id, AccessAction.Write, DataClass.Demographics, DataClass.Contact));

        async Task<int> ChangeAsync(GlidepathDbContext db)
        {
            var patient = await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop);
            patient.Change(new PatientDetails { GivenName = "Robin", Phone = patient.Phone });
            return await db.SaveChangesAsync(Stop);
        }
    }

    [Fact]
    public async Task A_change_is_of_the_kind_of_the_field_that_it_changes()
    {
        var id = await MakeAsync();
        await Assert.ThrowsAsync<UngrantedAccessException>(() => Run(ReachAsync, id, (AccessAction.Write, DataClass.Demographics)));
        Assert.Equal(1, await Run(ReachAsync, id, (AccessAction.Read, DataClass.Demographics), (AccessAction.Write, DataClass.Contact)));

        async Task<int> ReachAsync(GlidepathDbContext db)
        {
            var patient = await db.Set<Patient>().SingleAsync(p => p.Id == id, Stop);
            patient.Prefer(new CommunicationPreferences { SafeTimes = "mornings" });
            return await db.SaveChangesAsync(Stop);
        }
    }

    [Fact]
    public async Task A_count_names_its_patients_and_their_kind_was_granted()
    {
        var id = await MakeAsync();
        await Assert.ThrowsAsync<UnnamedPatientsException>(() =>
            Run(db => db.Set<Patient>().CountAsync(p => p.Id == id, Stop), id, AccessAction.Read, DataClass.Demographics)
        );
        await Assert.ThrowsAsync<UnnamedPatientsException>(() =>
            Run(
                db => db.Set<Patient>().Where(p => p.Id == id).Select(p => p.Language).SingleAsync(Stop),
                id,
                AccessAction.Read,
                DataClass.Demographics
            )
        );
        await Assert.ThrowsAsync<UngrantedAccessException>(() =>
            Run(db => db.Of<ScoredAssessment>(id).CountAsync(Stop), id, AccessAction.Read, DataClass.Demographics)
        );
        Assert.Equal(0, await Run(db => db.Of<ScoredAssessment>(id).CountAsync(Stop), id, AccessAction.Read, DataClass.Assessments));
    }

    [Fact]
    public async Task A_table_of_a_kind_that_was_granted_for_nobody_is_not_asked()
    {
        var id = await MakeAsync();
        await Assert.ThrowsAsync<UngrantedAccessException>(() =>
            Run(db => db.Set<ScoredAssessment>().ToListAsync(Stop), id, AccessAction.Read, DataClass.Demographics)
        );
    }

    [Fact]
    public async Task What_holds_a_chosen_kind_besides_is_loaded_and_saved_only_where_both_were_granted()
    {
        var id = await MakeAsync();
        var (episode, _) = EpisodeOfCare.Open(
            Guid.CreateVersion7(),
            id,
            new(2026, 12, 1),
            new MoveEntry(Guid.CreateVersion7(), Now, Somebody, TimeZoneInfo.Utc)
        );
        var (document, content) = DocumentReference.Receive(
            episode,
            new(DocumentKind.Prescription, "Made-up Clinic", DocumentReceipt.Mail, "Clonazepam"),
            DataClass.Medications,
            DocumentSamples.Pdf,
            new(2026, 12, 1),
            new Entry(Guid.CreateVersion7(), Now, Somebody)
        );
        await Assert.ThrowsAsync<UngrantedAccessException>(() => Run(AddAsync, id, (AccessAction.Write, DataClass.Documents)));
        Assert.Equal(2, await Run(AddAsync, id, (AccessAction.Write, DataClass.Documents), (AccessAction.Read, DataClass.Medications)));
        foreach (var only in new[] { DataClass.Documents, DataClass.Medications })
        {
            await Assert.ThrowsAsync<UngrantedAccessException>(() => Run(LoadAsync<DocumentReference>, id, AccessAction.Read, only));
            await Assert.ThrowsAsync<UngrantedAccessException>(() => Run(LoadAsync<DocumentContent>, id, AccessAction.Read, only));
        }
        DataClass[] both = [DataClass.Documents, DataClass.Medications];
        Assert.Equal("Clonazepam", (await Run(LoadAsync<DocumentReference>, id, AccessAction.Read, both)).Details.Description);
        Assert.Equal(DocumentSamples.Pdf, (await Run(LoadAsync<DocumentContent>, id, AccessAction.Read, both)).Bytes);
        // How many there are would tell of those that are kept back.
        await Assert.ThrowsAsync<NotSupportedException>(() =>
            Run(db => db.Of<DocumentReference>(id).CountAsync(Stop), id, AccessAction.Read, both)
        );
        Assert.Throws<NotSupportedException>(() =>
            new HotQuery<Guid, Guid>(static (db, patientId) => db.Of<DocumentReference>(patientId).Select(d => d.Id))
        );

        Task<int> AddAsync(GlidepathDbContext db)
        {
            db.AddRange(document, content);
            return db.SaveChangesAsync(Stop);
        }

        Task<T> LoadAsync<T>(GlidepathDbContext db)
            where T : class, IPatientRecord => db.Set<T>().AsNoTracking().SingleAsync(d => d.PatientId == id, Stop);
    }

    [Fact]
    public async Task A_ready_query_notes_a_record_by_the_name_under_which_it_is_stored()
    {
        Expression<Func<GlidepathDbContext, Guid, IQueryable<Renamed>>> query = static (db, patientId) => db.Of<Renamed>(patientId);
        var asked = new AskedOfRecord(query.Parameters[1]);
        asked.Visit(query);
        var refused = await Assert.ThrowsAsync<UngrantedAccessException>(() =>
            Run(
                db =>
                {
                    asked.Require(db, Somebody);
                    return Task.FromResult(0);
                },
                Somebody,
                AccessAction.Read,
                DataClass.Demographics
            )
        );
        Assert.StartsWith("NameOfBefore holds", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_duty_opens_a_register()
    {
        var nurse = new Actor(Somebody, Role.Nurse);
        await Assert.ThrowsAsync<UngrantedAccessException>(() => Run(RegisterAsync(nurse), Somebody, AccessAction.Read, DataClass.None));
        await Run(RegisterAsync(nurse with { Role = Role.PrivacyOfficer }), Somebody, AccessAction.Read, DataClass.None);

        static Func<GlidepathDbContext, Task<int>> RegisterAsync(Actor actor) =>
            async db =>
            {
                db.GrantByDuty<Consent>(actor, AccessAction.Read);
                return (await db.Set<Consent>().ToListAsync(Stop)).Count;
            };
    }

    private async Task<Guid> MakeAsync()
    {
        var id = Guid.CreateVersion7();
        await Run(
            db =>
            {
                db.Add(Patient.Register(id, new PatientDetails { GivenName = "Wren", Phone = "555-0100" }, Now, Somebody));
                return Task.FromResult(0);
            },
            id,
            AccessAction.Write,
            DataClass.Demographics
        );
        return id;
    }

    private Task<T> Run<T>(
        Func<GlidepathDbContext, Task<T>> work,
        Guid patientId,
        AccessAction action,
        params IEnumerable<DataClass> dataClasses
    ) => Run(work, patientId, [.. dataClasses.Select(c => (action, c))]);

    private Task<T> Run<T>(
        Func<GlidepathDbContext, Task<T>> work,
        Guid patientId,
        params (AccessAction Action, DataClass DataClass)[] granted
    ) =>
        app.Store.Records.RunAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, "Patient", patientId),
            db =>
            {
                foreach (var (action, dataClass) in granted)
                    db.Grant(patientId, action, dataClass);
                return work(db);
            },
            Stop
        );

    [StoredAs("NameOfBefore")]
    [RecordOf(DataClass.Assessments)]
    private sealed class Renamed : IPatientRecord
    {
        public Guid PatientId => Guid.Empty;
    }
}
