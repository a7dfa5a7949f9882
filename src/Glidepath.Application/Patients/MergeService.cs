using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

/// <summary>
/// Two records of one person are merged, or taken apart again, by a privacy officer. No entry moves: a link in each of the two says which
/// goes on (docs/decisions/0035-two-records-of-one-person.md).
/// </summary>
internal sealed class MergeService(Store store, RecordAccess access, CurrentActor who, IEnumerable<OpenAtMerge> open)
    : PatientSubject(store, access, who)
{
    private const int MostNotes = 100;

    private readonly IReadOnlyList<OpenAtMerge> _open = [.. open];

    /// <summary>Both beside each other, as far as the duty goes: what tells people apart, and what a merge changes.</summary>
    /// <returns>Null where one of the two does not exist.</returns>
    public Task<MergeView?> CompareAsync(Guid first, Guid second, CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(PatientLink), Reason: "compare"),
            async Task<MergeView?> (db) =>
            {
                Open(db, Read);
                if (await PairAsync(db, first, second, cancellationToken) is not { } pair)
                    return null;
                return new MergeView(
                    await SideAsync(db, pair.First, pair.Relations[first], cancellationToken),
                    await SideAsync(db, pair.Second, pair.Relations[second], cancellationToken),
                    await SamePhoneAsync(db, first, second, cancellationToken),
                    await db.AccessMarkAsync([first, second], cancellationToken)
                )
                {
                    AgainstFirst = await AgainstAsync(db, pair.Relations, second, first, cancellationToken),
                    AgainstSecond = await AgainstAsync(db, pair.Relations, first, second, cancellationToken),
                };
            },
            cancellationToken
        );

    /// <param name="goesOn">The record that takes new entries.</param>
    /// <param name="mark">As the page said it: what has changed since is looked at first.</param>
    /// <exception cref="RuleViolationException"><c>merge.…</c>: why they cannot be merged, or not in this direction.</exception>
    /// <exception cref="LostUpdateException">Something of the two has changed since they were compared.</exception>
    public Task<Saved> MergeAsync(
        Guid replaced,
        Guid goesOn,
        bool teamsJoined,
        string? reason,
        string mark,
        Once once,
        CancellationToken cancellationToken
    ) =>
        Store.Records.RunOnceAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Create, nameof(PatientLink), goesOn, Reason: "merge"),
            once.Key,
            once.Body,
            async db =>
            {
                Open(db, Write);
                if (replaced == goesOn)
                    throw new RuleViolationException("merge.itself");
                if (await PairAsync(db, replaced, goesOn, cancellationToken) is not { } pair)
                    throw new RuleViolationException("merge.unknown");
                if (await AgainstAsync(db, pair.Relations, replaced, goesOn, cancellationToken) is { } no)
                    throw no;
                var links = PatientLink.Merge(
                    replaced,
                    goesOn,
                    teamsJoined,
                    reason,
                    await StandingAsync(db, [replaced, goesOn], cancellationToken),
                    Now,
                    Actor.AccountId
                );
                if (mark != await db.AccessMarkAsync([replaced, goesOn], cancellationToken))
                    throw new LostUpdateException(nameof(Patient));
                await MoveAsync(db, replaced, goesOn, teamsJoined, cancellationToken);
                db.AddRange(links);
                await db.SaveChangesAsync(cancellationToken);
                // Two officers at once, each in the other direction: the heads of both records are held now, and tell.
                if ((await StandingAsync(db, [replaced, goesOn], cancellationToken)).Count(l => l.Kind is PatientLinkKind.ReplacedBy) > 1)
                    throw new LostUpdateException(nameof(PatientLink));
                return new Saved(links[0].MergeId, null);
            },
            cancellationToken
        );

    /// <summary>Each record stands by itself again. What was entered since stays where it was entered.</summary>
    /// <exception cref="RuleViolationException"><c>merge.apart.…</c></exception>
    public Task<Saved> TakeApartAsync(Guid mergeId, string? reason, Once once, CancellationToken cancellationToken) =>
        Store.Records.RunOnceAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Amend, nameof(PatientLink), Reason: "take-apart"),
            once.Key,
            once.Body,
            async db =>
            {
                Open(db, Write);
                var links = await db.Set<PatientLink>().AsNoTracking().Where(l => l.MergeId == mergeId).ToListAsync(cancellationToken);
                var standing = PatientLink.Standing(links).ToList();
                if (standing.Count == 0)
                    throw new RuleViolationException("merge.apart.none");
                db.AddRange(standing.Select(l => l.TakeApart(reason, Now, Actor.AccountId)));
                await db.SaveChangesAsync(cancellationToken);
                return new Saved(mergeId, null);
            },
            cancellationToken
        );

    /// <summary>Staff ask the officer to look. Whether the number is anybody's, they do not learn by it.</summary>
    /// <returns>Null: no such person, or not for the actor.</returns>
    public Task<Saved?> AskAsync(
        Guid patientId,
        Guid? other,
        string? number,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            [(Write, DataClass.PresenceInTreatment)],
            once,
            async db =>
            {
                db.Grant(patientId, Write, DataClass.RecordLinks);
                var note = SamePersonNote.Ask(patientId, other, number, why, Now, Actor.AccountId);
                db.Add(note);
                return await SavedAsync(db, note, note.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>same-person.…</c></exception>
    public Task<Saved> TwoPeopleAsync(Guid noteId, string? why, Once once, CancellationToken cancellationToken) =>
        Store.Records.RunOnceAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Amend, nameof(SamePersonNote), Reason: "two-people"),
            once.Key,
            once.Body,
            async db =>
            {
                db.GrantByDuty<SamePersonNote>(Actor, Write);
                var notes = await db.Set<SamePersonNote>()
                    .AsNoTracking()
                    .Where(n => n.Id == noteId || n.AmendsId == noteId)
                    .ToListAsync(cancellationToken);
                if (SamePersonNote.Open(notes).SingleOrDefault() is not { } note)
                    throw new RuleViolationException("same-person.answered");
                var answer = note.TwoPeople(why, Now, Actor.AccountId);
                db.Add(answer);
                await db.SaveChangesAsync(cancellationToken);
                return new Saved(answer.Id, null);
            },
            cancellationToken
        );

    /// <summary>Records that may be of one person, and that nobody has answered: what staff asked first.</summary>
    public Task<IReadOnlyList<SamePersonLine>> OpenNotesAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(SamePersonNote), Reason: "register"),
            async Task<IReadOnlyList<SamePersonLine>> (db) =>
            {
                db.GrantByDuty<SamePersonNote>(Actor, Read);
                var open = SamePersonNote.Open(await db.Set<SamePersonNote>().AsNoTracking().ToListAsync(cancellationToken)).ToList();
                var one = new OnePerson(await db.Set<PatientLink>().AsNoTracking().ToListAsync(cancellationToken));
                var names = await NamesAsync(db, open.Select(n => n.RecordedBy), cancellationToken);
                return
                [
                    .. open.Where(n => n.OtherPatientId is not { } other || one.GoesOnAs(n.PatientId) != one.GoesOnAs(other))
                        .OrderByDescending(n => n.Kind is SamePersonKind.Asked)
                        .ThenBy(n => n.RecordedAt)
                        .Take(MostNotes)
                        .Select(n => new SamePersonLine(
                            n.Id,
                            n.PatientId,
                            n.OtherPatientId,
                            n.OtherPatientId is { } known ? RecordNumber.Of(known) : n.OtherNumber ?? "",
                            n.Why,
                            db.DayOf(n.RecordedAt),
                            names.GetValueOrDefault(n.RecordedBy, "?")
                        )),
                ];
            },
            cancellationToken
        );

    /// <summary>Merges that stand, the newest first, each with what was entered since into the record that goes on.</summary>
    public Task<IReadOnlyList<MergeLine>> ListAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(PatientLink), Reason: "register"),
            async Task<IReadOnlyList<MergeLine>> (db) =>
            {
                db.GrantByDuty<PatientLink>(Actor, Read);
                var all = await db.Set<PatientLink>().AsNoTracking().ToListAsync(cancellationToken);
                var standing = PatientLink.Standing(all).Where(l => l.Kind is PatientLinkKind.ReplacedBy).ToList();
                var since = new Dictionary<Guid, List<EnteredSince>>();
                foreach (var link in standing)
                    since[link.Id] = await SinceAsync(db, link, cancellationToken);
                var names = await NamesAsync(
                    db,
                    standing.Select(l => l.RecordedBy).Concat(since.Values.SelectMany(s => s.Select(e => e.By))),
                    cancellationToken
                );
                return
                [
                    .. standing
                        .OrderByDescending(l => l.RecordedAt)
                        .Select(l => new MergeLine(
                            l.MergeId,
                            RecordNumber.Of(l.PatientId),
                            RecordNumber.Of(l.OtherPatientId),
                            db.DayOf(l.RecordedAt),
                            names.GetValueOrDefault(l.RecordedBy, "?"),
                            l.TeamsJoined,
                            l.Reason,
                            [.. since[l.Id].Select(e => e with { Name = names.GetValueOrDefault(e.By, "?") })]
                        )),
                ];
            },
            cancellationToken
        );

    /// <summary>What is one person's own, or one writer's: an officer learns neither that there is one nor on which day.</summary>
    private static readonly string[] Untold =
    [
        .. typeof(IPatientRecord)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && (t.IsAssignableTo(typeof(IPersonsOwn)) || t.IsAssignableTo(typeof(IOfOneWriter))))
            .SelectMany(t => new[] { t.Name, StoredAsAttribute.NameOf(t) }),
    ];

    /// <summary>From the trail, which holds no content: what kind of entry, on which day, by whom.</summary>
    private static async Task<List<EnteredSince>> SinceAsync(GlidepathDbContext db, PatientLink link, CancellationToken cancellationToken)
    {
        var rows = await db
            .AuditEvents.AsNoTracking()
            .Where(e =>
                e.PatientId == link.OtherPatientId
                && e.At >= link.RecordedAt
                && e.ActorId != null
                && e.Outcome == AuditOutcome.Permitted
                && (e.Action == AuditAction.Create || e.Action == AuditAction.Amend)
                && e.Target != nameof(PatientLink)
                && !Untold.Contains(e.Target)
            )
            .Select(e => new
            {
                e.At,
                e.ActorId,
                e.Target,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.GroupBy(r => (On: db.DayOf(r.At), By: r.ActorId!.Value, r.Target))
                .OrderBy(g => g.Key.On)
                .Select(g => new EnteredSince(g.Key.On, g.Key.By, g.Key.Target, g.Count())),
        ];
    }

    private void Open(GlidepathDbContext db, AccessAction action)
    {
        db.GrantByDuty(Actor, action, DataClass.RecordLinks);
        db.GrantByDuty(
            Actor,
            Read,
            DataClass.Demographics,
            DataClass.PresenceInTreatment,
            DataClass.CareTeamMembership,
            DataClass.Consents,
            DataClass.Restrictions
        );
    }

    private async Task<Pair?> PairAsync(GlidepathDbContext db, Guid first, Guid second, CancellationToken cancellationToken)
    {
        if (await db.PatientKeys.AnyAsync(k => (k.PatientId == first || k.PatientId == second) && k.DestroyedAt != null, cancellationToken))
            throw new RuleViolationException("merge.destroyed");
        var relations = await RecordAccess.RelationsAsync(db, [first, second], Now, cancellationToken);
        if (!relations.ContainsKey(first) || !relations.ContainsKey(second))
            return null;
        return new(
            (await db.PersonAsync(first, Now, cancellationToken)),
            (await db.PersonAsync(second, Now, cancellationToken)),
            relations
        );
    }

    /// <summary>Why one cannot be merged into the other; null where it can.</summary>
    private async Task<RuleViolationException?> AgainstAsync(
        GlidepathDbContext db,
        IReadOnlyDictionary<Guid, PatientRelation> relations,
        Guid replaced,
        Guid goesOn,
        CancellationToken cancellationToken
    )
    {
        if (replaced == goesOn)
            return new RuleViolationException("merge.itself");
        foreach (var id in new[] { replaced, goesOn })
        {
            if (relations[id].GoesOn is { File.PatientId: var other })
                return new RuleViolationException(
                    "merge.replaced-already",
                    ("number", RecordNumber.Of(id)),
                    ("other", RecordNumber.Of(other))
                );
            if (relations[id].File.Restrictions.Any(r => r.PatientId == id && r.Status is RestrictionStatus.Requested))
                return new RuleViolationException("merge.restriction-asked", ("number", RecordNumber.Of(id)));
            if (
                await db.Deciding<KeyDestruction>()
                    .AnyAsync(k => k.PatientId == id && k.Status == KeyDestructionStatus.Requested, cancellationToken)
            )
                return new RuleViolationException("merge.destruction-asked", ("number", RecordNumber.Of(id)));
        }
        var of = relations[replaced];
        if (await db.Users.AnyAsync(u => u.PatientId == replaced && u.DisabledAt == null, cancellationToken))
            return new RuleViolationException("merge.account", ("number", RecordNumber.Of(replaced)), ("other", RecordNumber.Of(goesOn)));
        if (of.Proposed.Count > 0 || of.IsFollowedUp)
            return new RuleViolationException("merge.hand-over", ("number", RecordNumber.Of(replaced)));
        if (of.File.CopyRequests.Any(c => c.PatientId == replaced && c.IsOpen))
            return new RuleViolationException("merge.copy", ("number", RecordNumber.Of(replaced)));
        // Once somebody acts they are scored and saved by themselves, which a record that was merged does not take.
        if (await AnswersWaitAsync(db, replaced, cancellationToken))
            return new RuleViolationException("merge.answers-wait", ("number", RecordNumber.Of(replaced)));
        foreach (var area in _open)
            if (
                await area.CountAsync(db, replaced, Now, cancellationToken) > 0
                && await OpenEpisodeAsync(db, goesOn, cancellationToken) is null
            )
                return new RuleViolationException("merge.no-episode", ("number", RecordNumber.Of(goesOn)));
        return null;
    }

    private static Task<bool> AnswersWaitAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var steps = db.Deciding<SafetyStep>()
            .Where(s => s.PatientId == patientId && s.State != SafetyState.ActedOn && s.State != SafetyState.Closed);
        return db.Deciding<AssessmentDraft>()
            .AnyAsync(
                d =>
                    d.PatientId == patientId
                    && d.CompletedAs == null
                    && d.After != AfterSafety.Keep
                    && steps.Any(s => s.Id == d.SafetyStepId),
                cancellationToken
            );
    }

    private async Task MoveAsync(GlidepathDbContext db, Guid replaced, Guid goesOn, bool teamsJoined, CancellationToken cancellationToken)
    {
        if (await OpenEpisodeAsync(db, goesOn, cancellationToken) is not { } episode)
            return;
        var step = new MergeStep(T["MovedToRecord", RecordNumber.Of(goesOn)], teamsJoined, Today, Store.Zone, Now, Actor.AccountId);
        foreach (var area in _open)
            await area.MoveAsync(db, replaced, episode, step, cancellationToken);
    }

    private static async Task<EpisodeOfCare?> OpenEpisodeAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        return await LatestEpisodeAsync(db, patientId, cancellationToken) is { IsOpen: true } episode ? episode : null;
    }

    private static async Task<List<PatientLink>> StandingAsync(GlidepathDbContext db, Guid[] ids, CancellationToken cancellationToken) =>
        [
            .. PatientLink.Standing(
                await db.Set<PatientLink>().AsNoTracking().Where(l => ids.Contains(l.PatientId)).ToListAsync(cancellationToken)
            ),
        ];

    /// <returns>Null where one has none. The numbers themselves are not the officer's to read.</returns>
    private static async Task<bool?> SamePhoneAsync(GlidepathDbContext db, Guid first, Guid second, CancellationToken cancellationToken)
    {
        var hashes = await PatientFinding.PhonesAsync(db, [first, second], cancellationToken);
        return hashes.TryGetValue(first, out var one) && hashes.TryGetValue(second, out var other) ? one == other : null;
    }

    private async Task<MergeSide> SideAsync(
        GlidepathDbContext db,
        (Patient Patient, EpisodeOfCare? Latest) person,
        PatientRelation relation,
        CancellationToken cancellationToken
    )
    {
        var (patient, latest) = person;
        var id = patient.Id;
        var team = (await db.Set<CareTeamMember>().AsNoTracking().Where(m => m.PatientId == id).ToListAsync(cancellationToken))
            .Where(m => m.IsOn(Today))
            .ToList();
        var names = await NamesAsync(db, team.Select(m => m.AccountId), cancellationToken);
        var restrictions = await db.Set<Restriction>().AsNoTracking().Where(r => r.PatientId == id).ToListAsync(cancellationToken);
        var consents = await db.Set<Consent>().AsNoTracking().Where(c => c.PatientId == id).ToListAsync(cancellationToken);
        var open = new List<string>();
        foreach (var area in _open)
            if (await area.CountAsync(db, id, Now, cancellationToken) is > 0 and var count)
                open.Add(T.Count(area.Words, count));
        return new MergeSide(id, patient.DisplayName, patient.DateOfBirth, db.DayOf(patient.RegisteredAt), latest?.Phase)
        {
            Team = [.. team.Select(m => $"{names.GetValueOrDefault(m.AccountId, "?")}, {Terms.Of(m.Role.Words())}")],
            Consents =
            [
                .. consents
                    .Where(c => ConsentReliance.Refusal(c, relation.File, Now) is null)
                    .Select(c => c.RecipientName ?? Terms.Of("a class of recipients")),
            ],
            Restrictions = restrictions.Count(r => r.Status is RestrictionStatus.Agreed),
            HasAccount = await db.Users.AnyAsync(u => u.PatientId == id && u.DisabledAt == null, cancellationToken),
            Open = open,
            AlsoKeptAs = [.. relation.Merged.Select(m => RecordNumber.Of(m.PatientId))],
        };
    }

    private sealed record Pair(
        (Patient Patient, EpisodeOfCare? Latest) First,
        (Patient Patient, EpisodeOfCare? Latest) Second,
        IReadOnlyDictionary<Guid, PatientRelation> Relations
    );
}

