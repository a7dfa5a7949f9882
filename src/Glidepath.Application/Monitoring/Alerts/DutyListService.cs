using System.Security.Cryptography;
using System.Text;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>The alerts that are not closed, for whoever is to answer them; and for a director, who reaches people, their numbers.</summary>
internal sealed class DutyListService(
    Store store,
    RecordAccess access,
    CurrentActor who,
    AlertPulse pulse,
    IEnumerable<IAlertChannel> channels,
    IEnumerable<DoseToday> doses
) : PatientSubject(store, access, who)
{
    private const int MostAlerts = 300;

    private static readonly DataClass[] Needed = [DataClass.Demographics, DataClass.PresenceInTreatment, .. AlertsService.Reads];

    /// <summary>Of people whom the actor treats or covers.</summary>
    public Task<DutyListView> ListAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(Alert), Reason: "list"),
            async db =>
            {
                var mine = await MineAsync(db, cancellationToken);
                var sending = await SendingAsync(db, mine, cancellationToken);
                var (found, isCut) = await FoundAsync(mine, cancellationToken);
                var may = await RecordAccess.SeenAsync(
                    db,
                    Actor,
                    [.. found.Select(f => f.PatientId).Distinct()],
                    Needed,
                    DoseNeeds,
                    Now,
                    cancellationToken
                );
                var seen = found.Where(f => may.ContainsKey(f.PatientId)).ToList();
                if (seen.Count == 0)
                    return new DutyListView([], [], new Dictionary<Guid, string>(), isCut, sending);
                var (ids, people) = (seen.Select(f => f.Id).ToList(), seen.Select(f => f.PatientId).Distinct().ToList());
                var alerts = await db.Set<Alert>()
                    .AsNoTracking()
                    .Where(a => people.Contains(a.PatientId) && ids.Contains(a.Id))
                    .ToListAsync(cancellationToken);
                var lines = await AlertsService.LinesAsync(db, alerts, cancellationToken);
                var heads = db.People(people).ToDictionary(p => p.Patient.Id, p => PatientHead.Of(p.Patient, p.Latest, Today));
                var taken = await DosesAsync(db, may, heads.Values, cancellationToken);
                var rows = alerts
                    .Select(a => new AlertRow(heads[a.PatientId], a, lines.Of(a)) { Dose = taken.GetValueOrDefault(a.PatientId) })
                    .ToList();
                return new DutyListView(
                    [
                        .. rows.Where(r => r.Alert.IsOpen)
                            .OrderByDescending(r => r.Alert.Level)
                            .ThenBy(r => r.Alert.State)
                            .ThenBy(r => r.Alert.OpenedAt),
                    ],
                    [.. rows.Where(r => !r.Alert.IsOpen).OrderByDescending(r => r.Alert.ClosedAt)],
                    await NamesAsync(db, lines.Accounts, cancellationToken),
                    isCut,
                    sending
                );
            },
            cancellationToken
        );

    private DataClass[] DoseNeeds => [.. doses.SelectMany(d => d.Parts).SelectMany(p => p.Needs).Distinct()];

    /// <summary>What each takes by the approved version of a taper, where who looks may see that.</summary>
    private async Task<IReadOnlyDictionary<Guid, DoseTodayView?>> DosesAsync(
        GlidepathDbContext db,
        IReadOnlyDictionary<Guid, IReadOnlySet<DataClass>> may,
        IEnumerable<PatientHead> people,
        CancellationToken cancellationToken
    )
    {
        var open = await RecordAccess.WithMergedAsync(db, Actor, may, DoseNeeds, Now, cancellationToken);
        var gathered = await Gathered.ReadAsync(db, open, doses.SelectMany(d => d.Parts), cancellationToken);
        return people.ToDictionary(
            head => head.Id,
            head =>
            {
                var person = new PersonInView(head, LocalNow, gathered.Of(head.Id), Actor) { Episodes = db.CurrentEpisodes(head.Id) };
                return doses.Select(d => d.Of(person)).FirstOrDefault(d => d is not null);
            }
        );
    }

    /// <summary>For a director: which records wait, since when, who was told. Nobody is named, and no record opens by it.</summary>
    public Task<DutyNumbersView> NumbersAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(Alert), Reason: "duty"),
            async db =>
            {
                if (Actor.Role is not Role.Director)
                    throw new RuleViolationException("alert.director");
                var open = await db.Deciding<Alert>()
                    .Where(a => a.State != AlertState.Closed)
                    .OrderByDescending(a => a.Level == AlertLevel.Red)
                    .ThenByDescending(a => a.Level == AlertLevel.Today)
                    .ThenBy(a => a.OpenedAt)
                    .Select(a => new
                    {
                        a.Id,
                        a.PatientId,
                        a.Level,
                        a.State,
                        a.OpenedAt,
                        a.AcknowledgedAt,
                        a.AcknowledgedBy,
                        a.NextAt,
                    })
                    .Take(MostAlerts + 1)
                    .ToListAsync(cancellationToken);
                var isCut = open.Count > MostAlerts;
                open = [.. open.Take(MostAlerts)];
                var ids = open.Select(a => a.Id).ToList();
                var lines = await db.Deciding<AlertEvent>()
                    .Where(e => ids.Contains(e.AlertId) && e.To != null)
                    .Select(e => new ToldLine(e.AlertId, e.RecordedAt, e.Kind, e.To!.Value, e.ToldAccountId))
                    .ToListAsync(cancellationToken);
                var told = lines.ToLookup(t => t.AlertId);
                foreach (var id in open.Select(a => a.PatientId).Distinct())
                    db.NoteShown(id, nameof(Alert));
                return new DutyNumbersView(
                    [
                        .. open.OrderByDescending(a => a.Level)
                            .ThenBy(a => a.State)
                            .ThenBy(a => a.OpenedAt)
                            .Select(a => new AlertNumber(
                                RecordNumber.Of(a.PatientId),
                                a.Level,
                                a.State,
                                a.OpenedAt,
                                a.AcknowledgedAt,
                                a.AcknowledgedBy,
                                a.NextAt,
                                [.. told[a.Id].OrderBy(t => t.At)]
                            )),
                    ],
                    await NamesAsync(
                        db,
                        lines.Select(t => t.AccountId).Concat(open.Select(a => a.AcknowledgedBy)).OfType<Guid>(),
                        cancellationToken
                    ),
                    isCut,
                    await SendingAsync(db, await MineAsync(db, cancellationToken), cancellationToken)
                );
            },
            cancellationToken
        );

    /// <summary>
    /// Whether the list shows something else than when it had this mark. Only the yes or no leaves, so nothing is noted: a page that
    /// follows by itself asks often.
    /// </summary>
    public async Task<bool> IsOtherAsync(string mark, CancellationToken cancellationToken) =>
        await Store.Records.IsThereAsync(
            async db => await MarkAsync(await MineAsync(db, cancellationToken), cancellationToken) != mark,
            cancellationToken
        );

    /// <summary>Of all alerts that this actor's list could show, and of whether they are being sent.</summary>
    private async Task<string> MarkAsync(IQueryable<Alert> mine, CancellationToken cancellationToken)
    {
        var shown = await mine.OrderBy(a => a.Id).Select(a => new { a.Id, a.Version }).ToListAsync(cancellationToken);
        var text = string.Join(' ', shown.Select(a => $"{a.Id:N}{a.Version:N}").Append($"{pulse.IsLate}{pulse.Stuck}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Not closed, and closed since the day began; red first, so that none falls off a long list.</summary>
    private static async Task<(IReadOnlyList<(Guid Id, Guid PatientId)> Found, bool IsCut)> FoundAsync(
        IQueryable<Alert> mine,
        CancellationToken cancellationToken
    )
    {
        var found = await mine.OrderBy(a => a.State == AlertState.Closed)
            .ThenByDescending(a => a.Level == AlertLevel.Red)
            .ThenByDescending(a => a.Level == AlertLevel.Today)
            .ThenBy(a => a.OpenedAt)
            .Select(a => new { a.Id, a.PatientId })
            .Take(MostAlerts + 1)
            .ToListAsync(cancellationToken);
        return ([.. found.Take(MostAlerts).Select(f => (f.Id, f.PatientId))], found.Count > MostAlerts);
    }

    private async Task<IQueryable<Alert>> MineAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        var people = await PeopleAsync(db, cancellationToken);
        var morning = LocalTime.StartOf(Today, Store.Zone);
        var all = db.Deciding<Alert>().Where(a => a.State != AlertState.Closed || a.ClosedAt >= morning);
        return people is null ? all : all.Where(a => people.Contains(a.PatientId));
    }

    /// <summary>Whom the actor treats or covers; null for a director, whose list names nobody.</summary>
    private async Task<IReadOnlyCollection<Guid>?> PeopleAsync(GlidepathDbContext db, CancellationToken cancellationToken)
    {
        if (Actor.Role is Role.Director)
            return null;
        var (me, now) = (Actor.AccountId, Now);
        var covered = await db.Deciding<AlertCover>()
            .Where(c => c.AccountId == me && (c.Until == null || c.Until > now))
            .Select(c => c.PatientId)
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. (await db.TreatedByAsync(me, Today, cancellationToken)).Union(covered)];
    }

    private async Task<AlertSending> SendingAsync(GlidepathDbContext db, IQueryable<Alert> mine, CancellationToken cancellationToken)
    {
        var beat = await db.AlertHeartbeats.AsNoTracking().MaxAsync(b => (DateTime?)b.At, cancellationToken);
        var waiting = await db
            .Outbox.AsNoTracking()
            .Where(m => m.NextTryAt != null)
            .Select(m => m.Failure != null)
            .ToListAsync(cancellationToken);
        var last = await db.Outbox.AsNoTracking().MaxAsync(m => m.SentAt, cancellationToken);
        return new AlertSending(beat, waiting.Count, waiting.Count(failed => failed), last, Now)
        {
            HasChannel = channels.Any(c => c.IsConfigured),
            Stuck = pulse.Stuck,
            Mark = await MarkAsync(mine, cancellationToken),
        };
    }
}

