using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Storage.Privacy;

/// <summary>
/// Reads all that bears on who may see a patient, and holds it against its sealed head. Most of it is rare: the head says which tables have
/// anything, and only those are read, and none where the same head was read a moment ago (<see cref="KeptAccess"/>). A table that has less
/// than its head says, or other rows, opens nothing.
/// </summary>
internal sealed class RelationReader
{
    // Beside others who write, the head and the rows may be read at two moments.
    private const int MostTries = 4;

    private static readonly HotQuery<List<Guid>, Person> People = new(
        (db, ids) =>
            from p in db.Set<Patient>().AsNoTracking().TagWith(RecordQueries.Decides)
            where ids.Contains(p.Id)
            select new Person(p, db.Users.Where(u => u.PatientId == p.Id).Select(u => (Guid?)u.Id).FirstOrDefault())
    );

    private static readonly HotQuery<List<Guid>, HeadAt> Heads = new(
        (db, subjects) =>
            from h in db.Set<AccessHead>().AsNoTracking()
            where subjects.Contains(h.SubjectId)
            select new HeadAt(h, db.AuditHeads.Select(a => a.Count).FirstOrDefault())
    );

    private readonly GlidepathDbContext _db;
    private readonly AccessSeals _seals;
    private readonly List<Guid> _patientIds;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<Guid, IReadOnlyDictionary<Type, IReadOnlyList<object>>> _rows = [];
    private readonly HashSet<Guid> _broken = [];
    private Dictionary<Guid, AccessHead> _heads = [];

    private RelationReader(GlidepathDbContext db, List<Guid> patientIds, CancellationToken cancellationToken) =>
        (_db, _seals, _patientIds, _cancellationToken) = (db, db.Seals!, patientIds, cancellationToken);

    /// <returns>Patients who do not exist have no entry.</returns>
    /// <exception cref="AccessSealException">What is there is not what was sealed, of the one patient who is asked for or of what bears on
    /// all. Of several, those of whom it is not have no entry, so that one does not close the others.</exception>
    public static Task<IReadOnlyDictionary<Guid, DecidedPerson>> ReadAsync(
        GlidepathDbContext db,
        List<Guid> patientIds,
        DateTime now,
        CancellationToken cancellationToken
    ) => new RelationReader(db, patientIds, cancellationToken).ReadAsync(now);

