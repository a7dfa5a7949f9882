using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Benchmarks;

/// <summary>
/// Fills a store through <see cref="RecordStore"/>: a patient with two contacts, an episode and its first move each, all fields that are
/// encrypted filled.
/// </summary>
internal static class MadeUpPatients
{
    public static readonly Guid Nurse = new("01900000-0000-7000-8000-000000000001");

    private static readonly DateTime At = new(2026, 12, 1, 9, 30, 0, DateTimeKind.Utc);

    public static RequestActor Actor => new(Nurse, "Nurse", "bench");

    public static Patient Patient(Guid id, int number) => Treatment.Patients.Patient.Register(id, Details(number), At, Nurse);

    public static PatientDetails Details(int number) => new() { GivenName = $"Given{number}", FamilyName = $"Madeup{number}" };

    public static async Task FillAsync(Store store, int patients, int batch)
    {
        for (var first = 0; first < patients; first += batch)
        {
            var (from, to) = (first, Math.Min(first + batch, patients));
            await store.Records.RunAsync(
                Actor,
                new AuditEntry(AuditAction.Create, "Patient"),
                db =>
                {
                    for (var i = from; i < to; i++)
                        Add(db, i);
                    return Task.FromResult(0);
                },
                CancellationToken.None
            );
        }
    }

    private static void Add(GlidepathDbContext db, int number)
    {
        var id = Guid.CreateVersion7();
        db.Grant(id, AccessAction.Write, DataClass.Demographics, DataClass.Contact, DataClass.PresenceInTreatment);
        db.Add(Patient(id, number));
        foreach (var relation in new[] { "sister", "friend" })
            db.Add(
                Contact.Add(
                    Guid.CreateVersion7(),
                    id,
                    new ContactDetails
                    {
                        Name = $"Somebody{number}",
                        Relation = relation,
                        Phone = "555-0100",
                        MayBeCalled = Answer.Yes,
                    },
                    At,
                    Nurse
                )
            );
        var (episode, move) = EpisodeOfCare.Open(
            Guid.CreateVersion7(),
            id,
            new(2026, 12, 1),
            new MoveEntry(Guid.CreateVersion7(), At, Nurse, TimeZoneInfo.Utc, "called")
        );
        db.Add(episode);
        db.Add(move);
    }
}