/// <param name="Open">Red first; of a level those that nobody acknowledged, the oldest first.</param>
/// <param name="ClosedToday">The newest first.</param>
/// <param name="IsCut">There are more than are shown.</param>
public sealed record DutyListView(
    IReadOnlyList<AlertRow> Open,
    IReadOnlyList<AlertRow> ClosedToday,
    IReadOnlyDictionary<Guid, string> Names,
    bool IsCut,
    AlertSending Sending
);

/// <summary>Whether word leaves the program.</summary>
/// <param name="Beat">UTC. Of the last round of any node; null where there was none yet.</param>
/// <param name="Failing">Of those that wait, how many were tried and not taken.</param>
public sealed record AlertSending(DateTime? Beat, int Waiting, int Failing, DateTime? LastSent, DateTime Now)
{
    public bool IsLate => Beat is not { } at || Now - at > AlertPulse.LateAfter;

    /// <summary>A way out of the program is set up; else alerts are on the duty list alone.</summary>
    public bool HasChannel { get; init; }

    /// <summary>Alerts whose step cannot be taken.</summary>
    public int Stuck { get; init; }

    /// <summary>Another text as soon as the list shows something else.</summary>
    public string Mark { get; init; } = "";
}

/// <param name="IsCut">There are more than are shown.</param>
public sealed record DutyNumbersView(
    IReadOnlyList<AlertNumber> Open,
    IReadOnlyDictionary<Guid, string> Names,
    bool IsCut,
    AlertSending Sending
);

/// <param name="Told">The first first.</param>
public sealed record AlertNumber(
    string RecordNumber,
    AlertLevel Level,
    AlertState State,
    DateTime OpenedAt,
    DateTime? AcknowledgedAt,
    Guid? AcknowledgedBy,
    DateTime? NextAt,
    IReadOnlyList<ToldLine> Told
);

/// <param name="Kind">Told, or why nobody was.</param>
/// <param name="AccountId">Null where nobody was told.</param>
public sealed record ToldLine(Guid AlertId, DateTime At, AlertEventKind Kind, AlertTo To, Guid? AccountId);
