using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>
/// Fills an empty demo store with the people of <see cref="DemoRecipes"/> and what the areas add to each, as staff would enter it. A store
/// that holds anybody is left as it is.
/// </summary>
internal sealed class DemoClinic(Store store, IReadOnlyDictionary<Role, UserAccount> staff, IEnumerable<DemoEntries> areas)
{
    private static readonly RequestActor Maker = RequestActor.System("demo");

    /// <summary>How the made-up program is reached: a number that is nobody's.</summary>
    private static readonly (string Name, string Value)[] Reached =
    [
        (OrganisationFacts.Phone, "(555) 555-0199"),
        (OrganisationFacts.Hours, "Monday to Friday, 8 to 5"),
        (OrganisationFacts.ReadBy, "09:00"),
    ];

    private readonly DateTime _now = store.Clock.GetUtcNow().UtcDateTime;

    public async Task EnsureAsync(CancellationToken cancellationToken)
    {
        if (
            await store.Records.RunAsync(
                Maker,
                new AuditEntry(AuditAction.Read, nameof(Patient)),
                async db => await db.Deciding<Patient>().AnyAsync(cancellationToken),
                cancellationToken
            )
        )
            return;
        await store.Records.RunAsync(
            Maker,
            new AuditEntry(AuditAction.Configure, nameof(StoreFact)),
            async db =>
            {
                foreach (var (name, value) in Reached)
                    if (!await db.StoreFacts.AnyAsync(f => f.Name == name, cancellationToken))
                        db.Add(new StoreFact { Name = name, Value = value });
                db.Add(WardUnit.Open(DemoWard.UnitId, "Harbor unit", "8"));
                return true;
            },
            cancellationToken
        );
        foreach (var person in DemoRecipes.All)
            await store.Records.RunAsync(
                Maker,
                new AuditEntry(AuditAction.Create, nameof(Patient)),
                async db =>
                {
                    var patient = Add(db, person);
                    await PatientFinding.KeepInStepAsync(db, store.Index, patient, cancellationToken);
                    // The demo's patient account is this person's own.
                    if (person.IsPatientAccount)
                        (await db.Users.SingleAsync(u => u.Id == staff[Role.Patient].Id, cancellationToken)).PatientId = patient.Id;
                    return patient.Id;
                },
                cancellationToken
            );
    }

    private Patient Add(GlidepathDbContext db, DemoPatient person)
    {
        var (called, helpline) = (At(person.CalledDaysAgo), staff[Role.Helpline].Id);
        var patient = Patient.Register(
            Guid.CreateVersion7(called),
            new PatientDetails
            {
                GivenName = person.Given,
                FamilyName = person.Family,
                DateOfBirth = person.Born,
                Phone = "555-01" + (10 + person.Given[0] % 90),
            },
            called,
            helpline
        );
        // Made up whole, before anybody has signed in.
        db.Grant(patient.Id, AccessAction.Write, Enum.GetValues<DataClass>());
        if (person.WhoCanSeeThisPhone is { } who)
            patient.Prefer(
                new CommunicationPreferences
                {
                    Call = Answer.Yes,
                    TextMessage = Answer.No,
                    PhonePrivacy = PhonePrivacy.OthersCanSee,
                    WhoCanSeeThePhone = who,
                }
            );
        db.Add(patient);
        var (episode, opening) = EpisodeOfCare.Open(
            Guid.CreateVersion7(),
            patient.Id,
            Day(person.CalledDaysAgo),
            new MoveEntry(Guid.CreateVersion7(), called, helpline, store.Zone, "Called the helpline.")
        );
        db.Add(episode);
        db.Add(opening);
        foreach (var (to, daysAgo, reason) in person.Moves)
            db.Add(
                episode.Move(
                    to,
                    Day(daysAgo),
                    new MoveEntry(Guid.CreateVersion7(), At(daysAgo), staff[Role.Nurse].Id, store.Zone, reason),
                    // The areas add the team and the answers below.
                    readiness: CareReadiness.Ready
                )
            );
        if (person.Pathway is { } pathway)
            episode.ComeInBy(pathway);
        var came = person.Moves is [var first, ..] ? first.DaysAgo : person.CalledDaysAgo;
        var made = new DemoPerson(person.Recipe, patient, episode, came, staff, _now) { Zone = store.Zone };
        db.AddRange(areas.SelectMany(area => area.Of(made)));
        if (person.Discharge is { } discharge)
            db.Add(
                episode.Move(
                    EpisodePhase.Discharged,
                    Day(3),
                    new MoveEntry(Guid.CreateVersion7(), At(3), staff[Role.Nurse].Id, store.Zone, "Letter and list of medicines sent."),
                    discharge
                )
            );
        return patient;
    }

    /// <summary>The day of the same instant: after a night with a change of the clocks, days counted back from today are another.</summary>
    private DateOnly Day(int daysAgo) => LocalDay.Of(At(daysAgo), store.Zone);

    private DateTime At(int daysAgo) => _now.AddDays(-daysAgo);
}