/// <summary>One of two records that may be of one person.</summary>
public sealed record MergeSide(Guid Id, string Name, DateOnly? Born, DateOnly RegisteredOn, EpisodePhase? Phase)
{
    public string Number => RecordNumber.Of(Id);
    public IReadOnlyList<string> Team { get; init; } = [];

    /// <summary>To whom consents that are relied on now let something out.</summary>
    public IReadOnlyList<string> Consents { get; init; } = [];

    /// <summary>Agreed ones.</summary>
    public int Restrictions { get; init; }
    public bool HasAccount { get; init; }

    /// <summary>What moves to the record that goes on, counted.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];
    public IReadOnlyList<string> AlsoKeptAs { get; init; } = [];
}

/// <param name="SamePhone">Null where one has no number.</param>
/// <param name="Mark">Another one as soon as something of the two has changed.</param>
public sealed record MergeView(MergeSide First, MergeSide Second, bool? SamePhone, string Mark)
{
    /// <summary>Why the first cannot be the one that goes on; null where it can.</summary>
    public RuleViolationException? AgainstFirst { get; init; }

    public RuleViolationException? AgainstSecond { get; init; }
}

public sealed record MergeLine(
    Guid MergeId,
    string Replaced,
    string GoesOn,
    DateOnly On,
    string By,
    bool TeamsJoined,
    string Reason,
    IReadOnlyList<EnteredSince> Since
);

/// <param name="What">The kind of entry.</param>
public sealed record EnteredSince(DateOnly On, Guid By, string What, int Count)
{
    public string Name { get; init; } = "";
}

/// <param name="Other">Null where nobody has the number that staff asked about.</param>
/// <param name="Why">Null where the program found them alike.</param>
public sealed record SamePersonLine(Guid Id, Guid PatientId, Guid? Other, string OtherNumber, string? Why, DateOnly On, string By)
{
    public string Number => RecordNumber.Of(PatientId);
}
