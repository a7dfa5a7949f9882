using System.Linq.Expressions;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Reads all that bears on who may see a patient. Most of it is rare: one command asks which of the rare tables hold anything of these
/// patients, and only those are read.
/// </summary>
internal sealed class RelationReader
{
    private const string State = "state:";

    private readonly GlidepathDbContext _db;
    private readonly List<Guid> _patientIds;
    private readonly CancellationToken _cancellationToken;
    private HashSet<string> _held = [];

    private RelationReader(GlidepathDbContext db, List<Guid> patientIds, CancellationToken cancellationToken) =>
        (_db, _patientIds, _cancellationToken) = (db, patientIds, cancellationToken);

    /// <returns>Patients who do not exist have no entry.</returns>
    public static Task<IReadOnlyDictionary<Guid, PatientRelation>> ReadAsync(
        GlidepathDbContext db,
        List<Guid> patientIds,
        DateTime now,
        CancellationToken cancellationToken
    ) => new RelationReader(db, patientIds, cancellationToken).ReadAsync(now);

    private async Task<IReadOnlyDictionary<Guid, PatientRelation>> ReadAsync(DateTime now)
    {
        var patients = await _db.Set<Patient>().AsNoTracking().Where(p => _patientIds.Contains(p.Id)).ToListAsync(_cancellationToken);
        if (patients.Count == 0)
            return new Dictionary<Guid, PatientRelation>();
        _held = await HeldAsync();
        var today = DateOnly.FromDateTime(now);
        var team = await OfAsync<CareTeamMember>(m =>
            _patientIds.Contains(m.PatientId) && m.From <= today && (m.To == null || m.To >= today)
        );
        var episodes = await OfAsync<EpisodeOfCare>(e => _patientIds.Contains(e.PatientId));
        var (consents, ends, restrictions) = (await RareAsync<Consent>(), await RareAsync<ConsentEnd>(), await RareAsync<Restriction>());
        var (glass, emergencies, demands, reports) = (
            await RareAsync<BreakGlass>(),
            await RareAsync<EmergencyDisclosure>(),
            await RareAsync<LegalDemand>(),
            await RareAsync<StatutoryReport>()
        );
        var (approvals, agreements, scopes) = (
            await OfTheProgrammeAsync<RegisteredApproval>(),
            await OfTheProgrammeAsync<ServiceAgreement>(),
            (await OfTheProgrammeAsync<ProgrammeScope>()).OrderBy(s => s.RecordedAt).ToList()
        );
        var accounts = (
            await _db
                .Users.Where(u => u.PatientId != null && _patientIds.Contains(u.PatientId.Value))
                .Select(u => new { u.Id, u.PatientId })
                .ToListAsync(_cancellationToken)
        ).ToLookup(u => u.PatientId!.Value, u => u.Id);
        var state = _held.FirstOrDefault(h => h.StartsWith(State, StringComparison.Ordinal))?[State.Length..] ?? "";
        return patients.ToDictionary(
            p => p.Id,
            p => new PatientRelation
            {
                IsEnquiry = episodes[p.Id].Any() && episodes[p.Id].All(e => e.Phase == EpisodePhase.Enquiry),
                File = new PrivacyFile
                {
                    PatientId = p.Id,
                    BirthDate = p.DateOfBirth,
                    State = state,
                    Consents = [.. consents[p.Id]],
                    ConsentEnds = [.. ends[p.Id]],
                    Restrictions = [.. restrictions[p.Id]],
                    BreakGlass = [.. glass[p.Id]],
                    Emergencies = [.. emergencies[p.Id]],
                    LegalDemands = [.. demands[p.Id]],
                    StatutoryReports = [.. reports[p.Id]],
                    Approvals = approvals,
                    Agreements = agreements,
                    Scopes = scopes,
                    PatientAccountId = accounts[p.Id].Select(id => (Guid?)id).FirstOrDefault(),
                    CareTeam = team[p.Id].Select(m => m.AccountId).ToHashSet(),
                },
            }
        );
    }

    /// <summary>Names of the rare types of which there is anything, and the state of the organization.</summary>
    private async Task<HashSet<string>> HeldAsync()
    {
        var held = Of<Consent>()
            .Concat(Of<ConsentEnd>())
            .Concat(Of<Restriction>())
            .Concat(Of<BreakGlass>())
            .Concat(Of<EmergencyDisclosure>())
            .Concat(Of<LegalDemand>())
            .Concat(Of<StatutoryReport>())
            .Concat(Any<RegisteredApproval>())
            .Concat(Any<ServiceAgreement>())
            .Concat(Any<ProgrammeScope>())
            .Concat(_db.StoreFacts.Where(f => f.Name == OrganisationFacts.State).Select(f => State + f.Value));
        return [.. await held.ToListAsync(_cancellationToken)];

        IQueryable<string> Of<T>()
            where T : class, IPatientRecord =>
            _db.Deciding<T>().Where(r => _patientIds.Contains(r.PatientId)).Select(_ => typeof(T).Name).Take(1);

        IQueryable<string> Any<T>()
            where T : class => _db.Set<T>().Select(_ => typeof(T).Name).Take(1);
    }

    private async Task<ILookup<Guid, T>> OfAsync<T>(Expression<Func<T, bool>> which)
        where T : class, IPatientRecord =>
        (await _db.Set<T>().AsNoTracking().Where(which).ToListAsync(_cancellationToken)).ToLookup(r => r.PatientId);

    private async Task<ILookup<Guid, T>> RareAsync<T>()
        where T : class, IPatientRecord =>
        _held.Contains(typeof(T).Name)
            ? await OfAsync<T>(r => _patientIds.Contains(r.PatientId))
            : Array.Empty<T>().ToLookup(r => r.PatientId);

    private async Task<List<T>> OfTheProgrammeAsync<T>()
        where T : class => _held.Contains(typeof(T).Name) ? await _db.Set<T>().AsNoTracking().ToListAsync(_cancellationToken) : [];
}