    private async Task<IReadOnlyDictionary<Guid, DecidedPerson>> ReadAsync(DateTime now)
    {
        var people = await People.ToListAsync(_db, _patientIds, _cancellationToken);
        if (people.Count == 0)
            return new Dictionary<Guid, DecidedPerson>();
        await ReadSealedAsync([.. people.Select(p => p.Patient.Id), AccessHead.Programme]);
        // Of the few who have more than one record all are read: what one keeps from somebody, all do.
        while (Linked(people) is { Count: > 0 } linked)
        {
            var more = await People.ToListAsync(_db, linked, _cancellationToken);
            if (more.Count < linked.Count)
                throw _seals.Broken(nameof(PatientLink));
            people.AddRange(more);
            await ReadSealedAsync(linked);
        }
        var one = new OnePerson(people.SelectMany(p => Of<PatientLink>(p.Patient.Id)));
        var today = _db.DayOf(now);
        var (approvals, agreements) = (OfTheProgramme<RegisteredApproval>(), OfTheProgramme<ServiceAgreement>());
        var scopes = OfTheProgramme<ProgrammeScope>().OrderBy(s => s.RecordedAt).ToList();
        var state = OfTheProgramme<StoreFact>().Find(f => f.Name == OrganisationFacts.State)?.Value ?? "";
        var byId = people.ToDictionary(p => p.Patient.Id);
        return people
            .Where(p => !one.All(p.Patient.Id).Any(_broken.Contains))
            .ToDictionary(p => p.Patient.Id, p => new DecidedPerson(p.Patient, Of<EpisodeOfCare>(p.Patient.Id), RelationOf(p.Patient.Id)));

        PatientRelation RelationOf(Guid id)
        {
            var (all, joined, last) = (one.All(id), one.Joined(id), one.GoesOnAs(id));
            var goesOn = last == id ? null : RelationOf(last);
            var team = joined.SelectMany(Of<CareTeamMember>).Where(m => m.IsOn(today)).ToList();
            return new()
            {
                IsEnquiry = Of<EpisodeOfCare>(id) is { Count: > 0 } episodes && episodes.TrueForAll(e => e.Phase == EpisodePhase.Enquiry),
                Proposed = Of<HandOver>(id).Where(h => h.IsProposed).Select(h => h.ToAccountId).ToHashSet(),
                HasNoClinician = goesOn is null && Of<EpisodeOfCare>(id).Exists(e => e.IsOpen) && !team.Exists(m => m.IsClinician),
                IsOpen = Of<EpisodeOfCare>(id).Exists(e => e.IsOpen),
                Covering = Of<AlertCover>(id)
                    .Concat(OfTheOneThatGoesOn<AlertCover>())
                    .Where(c => c.IsLive(now))
                    .Select(c => c.AccountId)
                    .ToHashSet(),
                IsFollowedUp = Of<HandOver>(id).Exists(h => h.KeepsFollowUp),
                GoesOn = goesOn,
                Merged =
                [
                    .. one.MergedInto(id)
                        .Select(m => (Id: m, Link: one.ReplacedBy(m)!))
                        .Select(m => new MergedRecord(
                            m.Id,
                            one.Since(m.Id)!.Value,
                            m.Link.OtherPatientId,
                            m.Link.RecordedAt,
                            m.Link.TeamsJoined
                        )),
                ],
                File = new PrivacyFile
                {
                    PatientId = id,
                    AlsoOf = all.Skip(1).ToHashSet(),
                    Zone = _db.Zone,
                    BirthDate = byId[id].Patient.DateOfBirth,
                    State = state,
                    // A consent lets out what was in its own record when it was signed; one that was signed since the merge, both.
                    Consents = [.. Of<Consent>(id), .. OfTheOneThatGoesOn<Consent>().Where(c => c.RecordedAt >= one.Since(id))],
                    ConsentEnds = [.. Of<ConsentEnd>(id), .. OfTheOneThatGoesOn<ConsentEnd>()],
                    Restrictions = [.. all.SelectMany(Of<Restriction>)],
                    BreakGlass = [.. Of<BreakGlass>(id), .. OfTheOneThatGoesOn<BreakGlass>()],
                    Emergencies = [.. Of<EmergencyDisclosure>(id), .. OfTheOneThatGoesOn<EmergencyDisclosure>()],
                    LegalDemands = [.. Of<LegalDemand>(id), .. OfTheOneThatGoesOn<LegalDemand>()],
                    StatutoryReports = [.. Of<StatutoryReport>(id), .. OfTheOneThatGoesOn<StatutoryReport>()],
                    CopyRequests = [.. Of<CopyRequest>(id), .. OfTheOneThatGoesOn<CopyRequest>()],
                    Approvals = approvals,
                    Agreements = agreements,
                    Scopes = scopes,
                    // One at most has an account in use, a merge asks for that: the record that goes on. Another may have one that ended.
                    PatientAccountId = all.Prepend(last).Select(a => byId[a].AccountId).FirstOrDefault(a => a is not null),
                    CareTeam = team.Select(m => m.AccountId).ToHashSet(),
                },
            };

            IEnumerable<T> OfTheOneThatGoesOn<T>() => last == id ? [] : Of<T>(last);
        }
    }

    private List<Guid> Linked(List<Person> read)
    {
        var known = read.Select(p => p.Patient.Id).ToHashSet();
        return
        [
            .. PatientLink
                .Standing(known.SelectMany(Of<PatientLink>))
                .Select(l => l.OtherPatientId)
                .Where(id => !known.Contains(id))
                .Distinct(),
        ];
    }

    private async Task ReadSealedAsync(List<Guid> subjects)
    {
        await ReadHeadsAsync(subjects);
        for (var tries = 1; ; tries++)
        {
            var asked = _db.Clock.GetTimestamp();
            var unread = subjects.FindAll(s => !TakeKept(s));
            if (unread.Count == 0)
                return;
            await ReadRowsAsync(unread);
            var faults = Faults(unread);
            foreach (var subject in unread.Where(s => !faults.ContainsKey(s)))
                _seals.Kept.Keep(_heads[subject], asked, _rows[subject]);
            if (faults.Count == 0)
                return;
            var before = _heads.ToDictionary(h => h.Key, h => h.Value.Version);
            await ReadHeadsAsync(subjects);
            if (tries == MostTries || _heads.All(h => before.GetValueOrDefault(h.Key) == h.Value.Version))
            {
                Refuse(faults);
                return;
            }
        }
    }

