using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Tests.Shared;

namespace Glidepath.Web.Tests.Patients;

/// <summary>A made-up person with care open, and people who treat them, straight in the store.</summary>
internal sealed class PersonInCare
{
    public required Guid Id { get; init; }

    public required EpisodeOfCare Episode { get; init; }

    public required HttpClient Staff { get; init; }

    public required UserAccount StaffAccount { get; init; }

    public string Intake => $"/patients/{Id}/intake";

    public string Scales => $"/patients/{Id}/assessments";

    public static async Task<PersonInCare> MakeAsync(GlidepathApp app, Role role = Role.Nurse, bool onTeam = true)
    {
        var (client, account) = await app.SignedInAsync(role);
        var (id, now) = (Guid.CreateVersion7(), app.Store.Clock.GetUtcNow().UtcDateTime);
        var today = app.Store.Today;
        var (episode, move) = EpisodeOfCare.Open(
            Guid.CreateVersion7(),
            id,
            today.AddDays(-3),
            new MoveEntry(Guid.CreateVersion7(), now, account.Id, app.Store.Zone)
        );
        var intake = episode.Move(
            EpisodePhase.Intake,
            today.AddDays(-2),
            new MoveEntry(Guid.CreateVersion7(), now, account.Id, app.Store.Zone),
            readiness: CareReadiness.Ready
        );
        await app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Create, "Patient", id),
            db =>
            {
                db.AddRange(
                    Patient.Register(
                        id,
                        new PatientDetails
                        {
                            GivenName = "Ana",
                            FamilyName = "Sample",
                            DateOfBirth = today.AddYears(-41),
                        },
                        now,
                        account.Id
                    ),
                    episode,
                    move,
                    intake
                );
                if (onTeam)
                    db.Add(
                        CareTeamMember.Join(
                            Guid.CreateVersion7(),
                            episode,
                            account.Id,
                            role switch
                            {
                                Role.Prescriber => CareTeamRole.Prescriber,
                                Role.Therapist => CareTeamRole.Therapist,
                                Role.Counsellor => CareTeamRole.Counsellor,
                                _ => CareTeamRole.Nurse,
                            },
                            today.AddDays(-2)
                        )
                    );
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken
        );
        return new PersonInCare
        {
            Id = id,
            Episode = episode,
            Staff = client,
            StaffAccount = account,
        };
    }

    public async Task<string> GetAsync(string page) =>
        await Staff.GetStringAsync(new Uri(page, UriKind.Relative), TestContext.Current.CancellationToken);

    public Task<HttpResponseMessage> SendAsync(string page, params (string Name, string Value)[] fields) =>
        GlidepathApp.Send(Staff, page, fields);

    /// <summary>A talk about inpatient care in which the person said this.</summary>
    public InpatientDiscussion Talk(string said) =>
        InpatientDiscussion.Record(
            Episode,
            DateOnly.FromDateTime(DateTime.UtcNow),
            InpatientOutcome.WantsTime,
            said,
            null,
            new Entry(Guid.CreateVersion7(), DateTime.UtcNow, StaffAccount.Id)
        );

    /// <summary>What stands in the store, read as the system.</summary>
    /// <summary>Agreed at once; for everyone in the program where nobody is named.</summary>
    public static Task<bool> RestrictAsync(GlidepathApp app, Guid patientId, InformationCategory withheld, Guid? from = null) =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Update, "Patient", patientId),
            db =>
            {
                var now = app.Store.Clock.GetUtcNow().UtcDateTime;
                var restriction = Restriction.Request(Guid.CreateVersion7(), patientId, withheld, now, recipientPartyId: from);
                restriction.Agree(Guid.CreateVersion7(), now);
                db.Add(restriction);
                return Task.FromResult(true);
            },
            TestContext.Current.CancellationToken
        );

    public static Task<List<T>> StoredAsync<T>(GlidepathApp app, Guid patientId)
        where T : class, IPatientRecord =>
        app.Store.Records.RunWholeAsync(
            RequestActor.System("test"),
            new AuditEntry(AuditAction.Read, typeof(T).Name, patientId),
            db =>
                Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.ToListAsync(
                    db.Set<T>().Where(e => e.PatientId == patientId),
                    TestContext.Current.CancellationToken
                ),
            TestContext.Current.CancellationToken
        );
}
