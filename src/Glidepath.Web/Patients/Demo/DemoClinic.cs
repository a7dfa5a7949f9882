using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Web.Patients.Demo;

/// <summary>
/// Fills an empty demo store with the people of <see cref="DemoRecipes"/>, by the same doors that staff use. A store that holds anybody is
/// left as it is.
/// </summary>
internal sealed class DemoClinic(Store store, IReadOnlyDictionary<Role, UserAccount> staff)
{
    private static readonly RequestActor Maker = RequestActor.System("demo");

    private readonly DateTime _now = store.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => DateOnly.FromDateTime(_now);

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
        foreach (var person in DemoRecipes.All)
            await store.Records.RunAsync(
                Maker,
                new AuditEntry(AuditAction.Create, nameof(Patient)),
                async db =>
                {
                    var patient = Add(db, person);
                    await PatientFinding.KeepInStepAsync(db, store.Index, patient, cancellationToken);
                    // The demo's patient account is this person's own, and the family account is the sister who may know some things.
                    if (person.FamilyConsent)
                        await db
                            .Users.Where(u => u.Id == staff[Role.Patient].Id)
                            .ExecuteUpdateAsync(u => u.SetProperty(x => x.PatientId, patient.Id), cancellationToken);
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
        db.Grant(patient.Id, AccessAction.Write, Enum.GetValues<RecordClass>());
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
            new MoveEntry(Guid.CreateVersion7(), called, helpline, "Called the helpline.")
        );
        db.Add(episode);
        db.Add(opening);
        foreach (var (to, daysAgo, reason) in person.Moves)
            db.Add(episode.Move(to, Day(daysAgo), new MoveEntry(Guid.CreateVersion7(), At(daysAgo), staff[Role.Nurse].Id, reason)));
        if (person.Moves.Count > 0)
            AddTeam(db, episode, person);
        if (person.Door is { } door)
            episode.ComeInBy(door);
        AddIntake(db, episode, person);
        AddClinical(db, episode, person);
        if (person.FamilyConsent)
            db.Add(SisterMayKnow(patient));
        if (person.Discharge is { } discharge)
            db.Add(
                episode.Move(
                    EpisodePhase.Discharged,
                    Day(3),
                    new MoveEntry(Guid.CreateVersion7(), At(3), staff[Role.Nurse].Id, "Letter and list of medicines sent."),
                    discharge
                )
            );
        return patient;
    }

    private void AddTeam(GlidepathDbContext db, EpisodeOfCare episode, DemoPatient person)
    {
        foreach (
            var (role, team) in new[]
            {
                (Role.Prescriber, CareTeamRole.Prescriber),
                (Role.Nurse, CareTeamRole.Nurse),
                (Role.Therapist, CareTeamRole.Therapist),
                (Role.Counsellor, CareTeamRole.Counsellor),
            }
        )
            db.Add(CareTeamMember.Join(Guid.CreateVersion7(), episode, staff[role].Id, team, Day(person.Moves[0].DaysAgo)));
    }

    private void AddIntake(GlidepathDbContext db, EpisodeOfCare episode, DemoPatient person)
    {
        if (person.Answers.Count == 0)
            return;
        var (nurse, at) = (staff[Role.Nurse].Id, At(person.Moves[0].DaysAgo));
        db.Add(Treatment.Patients.Intake.Start(Guid.CreateVersion7(), episode, at, nurse));
        var answers = person.Answers.ToDictionary(a => a.Key, a => IntakeAnswer.Of(a.Value));
        foreach (var question in person.NotKnown)
            answers[question] = IntakeAnswer.Unknown;
        foreach (var part in answers.GroupBy(a => IntakeQuestions.Find(a.Key)!.Part))
        {
            var section = IntakeSection.Start(Guid.CreateVersion7(), episode, part.Key);
            section.Save(part.ToDictionary(), at, nurse);
            db.Add(section);
        }
    }

    private void AddClinical(GlidepathDbContext db, EpisodeOfCare episode, DemoPatient person)
    {
        var (prescriber, nurse) = (staff[Role.Prescriber].Id, staff[Role.Nurse].Id);
        foreach (var (id, daysAgo, given) in person.Scores)
        {
            var instrument = InstrumentTable.Find(id)!;
            var answers = instrument.Items.Zip(given).ToDictionary(a => a.First.Id, a => a.Second);
            db.Add(
                ScoredAssessment.Complete(
                    episode,
                    instrument,
                    answers,
                    Day(daysAgo),
                    AnsweredBy.Patient,
                    new Entry(Guid.CreateVersion7(), At(daysAgo), nurse)
                )
            );
        }
        if (person.Setting is { } setting)
            db.Add(
                SettingDecision.Decide(
                    episode,
                    Day(person.Moves[0].DaysAgo),
                    setting,
                    person.SettingReason,
                    null,
                    [],
                    new Entry(Guid.CreateVersion7(), At(person.Moves[0].DaysAgo), prescriber)
                )
            );
        foreach (var code in person.Conditions.Select(kind => ProblemList.Offered(person.Door).First(c => c.Kind == kind)))
            db.Add(
                Condition.Record(
                    Guid.CreateVersion7(),
                    episode,
                    code,
                    Day(person.Moves[0].DaysAgo),
                    "Found at intake.",
                    new Diagnostician(prescriber, MayDiagnose: true),
                    At(person.Moves[0].DaysAgo)
                )
            );
    }

    private Consent SisterMayKnow(Patient patient) =>
        Consent.Give(
            Guid.CreateVersion7(),
            new ConsentTerms
            {
                PatientId = patient.Id,
                Kind = ConsentKind.SpecificDisclosure,
                OnSameForm = ConsentKind.SpecificDisclosure,
                Origin = ConsentOrigin.RecordedByPatient,
                PatientName = patient.DisplayName,
                DiscloserName = "The demo clinic",
                Categories = InformationCategory.PresenceInTreatment | InformationCategory.Appointments | InformationCategory.MoodLight,
                InformationDescription = "That I come here, when my appointments are, and my mood light.",
                RecipientKind = RecipientKind.Named,
                RecipientName = staff[Role.Family].DisplayName,
                RecipientPartyId = staff[Role.Family].Id,
                RecipientClasses = RecipientClass.Family,
                Purposes = DisclosurePurpose.FamilySupport,
                PurposeText = "So that my sister can help me.",
                HowToRevoke = "Tell anyone here, or press End on the consents page. It works at once.",
                Expiry = ConsentExpiry.OnDay,
                ExpiresOn = Today.AddDays(300),
                SignedBy = ConsentSigner.Patient,
                SignerName = patient.DisplayName,
                SignatureMethod = SignatureMethod.Electronic,
                SignedOn = Day(30),
                HasRedisclosureStatement = true,
                ConsequencesOfRefusal = "None. Care continues the same.",
            },
            MinorControl.NotAMinor,
            At(30),
            staff[Role.Patient].Id
        );

    private DateOnly Day(int daysAgo) => Today.AddDays(-daysAgo);

    // Mid-morning of that day, and never ahead of the clock.
    private DateTime At(int daysAgo) => _now.AddDays(-daysAgo);
}