    private bool TakeKept(Guid subject)
    {
        if (!_heads.TryGetValue(subject, out var head) || _seals.Kept.Find(head) is not { } kept)
            return false;
        _rows[subject] = kept;
        return true;
    }

    private void Refuse(Dictionary<Guid, string> faults)
    {
        if (_patientIds.Count == 1 || faults.ContainsKey(AccessHead.Programme))
            throw _seals.Broken(faults.OrderBy(f => f.Key).First().Value);
        foreach (var (id, fault) in faults)
        {
            _seals.Raise(fault);
            _broken.Add(id);
        }
    }

    /// <summary>In passing the end of the trail, which dates what is read.</summary>
    private async Task ReadHeadsAsync(List<Guid> subjects)
    {
        var read = await Heads.ToListAsync(_db, subjects, _cancellationToken);
        _heads = read.ToDictionary(r => r.Head.SubjectId, r => r.Head);
        if (read is [{ End: var end }, ..])
            _db.Scope!.Seen = end;
    }

    private async Task ReadRowsAsync(List<Guid> subjects)
    {
        var held = subjects.Where(_heads.ContainsKey).SelectMany(s => _heads[s].Read().Keys).ToHashSet(StringComparer.Ordinal);
        var read = subjects.ToDictionary(s => s, _ => new Dictionary<Type, IReadOnlyList<object>>());
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
        await KeepAsync(_db.Set<PatientLink>());
        await KeepAsync(_db.Set<AlertCover>());
        if (read.ContainsKey(AccessHead.Programme))
        {
            await KeepForAllAsync(_db.Set<RegisteredApproval>());
            await KeepForAllAsync(_db.Set<ServiceAgreement>());
            await KeepForAllAsync(_db.Set<ProgrammeScope>());
            await KeepForAllAsync(_db.StoreFacts.Where(f => SealedTypes.Facts.Contains(f.Name)));
        }
        foreach (var (subject, rows) in read)
            _rows[subject] = rows;

        async Task KeepAsync<T>(IQueryable<T> rows)
            where T : class, IPatientRecord
        {
            if (!held.Contains(typeof(T).Name))
                return;
            var found = await rows.AsNoTracking().Where(r => subjects.Contains(r.PatientId)).ToListAsync(_cancellationToken);
            foreach (var of in found.GroupBy(r => r.PatientId))
                read[of.Key][typeof(T)] = [.. of];
        }

        async Task KeepForAllAsync<T>(IQueryable<T> rows)
            where T : class
        {
            if (held.Contains(typeof(T).Name))
                read[AccessHead.Programme][typeof(T)] = await rows.AsNoTracking().ToListAsync(_cancellationToken);
        }
    }

    private Dictionary<Guid, string> Faults(List<Guid> subjects) =>
        subjects
            .Select(id => (Id: id, Kinds: id == AccessHead.Programme ? SealedTypes.OfTheProgramme : SealedTypes.OfPatients))
            .Select(of =>
                (
                    of.Id,
                    Fault: AccessHeads.FirstFault(
                        _db,
                        _seals,
                        _heads.GetValueOrDefault(of.Id),
                        of.Kinds.Select(kind => (kind, (IEnumerable<object>)RowsOf(kind, of.Id)))
                    )
                )
            )
            .Where(f => f.Fault is not null)
            .ToDictionary(f => f.Id, f => f.Fault!);

    private IReadOnlyList<object> RowsOf(Type kind, Guid subject) =>
        _rows.TryGetValue(subject, out var rows) && rows.TryGetValue(kind, out var of) ? of : [];

    private List<T> Of<T>(Guid patientId) => [.. RowsOf(typeof(T), patientId).Cast<T>()];

    private List<T> OfTheProgramme<T>() => Of<T>(AccessHead.Programme);

    private sealed record Person(Patient Patient, Guid? AccountId);

    private sealed record HeadAt(AccessHead Head, long End);
}

/// <summary>What was read of a person to decide who may see them.</summary>
/// <param name="Episodes">In no order; with <paramref name="Patient"/> shown only through <see cref="RecordQueries"/>, which asks and
/// notes.</param>
internal sealed record DecidedPerson(Patient Patient, IReadOnlyList<EpisodeOfCare> Episodes, PatientRelation Relation)
{
    /// <summary>The episode opened last.</summary>
    public EpisodeOfCare? Latest => Episodes.OrderByDescending(e => e.OpenedOn).ThenByDescending(e => e.Id).FirstOrDefault();
}
