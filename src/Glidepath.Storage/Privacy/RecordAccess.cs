using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// The door to one patient's record for somebody who is signed in: who may is asked in the same transaction as what they do, so that a consent revoked or a membership
/// ended a moment ago counts. A no is written down, and looks from outside like a patient who does not exist.
/// </summary>
public sealed class RecordAccess(Store store)
{
    /// <param name="dataClass">What <paramref name="work"/> will touch; ask for each kind apart.</param>
    /// <returns>Null where the patient does not exist, or may not be seen by this actor.</returns>
    public Task<T?> RunAsync<T>(Actor actor, string requestId, Guid patientId, AccessAction action, DataClass dataClass, Func<GlidepathDbContext, Task<T>> work, CancellationToken cancellationToken) where T : class =>
        RunAsync(actor, requestId, patientId, [(action, dataClass)], work, cancellationToken);

    public Task<T?> RunAsync<T>(
        Actor actor, string requestId, Guid patientId, IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs, Func<GlidepathDbContext, Task<T>> work, CancellationToken cancellationToken) where T : class
    {
        var writes = needs.Any(n => n.Action is AccessAction.Write or AccessAction.Decide);
        var declared = new AuditEntry(needs.Any(n => n.Action == AccessAction.Export) ? AuditAction.Export : writes ? AuditAction.Update : AuditAction.Read, Names(needs), patientId);
        return store.Records.RunAsync(new RequestActor(actor.AccountId, actor.Role.ToString(), requestId), declared, async db =>
        {
            var now = store.Clock.GetUtcNow().UtcDateTime;
            var decision = await DecideAsync(db, actor, patientId, needs, now, cancellationToken);
            if (decision is { IsAllowed: true })
            {
                db.Scope!.Basis = decision.ByBreakGlass is null ? decision.Reason : $"{decision.Reason}:{decision.ByBreakGlass}";
                return await work(db);
            }
            db.Scope!.Refusal = declared with { Outcome = AuditOutcome.Refused, Reason = decision?.Reason ?? "person.unknown" };
            return null;
        }, cancellationToken);
    }

    /// <summary>All that bears on who may see this patient, read without leaving reads in the audit.</summary>
    /// <returns>Null where there is no such patient.</returns>
    public static async Task<PatientRelation?> RelationAsync(GlidepathDbContext db, Guid patientId, DateTime now, CancellationToken cancellationToken)
    {
        db.Scope!.IsDeciding = true;
        try
        {
            var patient = await db.Set<Patient>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == patientId, cancellationToken);
            if (patient is null)
                return null;
            var today = DateOnly.FromDateTime(now);
            var team = await db.Set<CareTeamMember>().AsNoTracking().Where(m => m.PatientId == patientId && m.From <= today && (m.To == null || m.To >= today)).ToListAsync(cancellationToken);
            var phases = await db.Set<EpisodeOfCare>().AsNoTracking().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken);
            return new PatientRelation
            {
                IsEnquiry = phases.Count > 0 && phases.All(e => e.Phase == EpisodePhase.Enquiry),
                File = new PrivacyFile
                {
                    PatientId = patientId,
                    BirthDate = patient.DateOfBirth,
                    State = await StateOfAsync(db, cancellationToken),
                    Consents = await AllAsync<Consent>(),
                    ConsentEnds = await AllAsync<ConsentEnd>(),
                    Restrictions = await AllAsync<Restriction>(),
                    BreakGlass = await AllAsync<BreakGlass>(),
                    Emergencies = await AllAsync<EmergencyDisclosure>(),
                    LegalDemands = await AllAsync<LegalDemand>(),
                    StatutoryReports = await AllAsync<StatutoryReport>(),
                    Approvals = await db.Set<RegisteredApproval>().AsNoTracking().ToListAsync(cancellationToken),
                    Agreements = await db.Set<ServiceAgreement>().AsNoTracking().ToListAsync(cancellationToken),
                    Scopes = await db.Set<ProgrammeScope>().AsNoTracking().OrderBy(s => s.RecordedAt).ToListAsync(cancellationToken),
                    PatientAccountId = await db.Users.Where(u => u.PatientId == patientId).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken),
                    CareTeam = team.Select(m => m.AccountId).ToHashSet(),
                },
            };
        }
        finally
        {
            db.Scope.IsDeciding = false;
        }

        Task<List<T>> AllAsync<T>() where T : class, IPatientRecord => db.Set<T>().AsNoTracking().Where(r => r.PatientId == patientId).ToListAsync(cancellationToken);
    }

    private static async Task<AccessDecision?> DecideAsync(
        GlidepathDbContext db, Actor actor, Guid patientId, IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs, DateTime now, CancellationToken cancellationToken)
    {
        if (await RelationAsync(db, patientId, now, cancellationToken) is not { } relation)
            return null;
        var decisions = needs.Select(n => AccessPolicy.Decide(actor, relation, n.Action, n.DataClass, now)).ToList();
        return decisions.Find(d => !d.IsAllowed) ?? decisions[0];
    }

    private static async Task<string> StateOfAsync(GlidepathDbContext db, CancellationToken cancellationToken) =>
        await db.StoreFacts.AsNoTracking().Where(f => f.Name == OrganisationFacts.State).Select(f => f.Value).SingleOrDefaultAsync(cancellationToken) ?? "";

    private static string Names(IReadOnlyList<(AccessAction Action, DataClass DataClass)> needs) => string.Join(',', needs.Select(n => n.DataClass.ToString()).Distinct().Order(StringComparer.Ordinal));
}

/// <summary>Names of the facts about the organisation that stand in the store.</summary>
public static class OrganisationFacts
{
    public const string Name = "organisation.name";

    /// <summary>Two letters; whose law on minors governs. Unknown until set, and then the closed answer holds.</summary>
    public const string State = "organisation.state";
}
