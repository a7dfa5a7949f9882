using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Facilities;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Facilities;

/// <summary>Referrals of one person, and those that are due over all whom the actor may see. Null is "no such person".</summary>
internal sealed class ReferralService(Store store, RecordAccess access, CurrentActor who, PatientRegistry patients, FinderService finder)
{
    /// <summary>After so many days without a word somebody asks.</summary>
    private const int QuietDays = 2;

    private DateTime Now => store.Clock.GetUtcNow().UtcDateTime;

    private DateOnly Today => store.Today;

    public Task<ReferralsView?> OfAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync(
            who.Actor,
            who.RequestId,
            patientId,
            [(AccessAction.Read, DataClass.Demographics), (AccessAction.Read, DataClass.Referrals)],
            async db =>
            {
                // Whoever only follows a referral up does not learn how care goes on.
                var presence = await access.AllowedAsync(
                    db,
                    who.Actor,
                    patientId,
                    AccessAction.Read,
                    [DataClass.PresenceInTreatment],
                    cancellationToken
                );
                var patient = await db.Set<Patient>().AsNoTracking().SingleAsync(p => p.Id == patientId, cancellationToken);
                var referrals = await db.Set<Referral>()
                    .AsNoTracking()
                    .Where(r => r.PatientId == patientId)
                    .OrderByDescending(r => r.DraftedOn)
                    .ThenByDescending(r => r.Id)
                    .ToListAsync(cancellationToken);
                var moves = (
                    await db.Set<ReferralMove>()
                        .AsNoTracking()
                        .Where(m => m.PatientId == patientId)
                        .OrderBy(m => m.RecordedAt)
                        .ToListAsync(cancellationToken)
                ).ToLookup(m => m.ReferralId);
                return new ReferralsView(
                    PatientHead.Of(patient, presence.Count == 0 ? null : await EpisodeAsync(db, patientId, cancellationToken), Today) with
                    {
                        MergedInto = await RecordAccess.PointerAsync(db, who.Actor, patientId, Now, cancellationToken),
                        AlsoKeptAs = db.MergedHeads(patientId),
                    },
                    referrals,
                    moves,
                    await CoveringAsync(db, patientId, referrals, cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>Open referrals of people whom the actor may see, what is due first.</summary>
    public async Task<IReadOnlyList<DueReferral>> DueAsync(CancellationToken cancellationToken)
    {
        var heads = (await patients.MineAsync(cancellationToken)).ToDictionary(h => h.Id);
        foreach (var followed in await patients.FollowedUpAsync(cancellationToken))
            heads.TryAdd(followed.Id, followed);
        return await store.Records.RunAsync(
            who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(Referral), Reason: "list"),
            async Task<IReadOnlyList<DueReferral>> (db) =>
            {
                var may = await RecordAccess.SeenAsync(db, who.Actor, heads.Keys, [DataClass.Referrals], [], Now, cancellationToken);
                var seen = may.Keys.ToList();
                if (seen.Count == 0)
                    return [];
                var all = await db.Set<Referral>().AsNoTracking().Where(r => seen.Contains(r.PatientId)).ToListAsync(cancellationToken);
                var latest = all.GroupBy(r => r.PatientId).Select(g => g.MaxBy(r => (r.DraftedOn, r.Id))!.Id).ToHashSet();
                // Who was declined and not sent anywhere since has no place yet.
                var open = all.Where(r => r.IsOpen || (r.State is ReferralState.Declined && latest.Contains(r.Id))).ToList();
                var ids = open.Select(r => r.Id).ToList();
                var moved = (
                    await db.Of<ReferralMove>(seen)
                        .Where(m => ids.Contains(m.ReferralId))
                        .Select(m => new { m.ReferralId, m.On })
                        .ToListAsync(cancellationToken)
                )
                    .GroupBy(m => m.ReferralId)
                    .ToDictionary(g => g.Key, g => g.Max(m => m.On));
                return
                [
                    .. open.Select(r => new DueReferral(heads[r.PatientId], r, DueOn(r, moved.GetValueOrDefault(r.Id, r.DraftedOn))))
                        .OrderBy(d => d.DueOn),
                ];
            },
            cancellationToken
        );
    }

    public Task<Saved?> DraftAsync(Guid patientId, Guid placeId, string? words, Once once, CancellationToken cancellationToken) =>
        ChangeAsync(
            patientId,
            once,
            async db =>
            {
                var place = finder.Place(placeId) ?? throw new RuleViolationException("referral.place.unknown");
                EpisodeOfCare? episode;
                using (db.BeginDeciding())
                    episode = await EpisodeAsync(db, patientId, cancellationToken);
                if (episode is null)
                    throw new RuleViolationException("referral.episode.none");
                var (referral, move) = Referral.Draft(Guid.CreateVersion7(), episode, place, Today, Entry(words));
                db.Add(referral);
                db.Add(move);
                await db.SaveChangesAsync(cancellationToken);
                return new Saved(referral.Id, referral.Version);
            },
            cancellationToken
        );

    /// <param name="version">As the sender saw it.</param>
    public async Task<Saved?> MoveAsync(
        Guid patientId,
        Guid referralId,
        Guid version,
        ReferralStep step,
        Once once,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await TryMoveAsync(patientId, referralId, version, step, once, cancellationToken);
        }
        catch (RuleViolationException refused) when (refused.Rule is NotCovered or Ended)
        {
            // The unit of work was undone, and with it its row: a no of the gate is written down by itself.
            await store.Records.NoteAsync(
                who.ForAudit,
                new AuditEntry(AuditAction.Disclose, nameof(Referral), patientId, referralId, AuditOutcome.Refused, refused.Rule),
                cancellationToken
            );
            throw;
        }
    }

    private const string NotCovered = "referral.consent.does-not-cover",
        Ended = "referral.consent.ended";

    private Task<Saved?> TryMoveAsync(
        Guid patientId,
        Guid referralId,
        Guid version,
        ReferralStep step,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            once,
            async db =>
            {
                var referral =
                    await db.Set<Referral>().SingleOrDefaultAsync(r => r.Id == referralId && r.PatientId == patientId, cancellationToken)
                    ?? throw new RuleViolationException("referral.unknown");
                if (referral.Version != version)
                    throw new LostUpdateException(nameof(Referral));
                if (step is { To: ReferralState.Consented, Consent: HandOffConsent.WrittenConsent, ConsentId: { } consent })
                    await CheckAsync(db, patientId, referral, consent, cancellationToken);
                // Here the place is told: the consent must hold now, not only when it was agreed, and what is told is accounted for.
                if (
                    !step.IsCheck
                    && step.To is ReferralState.Sent or ReferralState.Appointment
                    && referral is { Consent: HandOffConsent.WrittenConsent, ConsentId: { } relied }
                    && Referral.Next(referral.State).Contains(step.To)
                    && !await DisclosureAccess.PermitsAsync(db, patientId, Now, Request(referral, relied), cancellationToken)
                )
                    throw new RuleViolationException(Ended);
                var entry = Entry(step.Words);
                db.Add(
                    step switch
                    {
                        { IsCheck: true } => referral.Check(Today, entry),
                        { To: ReferralState.Consented } => referral.Agree(
                            step.Consent ?? HandOffConsent.PersonOnTheLine,
                            step.ConsentId,
                            Today,
                            entry
                        ),
                        { To: ReferralState.Declined } => referral.Decline(step.Declined ?? DeclineReason.Other, Today, entry),
                        { To: ReferralState.Appointment } => referral.MakeAppointment(
                            step.Day ?? throw new RuleViolationException("referral.appointment.missing"),
                            Today,
                            entry
                        ),
                        { To: ReferralState.Arrived } => referral.Arrive(step.Day ?? Today, entry),
                        _ => referral.Move(step.To, Today, entry),
                    }
                );
                // What the place said, without whom it was about, for the next caller.
                if (!step.IsCheck && step.To is ReferralState.Declined or ReferralState.Accepted)
                    db.Add(
                        PlaceAnswer.Of(
                            Guid.CreateVersion7(),
                            referral.PlaceId,
                            step.To is ReferralState.Declined ? referral.DeclineReason : null,
                            Today,
                            Now,
                            who.Actor.AccountId
                        )
                    );
                await db.SaveChangesAsync(cancellationToken);
                if (!referral.IsOpen)
                    await EndFollowUpAsync(db, patientId, cancellationToken);
                return new Saved(referral.Id, referral.Version);
            },
            cancellationToken
        );

    /// <summary>With the last referral that was open the helpline's follow-up ends.</summary>
    private async Task EndFollowUpAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using (db.BeginDeciding())
        {
            var all = await db.Set<Referral>().AsNoTracking().Where(r => r.PatientId == patientId).ToListAsync(cancellationToken);
            if (all.Exists(r => r.IsOpen))
                return;
        }
        await HandOverService.FinishFollowUpAsync(db, patientId, Now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Written consents on which the places of those referrals could be told that still wait for one.</summary>
    private async Task<ILookup<Guid, CoveringConsent>> CoveringAsync(
        GlidepathDbContext db,
        Guid patientId,
        List<Referral> referrals,
        CancellationToken cancellationToken
    )
    {
        var waiting = referrals
            .Where(r => Referral.Next(r.State).Contains(ReferralState.Consented) || (r.IsOpen && r.ConsentId is not null))
            .ToList();
        if (waiting.Count == 0)
            return Array.Empty<CoveringConsent>().ToLookup(_ => Guid.Empty);
        // Shown of them: only those by which the gate would let this very place be told.
        db.Grant(patientId, AccessAction.Read, DataClass.Consents);
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.PatientId == patientId).ToListAsync(cancellationToken);
        var asked = (
            from referral in waiting
            from consent in consents
            select (Referral: referral.Id, Consent: consent, Request: Request(referral, consent.Id))
        ).ToList();
        var permitted = (await DisclosureAccess.WouldPermitAsync(db, patientId, Now, asked.Select(a => a.Request), cancellationToken))
            .Select(r => r.RecordId)
            .ToHashSet();
        return asked
            .Where(a => permitted.Contains(a.Request.RecordId))
            .ToLookup(a => a.Referral, a => new CoveringConsent(a.Consent.Id, a.Consent.RecipientName, a.Consent.SignedOn));
    }

    /// <summary>A written consent must be live, be for referrals and name this place.</summary>
    private async Task CheckAsync(
        GlidepathDbContext db,
        Guid patientId,
        Referral referral,
        Guid consentId,
        CancellationToken cancellationToken
    )
    {
        if (await DisclosureAccess.WouldPermitAsync(db, patientId, Now, [Request(referral, consentId)], cancellationToken) is [])
            throw new RuleViolationException(NotCovered);
    }

    private DisclosureRequest Request(Referral referral, Guid consentId) =>
        new()
        {
            RecordId = Guid.CreateVersion7(),
            Channel = DisclosureChannel.Telephone,
            Basis = DisclosureBasis.Consent,
            Reference = consentId,
            Actor = who.Actor,
            Recipient = new Recipient(referral.PlaceName, RecipientClass.TreatingProvider, referral.PlaceId),
            Purpose = DisclosurePurpose.Treatment,
            Categories = InformationCategory.Demographics | InformationCategory.PresenceInTreatment | InformationCategory.Referrals,
            File = null,
            Now = Now,
        };

    private static DateOnly DueOn(Referral referral, DateOnly moved) =>
        referral switch
        {
            { NextCheck: { } check } => check,
            { State: ReferralState.Appointment, AppointmentOn: { } day } => day,
            _ => moved.AddDays(QuietDays),
        };

    private Task<Saved?> ChangeAsync(
        Guid patientId,
        Once once,
        Func<GlidepathDbContext, Task<Saved>> work,
        CancellationToken cancellationToken
    ) => access.ChangeAsync(who, patientId, [(AccessAction.Write, DataClass.Referrals)], once, work, cancellationToken);

    private MoveEntry Entry(string? words) =>
        new(Guid.CreateVersion7(), Now, who.Actor.AccountId, store.Zone, string.IsNullOrWhiteSpace(words) ? null : words.Trim());

    private static Task<EpisodeOfCare?> EpisodeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        db.Set<EpisodeOfCare>()
            .Where(e => e.PatientId == patientId)
            .OrderByDescending(e => e.OpenedOn)
            .ThenByDescending(e => e.Id)
            .FirstOrDefaultAsync(cancellationToken);
}

/// <param name="Day">Of an appointment, or of the arrival.</param>
/// <param name="IsCheck">A follow-up, in place of a move.</param>
public sealed record ReferralStep(
    ReferralState To,
    string? Words = null,
    HandOffConsent? Consent = null,
    Guid? ConsentId = null,
    DeclineReason? Declined = null,
    DateOnly? Day = null,
    bool IsCheck = false
);

public sealed record ReferralsView(
    PatientHead Head,
    IReadOnlyList<Referral> Referrals,
    ILookup<Guid, ReferralMove> Moves,
    ILookup<Guid, CoveringConsent> Covering
)
{
    /// <summary>It is still open, and the written consent it rests on no longer covers it.</summary>
    public bool HasLostItsConsent(Referral referral) =>
        referral is { IsOpen: true, ConsentId: { } relied } && Covering[referral.Id].All(c => c.Id != relied);
}

/// <param name="Recipient">As it stands on the form.</param>
public sealed record CoveringConsent(Guid Id, string? Recipient, DateOnly? SignedOn);

/// <param name="DueOn">Two days after the last move; the appointment; the check after arrival.</param>
public sealed record DueReferral(PatientHead Who, Referral Referral, DateOnly DueOn);
