using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>Who a person is, how to reach them, and their contact people.</summary>
public sealed class DetailsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    public Task<DetailsView?> DetailsAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Contact],
            async (db, head) => new DetailsView(head, await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken)),
            cancellationToken
        );

    /// <summary>How a person may be reached safely, for whoever may call, print, mail or invite; null for whoever may not know.</summary>
    public Task<Patient?> SafeContactAsync(Guid patientId, CancellationToken cancellationToken) =>
        Access.RunAsync(
            Actor,
            Who.RequestId,
            patientId,
            [(Read, DataClass.Demographics), (Read, DataClass.Contact)],
            db => db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken),
            cancellationToken
        );

    public Task<Saved?> ChangeDetailsAsync(
        Guid patientId,
        Guid? version,
        Func<Patient, PatientDetails> details,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            [(Write, DataClass.Demographics), (Write, DataClass.Contact)],
            null,
            async db =>
            {
                var patient = Expected(await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken), version);
                patient.Change(details(patient));
                await PatientFinding.KeepInStepAsync(db, Store.Index, patient, cancellationToken);
                await PatientFinding.NoteSameAsync(db, Store.Index, patient, Now, Actor.AccountId, cancellationToken);
                return await SavedAsync(db, patient, patientId, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> PreferAsync(
        Guid patientId,
        Guid? version,
        CommunicationPreferences preferences,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            [(Write, DataClass.Contact), (Read, DataClass.Demographics)],
            null,
            async db =>
            {
                var patient = Expected(await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken), version);
                patient.Prefer(preferences);
                return await SavedAsync(db, patient, patientId, cancellationToken);
            },
            cancellationToken
        );

    /// <summary>The phone and how it may be used, as one change.</summary>
    public Task<Saved?> ReachAsync(
        Guid patientId,
        Guid? version,
        string? phone,
        CommunicationPreferences preferences,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            [(Write, DataClass.Contact), (Read, DataClass.Demographics)],
            null,
            async db =>
            {
                var patient = Expected(await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken), version);
                patient.Change(DetailsOf(patient) with { Phone = phone });
                patient.Prefer(preferences);
                await PatientFinding.KeepInStepAsync(db, Store.Index, patient, cancellationToken);
                await PatientFinding.NoteSameAsync(db, Store.Index, patient, Now, Actor.AccountId, cancellationToken);
                return await SavedAsync(db, patient, patientId, cancellationToken);
            },
            cancellationToken
        );

    public static PatientDetails DetailsOf(Patient patient) =>
        new()
        {
            FamilyName = patient.FamilyName,
            GivenName = patient.GivenName,
            PreferredName = patient.PreferredName,
            DateOfBirth = patient.DateOfBirth,
            Pronouns = patient.Pronouns,
            Language = patient.Language,
            TimeZone = patient.TimeZone,
            Phone = patient.Phone,
            Email = patient.Email,
            Address = patient.Address,
        };

    public Task<ContactsView?> ContactsAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Contact],
            async (db, head) =>
                new ContactsView(
                    head,
                    await db.Set<Contact>()
                        .AsNoTracking()
                        .Where(c => c.PatientId == patientId)
                        .OrderBy(c => c.AddedAt)
                        .ToListAsync(cancellationToken)
                ),
            cancellationToken
        );

    public Task<Saved?> AddContactAsync(Guid patientId, ContactDetails details, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            DataClass.Contact,
            once,
            async db =>
            {
                var contact = Contact.Add(Guid.CreateVersion7(), patientId, details, Now, Actor.AccountId);
                db.Add(contact);
                return await SavedAsync(db, contact, contact.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<Saved?> ChangeContactAsync(
        Guid patientId,
        Guid contactId,
        Guid? version,
        Action<Contact> change,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Contact,
            null,
            async db =>
            {
                var contact = Expected(
                    await OwnAsync<Contact>(db, patientId, c => c.Id == contactId, "contact", cancellationToken),
                    version
                );
                change(contact);
                return await SavedAsync(db, contact, contactId, cancellationToken);
            },
            cancellationToken
        );
}

public sealed record DetailsView(PatientHead Head, Patient Patient);

public sealed record ContactsView(PatientHead Head, IReadOnlyList<Contact> Contacts);
