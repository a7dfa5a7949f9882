using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Reads all that bears on who may see a patient, and holds it against its sealed head. Most of it is rare: the head says which tables have
/// anything, and only those are read. A table that has less than its head says, or other rows, opens nothing.
/// </summary>
internal sealed class RelationReader
{
    // Beside others who write, the head and the rows may be read at two moments.
    private const int MostTries = 4;

    private readonly GlidepathDbContext _db;
    private readonly List<Guid> _patientIds;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Type, ILookup<Guid, object>> _rows = [];
    private readonly HashSet<Guid> _broken = [];
    private Dictionary<Guid, AccessHead> _heads = [];

    private RelationReader(GlidepathDbContext db, List<Guid> patientIds, CancellationToken cancellationToken) =>
        (_db, _patientIds, _cancellationToken) = (db, patientIds, cancellationToken);

    /// <returns>Patients who do not exist have no entry.</returns>
    /// <exception cref="AccessSealException">What is there is not what was sealed, of the one patient who is asked for or of what bears on
    /// all. Of several, those of whom it is not have no entry, so that one does not close the others.</exception>
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
        await ReadSealedAsync([.. patients.Select(p => p.Id)]);
        var accounts = (
            await _db
                .Users.Where(u => u.PatientId != null && _patientIds.Contains(u.PatientId.Value))
                .Select(u => new { u.Id, u.PatientId })
                .ToListAsync(_cancellationToken)
        ).ToLookup(u => u.PatientId!.Value, u => u.Id);
        var today = _db.DayOf(now);
        var (approvals, agreements) = (OfTheProgramme<RegisteredApproval>(), OfTheProgramme<ServiceAgreement>());
        var scopes = OfTheProgramme<ProgrammeScope>().OrderBy(s => s.RecordedAt).ToList();
        var state = OfTheProgramme<StoreFact>().Find(f => f.Name == OrganisationFacts.State)?.Value ?? "";
        return patients
            .Where(p => !_broken.Contains(p.Id))
            .ToDictionary(
                p => p.Id,
                p => new PatientRelation
                {
                    IsEnquiry =
                        Of<EpisodeOfCare>(p.Id) is { Count: > 0 } episodes && episodes.TrueForAll(e => e.Phase == EpisodePhase.Enquiry),
                    Proposed = Of<HandOver>(p.Id).Where(h => h.IsProposed).Select(h => h.ToAccountId).ToHashSet(),
                    HasNoClinician =
                        Of<EpisodeOfCare>(p.Id).Exists(e => e.IsOpen)
                        && !Of<CareTeamMember>(p.Id).Exists(m => m.IsOn(today) && m.IsClinician),
                    IsFollowedUp = Of<HandOver>(p.Id).Exists(h => h.KeepsFollowUp),
                    File = new PrivacyFile
                    {
                        PatientId = p.Id,
                        Zone = _db.Zone,
                        BirthDate = p.DateOfBirth,
                        State = state,
                        Consents = Of<Consent>(p.Id),
                        ConsentEnds = Of<ConsentEnd>(p.Id),
                        Restrictions = Of<Restriction>(p.Id),
                        BreakGlass = Of<BreakGlass>(p.Id),
                        Emergencies = Of<EmergencyDisclosure>(p.Id),
                        LegalDemands = Of<LegalDemand>(p.Id),
                        StatutoryReports = Of<StatutoryReport>(p.Id),
                        CopyRequests = Of<CopyRequest>(p.Id),
                        Approvals = approvals,
                        Agreements = agreements,
                        Scopes = scopes,
                        PatientAccountId = accounts[p.Id].Select(id => (Guid?)id).FirstOrDefault(),
                        CareTeam = Of<CareTeamMember>(p.Id).Where(m => m.IsOn(today)).Select(m => m.AccountId).ToHashSet(),
                    },
                }
            );
    }

    private async Task ReadSealedAsync(List<Guid> patients)
    {
        await ReadHeadsAsync(patients);
        for (var tries = 1; ; tries++)
        {
            await ReadRowsAsync();
            var faults = Faults(patients);
            if (faults.Count == 0)
                return;
            var before = _heads.ToDictionary(h => h.Key, h => h.Value.Version);
            await ReadHeadsAsync(patients);
            if (tries == MostTries || _heads.All(h => before.GetValueOrDefault(h.Key) == h.Value.Version))
            {
                Refuse(faults);
                return;
            }
        }
    }

    private void Refuse(Dictionary<Guid, string> faults)
    {
        if (_patientIds.Count == 1 || faults.ContainsKey(AccessHead.Programme))
            throw _db.Seals!.Broken(faults.OrderBy(f => f.Key).First().Value);
        foreach (var (id, fault) in faults)
        {
            _db.Seals!.Raise(fault);
            _broken.Add(id);
        }
    }

    /// <summary>In passing the end of the trail, which dates what is read.</summary>
    private async Task ReadHeadsAsync(List<Guid> patients)
    {
        var read = await _db
            .AccessHeads.AsNoTracking()
            .Where(h => patients.Contains(h.SubjectId) || h.SubjectId == AccessHead.Programme)
            .Select(h => new { Head = h, End = _db.AuditHeads.Select(a => a.Count).FirstOrDefault() })
            .ToListAsync(_cancellationToken);
        _heads = read.ToDictionary(r => r.Head.SubjectId, r => r.Head);
        if (read is [{ End: var end }, ..])
            _db.Scope!.Seen = end;
    }

    private async Task ReadRowsAsync()
    {
        var held = _heads.Values.SelectMany(h => h.Read().Keys).ToHashSet(StringComparer.Ordinal);
        _rows.Clear();
        await KeepAsync(_db.Set<CareTeamMember>());
        await KeepAsync(_db.Set<EpisodeOfCare>());
        await KeepAsync(_db.Set<HandOver>());
        await KeepAsync(_db.Set<Consent>());
        await KeepAsync(_db.Set<ConsentEnd>());
        await KeepAsync(_db.Set<Restriction>());
        await KeepAsync(_db.Set<BreakGlass>());
        await KeepAsync(_db.Set<EmergencyDisclosure>());
        await KeepAsync(_db.Set<LegalDemand>());
        await KeepAsync(_db.Set<StatutoryReport>());
        await KeepAsync(_db.Set<CopyRequest>());
        await KeepForAllAsync(_db.Set<RegisteredApproval>());
        await KeepForAllAsync(_db.Set<ServiceAgreement>());
        await KeepForAllAsync(_db.Set<ProgrammeScope>());
        await KeepForAllAsync(_db.StoreFacts.Where(f => SealedTypes.Facts.Contains(f.Name)));

        async Task KeepAsync<T>(IQueryable<T> rows)
            where T : class, IPatientRecord
        {
            if (held.Contains(typeof(T).Name))
                Keep(
                    await rows.AsNoTracking().Where(r => _patientIds.Contains(r.PatientId)).ToListAsync(_cancellationToken),
                    r => r.PatientId
                );
        }

        async Task KeepForAllAsync<T>(IQueryable<T> rows)
            where T : class
        {
            if (held.Contains(typeof(T).Name))
                Keep(await rows.AsNoTracking().ToListAsync(_cancellationToken), _ => AccessHead.Programme);
        }

        void Keep<T>(List<T> rows, Func<T, Guid> subject)
            where T : class => _rows[typeof(T)] = rows.ToLookup(subject, r => (object)r);
    }

    private Dictionary<Guid, string> Faults(List<Guid> patients) =>
        patients
            .Select(id => (Id: id, Kinds: SealedTypes.OfPatients))
            .Append((Id: AccessHead.Programme, Kinds: SealedTypes.OfTheProgramme))
            .Select(of =>
                (
                    of.Id,
                    Fault: AccessHeads.FirstFault(
                        _db,
                        _db.Seals!,
                        _heads.GetValueOrDefault(of.Id),
                        of.Kinds.Select(kind => (kind, RowsOf(kind, of.Id)))
                    )
                )
            )
            .Where(f => f.Fault is not null)
            .ToDictionary(f => f.Id, f => f.Fault!);

    private IEnumerable<object> RowsOf(Type kind, Guid subject) => _rows.TryGetValue(kind, out var rows) ? rows[subject] : [];

    private List<T> Of<T>(Guid patientId) => [.. RowsOf(typeof(T), patientId).Cast<T>()];

    private List<T> OfTheProgramme<T>() => Of<T>(AccessHead.Programme);
}
