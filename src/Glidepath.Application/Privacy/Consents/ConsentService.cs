using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Units;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Privacy;

/// <param name="Refusal">Why it may not be relied on now, as a stable code; null while it may.</param>
/// <param name="SentUnderIt">How many disclosures rested on it.</param>
/// <param name="Reached">Who got something on it and must be told that it was ended; nobody while it has not been.</param>
public sealed record ConsentLine(Consent Consent, string? Refusal, ConsentEnd? End, int SentUnderIt, IReadOnlyList<Reached> Reached)
{
    public bool IsLive => Refusal is null;
}

/// <summary>All that a page about one patient's consents shows.</summary>
/// <param name="Control">Whose signature is needed today.</param>
public sealed record ConsentFile(
    Guid PatientId,
    string PatientName,
    string Programme,
    MinorControl Control,
    IReadOnlyList<ConsentLine> Consents,
    IReadOnlyList<Restriction> Restrictions,
    NoticeOfPrivacy? Notice,
    NoticeAcknowledgement? Acknowledged,
    IReadOnlyDictionary<Guid, string> Names
)
{
    /// <summary>Null: not known.</summary>
    public DateOnly? BirthDate { get; init; }

    public DateOnly Today { get; init; }

    /// <summary>Null for a record that stands by itself.</summary>
    public MergePointer? MergedInto { get; init; }

    /// <summary>Records merged into this one that have consents of their own.</summary>
    public IReadOnlyList<MergedHead> HeldApart { get; init; } = [];

    /// <summary>Under which the privacy officer may hand a copy to the patient; empty for everyone else.</summary>
    public IReadOnlyList<CopyRequest> Copies { get; init; } = [];

    public string Who(Guid account) => Names.GetValueOrDefault(account, "someone no longer here");
}

/// <summary>Consents of one patient: seen, given, ended. An end works from the next request on, whoever asks.</summary>
public sealed class ConsentService(RecordAccess access, CurrentActor current, Store store, OwnRecord own)
{
    private const int LongestNote = 1_000;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    /// <summary>The patient whose own account is signed in; null for anybody else.</summary>
    public Task<Guid?> OwnPatientAsync(CancellationToken cancellationToken) => own.PatientIdAsync(cancellationToken);

