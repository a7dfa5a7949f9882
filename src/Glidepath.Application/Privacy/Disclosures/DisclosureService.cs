using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>What somebody wants to let out. Whom a consent names is read from the consent, never from the one who asks.</summary>
public sealed record DisclosureAsk
{
    public required DisclosureChannel Channel { get; init; }
    public required DisclosureBasis Basis { get; init; }
    public Guid? Reference { get; init; }
    public InformationCategory Categories { get; init; } = InformationCategories.AllButCounsellingNotes;
    public bool IsWholeOrNothing { get; init; }
    public DisclosurePurpose Purpose { get; init; }
    public string? PurposeText { get; init; }

    /// <summary>Where the basis names none by itself: a class consent, an emergency, an order.</summary>
    public string? RecipientName { get; init; }

    public RecipientClass RecipientClass { get; init; }
    public string? RecipientAddress { get; init; }
    public bool IsAgainstPatient { get; init; }
}

/// <summary>
/// The one way out. Screen for outsiders, print, PDF, CSV and JSON all come here: the gate decides in the transaction that reads what goes,
/// and what comes back is exactly what was permitted, with its notices. (docs/decisions/0016-one-disclosure-gate.md)
/// </summary>
public sealed class DisclosureService(DisclosureAccess access, CurrentActor current, RecordSections sections)
{
    /// <returns>Null for a refusal: answer as for a patient who does not exist.</returns>
    public Task<DisclosedRecord?> DiscloseAsync(Guid patientId, DisclosureAsk ask, CancellationToken cancellationToken) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            ask.Channel,
            ask.Basis,
            (file, now) => Request(ask, file, patientId, now),
            async (db, request, permit) =>
                new DisclosedRecord
                {
                    AccountingId = request.RecordId,
                    At = request.Now,
                    Zone = db.Zone,
                    MergedInto = await RecordAccess.PointerAsync(db, current.Actor, patientId, request.Now, cancellationToken),
                    Recipient = request.Recipient.Name,
                    Purpose = request.PurposeText ?? DisclosurePurposes.InWords(request.Purpose),
                    Categories = permit.Categories,
                    Notices = permit.Notices,
                    Sections = await sections.ReadAsync(
                        db,
                        patientId,
                        permit.Categories,
                        permit.Merged,
                        db.DayOf(request.Now),
                        request.Basis is DisclosureBasis.PatientAccess,
                        current.Actor.Role is Role.Patient,
                        cancellationToken
                    ),
                },
            cancellationToken
        );

    /// <summary>A paper of its own kind, such as a letter, by the same gate.</summary>
    /// <param name="write">Reads what the permit names, and nothing else.</param>
    /// <returns>Null for a refusal.</returns>
    public Task<DisclosedPaper?> DiscloseAsync(
        Guid patientId,
        DisclosureAsk ask,
        Func<GlidepathDbContext, InformationCategory, Task<string>> write,
        CancellationToken cancellationToken
    ) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            ask.Channel,
            ask.Basis,
            (file, now) => Request(ask, file, patientId, now),
            async (db, request, permit) => new DisclosedPaper(request.RecordId, await write(db, permit.Categories), permit.Notices),
            cancellationToken
        );

    private DisclosureRequest Request(DisclosureAsk ask, PrivacyFile? file, Guid patientId, DateTime now)
    {
        var actor = current.Actor;
        var request = new DisclosureRequest
        {
            RecordId = Guid.CreateVersion7(),
            Channel = ask.Channel,
            Basis = ask.Basis,
            Reference = ask.Reference,
            Actor = actor,
            Recipient = To(ask, file, patientId, actor),
            Purpose =
                ask.Purpose != DisclosurePurpose.None
                    ? ask.Purpose
                    : ask.Basis switch
                    {
                        DisclosureBasis.PatientAccess => DisclosurePurpose.AtPatientsRequest,
                        DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass => DisclosurePurpose.Treatment,
                        DisclosureBasis.MedicalEmergency => DisclosurePurpose.MedicalEmergency,
                        _ => DisclosurePurpose.None,
                    },
            PurposeText = ask.PurposeText,
            Categories = ask.Categories,
            IsWholeOrNothing = ask.IsWholeOrNothing,
            File = file,
            Now = now,
            IsAgainstPatient = ask.IsAgainstPatient,
        };
        return request.Reference is null && ask.Basis is DisclosureBasis.BreakGlass
            ? request with
            {
                Reference = file?.BreakGlass.FirstOrDefault(b => b.OpenedBy == actor.AccountId && b.IsLive(now))?.Id,
            }
            : request;
    }

    private static Recipient To(DisclosureAsk ask, PrivacyFile? file, Guid patientId, Actor actor)
    {
        switch (ask.Basis)
        {
            case DisclosureBasis.PatientAccess:
                return new Recipient("the patient", RecipientClass.Patient, patientId);
            case DisclosureBasis.CareTeam or DisclosureBasis.BreakGlass:
                return new Recipient("this program", RecipientClass.Programme, actor.AccountId);
            case DisclosureBasis.AuditOrEvaluation
            or DisclosureBasis.Research when file?.Approvals.FirstOrDefault(a => a.Id == ask.Reference) is { } approval:
                return new Recipient(
                    approval.OrganisationName,
                    ask.Basis is DisclosureBasis.Research ? RecipientClass.Researcher : RecipientClass.Auditor,
                    approval.OrganisationId
                );
            case DisclosureBasis.ServiceAgreement when file?.Agreements.FirstOrDefault(a => a.Id == ask.Reference) is { } agreement:
                return new Recipient(agreement.OrganisationName, RecipientClass.ServiceOrganisation, agreement.OrganisationId);
        }
        var named = new Recipient(ask.RecipientName ?? "", ask.RecipientClass, null, ask.RecipientAddress);
        return file?.Consents.FirstOrDefault(c => c.Id == ask.Reference) is { RecipientKind: not RecipientKind.Class } consent
            ? named with
            {
                Name = consent.RecipientName ?? "",
                Class = One(consent.RecipientClasses) ?? ask.RecipientClass,
                PartyId = consent.RecipientPartyId,
                IsIntermediary = consent.RecipientKind is RecipientKind.Intermediary,
            }
            : named;
    }

    private static RecipientClass? One(RecipientClass classes) =>
        classes != RecipientClass.None && (classes & (classes - 1)) == 0 ? classes : null;
}

/// <param name="AccountingId">Of its line in the list of what left.</param>
public sealed record DisclosedPaper(Guid AccountingId, string Text, IReadOnlyList<DisclosureNotice> Notices);