    /// <returns>Null: no such person.</returns>
    public Task<ConsentFile?> SeeAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            [
                (AccessAction.Read, DataClass.Consents),
                (AccessAction.Read, DataClass.Restrictions),
                (AccessAction.Read, DataClass.Demographics),
            ],
            async db =>
            {
                var file = (await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken))!.File;
                var patient = await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken);
                var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.PatientId == patientId).ToListAsync(cancellationToken);
                // How often a consent was relied on, and who must be told of its end, is part of the consent.
                db.Grant(patientId, AccessAction.Read, DataClass.Disclosures);
                var sent = (
                    await db.Set<DisclosureRecord>()
                        .AsNoTracking()
                        .Where(d => d.PatientId == patientId && d.BasisId != null)
                        .ToListAsync(cancellationToken)
                ).ToLookup(d => d.BasisId!.Value);
                var told = await db.Set<RecipientTold>().AsNoTracking().Where(t => t.PatientId == patientId).ToListAsync(cancellationToken);
                var restrictions = await db.Set<Restriction>()
                    .AsNoTracking()
                    .Where(r => r.PatientId == patientId)
                    .ToListAsync(cancellationToken);
                var today = store.Today;
                var notice = await db.Set<NoticeOfPrivacy>()
                    .AsNoTracking()
                    .Where(n => n.InForceFrom <= today)
                    .OrderByDescending(n => n.Number)
                    .FirstOrDefaultAsync(cancellationToken);
                var acknowledged = (
                    await db.Set<NoticeAcknowledgement>().AsNoTracking().Where(a => a.PatientId == patientId).ToListAsync(cancellationToken)
                ).MaxBy(a => a.NoticeNumber);
                var people = consents.Select(c => c.RecordedBy).Concat(file.ConsentEnds.Select(e => e.RecordedBy)).Distinct().ToList();
                var names = await db
                    .Users.Where(u => people.Contains(u.Id))
                    .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
                return new ConsentFile(
                    patientId,
                    patient.DisplayName,
                    await ProgrammeAsync(db, cancellationToken),
                    MinorConsentTable.ControlOf(file.BirthDate, today, file.State, file.CounselsMinorRules),
                    [.. consents.OrderByDescending(c => c.RecordedAt).Select(c => Line(c, file, sent[c.Id], told))],
                    [.. restrictions.OrderByDescending(r => r.RequestedAt)],
                    notice,
                    acknowledged,
                    names
                )
                {
                    BirthDate = file.BirthDate,
                    HeldApart = await access.HeldApartAsync<Consent>(
                        db,
                        current.Actor,
                        patientId,
                        [DataClass.Consents, DataClass.Restrictions, DataClass.Demographics],
                        cancellationToken
                    ),
                    MergedInto = await RecordAccess.PointerAsync(db, current.Actor, patientId, Now, cancellationToken),
                    Today = today,
                    Copies = current.Actor.Role is Role.PrivacyOfficer ? [.. file.CopyRequests.Where(c => c.LetsOut(Now))] : [],
                };
            },
            cancellationToken
        );

    private ConsentLine Line(Consent consent, PrivacyFile file, IEnumerable<DisclosureRecord> sent, IEnumerable<RecipientTold> told)
    {
        var end = file.ConsentEnds.FirstOrDefault(e => e.ConsentId == consent.Id);
        return new ConsentLine(
            consent,
            ConsentReliance.Refusal(consent, file, Now),
            end,
            sent.Count(),
            end is null ? [] : Reached.By(end, sent, told)
        );
    }

    /// <summary>What would be missing, or cannot be; empty where it may be given.</summary>
    public static IReadOnlyList<ConsentElement> Missing(ConsentTerms terms, ConsentFile file) =>
        [.. ConsentElements.Missing(terms, file.Control), .. ConsentElements.Impossible(terms, file.BirthDate, file.Today)];

    /// <summary>A family account by the user name that its owner told the patient; null where there is none.</summary>
    public async Task<Guid?> FamilyAccountAsync(string? userName, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(userName))
            return null;
        await using var db = store.CreateDbContext();
        var normalized = userName.Trim().ToUpperInvariant();
        return await db
            .Users.Where(u => u.NormalizedUserName == normalized && u.Role == nameof(Role.Family) && u.DisabledAt == null)
            .Select(u => (Guid?)u.Id)
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <returns>Null: no such person.</returns>
    /// <exception cref="Treatment.RuleViolationException">An element is missing.</exception>
    public Task<Written?> GiveAsync(Guid patientId, ConsentTerms terms, Once? once, CancellationToken cancellationToken) =>
        RunAsync(
            patientId,
            AccessAction.Write,
            DataClass.Consents,
            once,
            async db =>
            {
                // On a screen people sign with their own account. Staff record what was signed on paper, and sign for nobody.
                if (terms.SignatureMethod is SignatureMethod.Electronic && current.Actor.Role is not Role.Patient)
                    throw new RuleViolationException("consent.signature.own-account");
                var file = (await RecordAccess.RelationAsync(db, patientId, Now, cancellationToken))!.File;
                var control = terms.SignedOn is { } day
                    ? MinorConsentTable.ControlOf(file.BirthDate, day, file.State, file.CounselsMinorRules)
                    : MinorControl.Unknown;
                var consent = Consent.Give(Guid.CreateVersion7(), terms, control, file.BirthDate, Now, current.Actor.AccountId, file.Zone);
                db.Add(consent);
                return new Written(consent.Id);
            },
            cancellationToken
        );

    public Task<Written?> RevokeAsync(Guid patientId, Guid consentId, string? note, Once? once, CancellationToken cancellationToken) =>
        RunAsync(
            patientId,
            AccessAction.Write,
            DataClass.Consents,
            once,
            async db =>
            {
                if (
                    await db.Set<Consent>()
                        .AsNoTracking()
                        .SingleOrDefaultAsync(c => c.Id == consentId && c.PatientId == patientId, cancellationToken)
                    is not { } consent
                )
                    return new Written(null);
                if (
                    await db.Set<ConsentEnd>().AsNoTracking().FirstOrDefaultAsync(e => e.ConsentId == consentId, cancellationToken) is
                    { } ended
                )
                    return new Written(ended.Id);
                var end = ConsentEnd.Of(
                    Guid.CreateVersion7(),
                    consent,
                    ConsentEndKind.Revoked,
                    Now,
                    current.Actor.AccountId,
                    note is { Length: > LongestNote } ? note[..LongestNote] : note
                );
                db.Add(end);
                return new Written(end.Id);
            },
            cancellationToken
        );

    /// <param name="disclosureId">Any of what they received on it.</param>
    /// <exception cref="Treatment.RuleViolationException">Nothing is said of how, or it was not disclosed on this consent.</exception>
    public Task<Written?> ToldAsync(
        Guid patientId,
        Guid consentId,
        Guid disclosureId,
        string? how,
        Once? once,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            patientId,
            AccessAction.Write,
            DataClass.Consents,
            once,
            async db =>
            {
                // Who must be told of the end of a consent is part of the consent.
                db.Grant(patientId, AccessAction.Read, DataClass.Disclosures);
                if (
                    await db.Set<ConsentEnd>()
                        .AsNoTracking()
                        .FirstOrDefaultAsync(e => e.ConsentId == consentId && e.PatientId == patientId, cancellationToken)
                        is not { } end
                    || await db.Set<DisclosureRecord>()
                        .AsNoTracking()
                        .SingleOrDefaultAsync(d => d.Id == disclosureId && d.PatientId == patientId, cancellationToken)
                        is not { } disclosed
                )
                    return new Written(null);
                var told = RecipientTold.Of(
                    Guid.CreateVersion7(),
                    end,
                    disclosed,
                    how is { Length: > LongestNote } ? how[..LongestNote] : how,
                    Now,
                    current.Actor.AccountId
                );
                db.Add(told);
                return new Written(told.Id);
            },
            cancellationToken
        );

    public Task<Written?> AskToWithholdAsync(
        Guid patientId,
        InformationCategory categories,
        string? from,
        string? reason,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            patientId,
            AccessAction.Write,
            DataClass.Restrictions,
            null,
            db =>
            {
                var request = Restriction.Request(
                    Guid.CreateVersion7(),
                    patientId,
                    categories,
                    Now,
                    recipientName: string.IsNullOrWhiteSpace(from) ? null : from,
                    reason: reason
                );
                db.Add(request);
                return Task.FromResult(new Written(request.Id));
            },
            cancellationToken
        );

    /// <summary>By the privacy officer only: the policy has no row for others.</summary>
    public Task<Written?> DecideOnRestrictionAsync(
        Guid patientId,
        Guid restrictionId,
        string decision,
        string? reason,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            patientId,
            current.Actor.Role is Role.PrivacyOfficer ? AccessAction.Decide : AccessAction.None,
            DataClass.Restrictions,
            null,
            async db =>
            {
                if (
                    await db.Set<Restriction>()
                        .SingleOrDefaultAsync(r => r.Id == restrictionId && r.PatientId == patientId, cancellationToken)
                    is not { } restriction
                )
                    return new Written(null);
                if (decision is "agree")
                    restriction.Agree(current.Actor.AccountId, Now, await ColleagueAsync(db, restriction, cancellationToken));
                else if (decision is "decline")
                    restriction.Decline(current.Actor.AccountId, reason, Now);
                else
                    restriction.End(current.Actor.AccountId, reason, Now);
                return new Written(restriction.Id);
            },
            cancellationToken
        );

    /// <summary>Who works here and is meant by the name that the patient gave; null where it is nobody's here.</summary>
    /// <exception cref="Treatment.RuleViolationException">It could be several.</exception>
    private static async Task<Guid?> ColleagueAsync(GlidepathDbContext db, Restriction restriction, CancellationToken cancellationToken)
    {
        if (restriction is not { RecipientName: { } name, RecipientPartyId: null } || name.Trim().Length == 0)
            return null;
        var outsiders = new[] { nameof(Role.Patient), nameof(Role.Family) };
        var staff = await db
            .Users.AsNoTracking()
            .Where(u => !outsiders.Contains(u.Role))
            .Select(u => new { u.Id, u.DisplayName })
            .ToListAsync(cancellationToken);
        var meant = staff
            .Where(u =>
                u.DisplayName.Contains(name.Trim(), StringComparison.OrdinalIgnoreCase)
                || name.Contains(u.DisplayName, StringComparison.OrdinalIgnoreCase)
            )
            .ToList();
        return meant.Count <= 1
            ? meant.SingleOrDefault()?.Id
            : throw new Treatment.RuleViolationException(
                "restriction.agree.who",
                ("name", name.Trim()),
                ("meant", new SentenceList("list.or", [.. meant.Take(3).Select(m => m.DisplayName)]))
            );
    }

    public Task<Written?> AcknowledgeAsync(
        Guid patientId,
        SignatureMethod method,
        AcknowledgementOutcome outcome,
        string? reason,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            patientId,
            AccessAction.Write,
            DataClass.Consents,
            null,
            async db =>
            {
                var today = store.Today;
                if (
                    await db.Set<NoticeOfPrivacy>()
                        .Where(n => n.InForceFrom <= today)
                        .OrderByDescending(n => n.Number)
                        .FirstOrDefaultAsync(cancellationToken)
                    is not { } notice
                )
                    return new Written(null);
                var said = NoticeAcknowledgement.Record(
                    Guid.CreateVersion7(),
                    patientId,
                    notice,
                    method,
                    outcome,
                    reason,
                    Now,
                    current.Actor.AccountId
                );
                db.Add(said);
                return new Written(said.Id);
            },
            cancellationToken
        );

    private Task<Written?> RunAsync(
        Guid patientId,
        AccessAction action,
        DataClass dataClass,
        Once? once,
        Func<GlidepathDbContext, Task<Written>> work,
        CancellationToken cancellationToken
    ) => access.ChangeAsync(current, patientId, [(action, dataClass)], once, work, cancellationToken);

    internal static async Task<string> ProgrammeAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        await db
            .StoreFacts.AsNoTracking()
            .Where(f => f.Name == OrganisationFacts.Name)
            .Select(f => f.Value)
            .SingleOrDefaultAsync(cancellationToken)
        ?? "this program";
}

/// <param name="Id">Null where there was nothing to write to: not found.</param>
public sealed record Written(Guid? Id);
