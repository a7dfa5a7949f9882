using System.Security.Cryptography;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Paper.Monitoring;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>A patient's own check-ins. Null is an account that belongs to no record.</summary>
public sealed class OwnCheckInsService(CheckInsService checkIns, RecordAccess access, CurrentActor who, OwnRecord own, TimeProvider clock)
{
    /// <summary>How far reminders go; then the person says anew whether they want them.</summary>
    private const int RemindedDays = 84;

    public async Task<CheckInsView?> SeeAsync(CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await checkIns.ListAsync(id, cancellationToken) : null;

    public async Task<Saved?> RecordAsync(CheckInAnswers answers, Once once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id
            ? await checkIns.RecordAsync(id, new CheckInAsked(null, CheckInSource.Patient, answers), once, cancellationToken)
            : null;

    /// <summary>One that waited on a phone.</summary>
    /// <param name="on">By the clock of the phone.</param>
    public async Task<CheckInArrived?> RecordAsync(CheckInAnswers answers, DateOnly on, Once once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id
            ? await checkIns.RecordAsync(
                id,
                new CheckInAsked(on, CheckInSource.Patient, answers) { IsByPhone = true },
                once,
                static entry => new CheckInArrived(entry.Id, entry.RecordedAt, entry.On),
                cancellationToken
            )
            : null;

    public async Task<Saved?> ChooseAsync(HowOften howOften, Once? once, CancellationToken cancellationToken) =>
        await own.PatientIdAsync(cancellationToken) is { } id ? await checkIns.ChooseAsync(id, howOften, once, cancellationToken) : null;

    /// <summary>Reminders for the person's own calendar, by how often they check in. They say nothing of what they remind of.</summary>
    /// <param name="time">By the clock where the person is.</param>
    /// <returns>Null too where none is expected.</returns>
    public async Task<string?> RemindersAsync(TimeOnly time, CancellationToken cancellationToken)
    {
        if (await SeeAsync(cancellationToken) is not { Head.IsOpen: true } view)
            return null;
        var days = CheckInRhythm
            .Stretches(view.HowOften, view.Course.LastCut, view.Today, view.Today.AddDays(RemindedDays))
            .Select(s => new ReminderDays(s.From, s.Every, s.Last))
            .ToList();
        // Of the account and of nothing in the record: it stands in calendars of whoever shares them.
        return days.Count == 0
            ? null
            : ReminderCalendar.Write(CalendarIdOf(who.Actor.AccountId), days, time, clock.GetUtcNow().UtcDateTime);
    }

    private static Guid CalendarIdOf(Guid account) =>
        new(SHA256.HashData([.. "check-in reminder"u8, .. account.ToByteArray()]).AsSpan(0, 16));

    /// <summary>What a check-in of one's own said that goes before everything else, and the truth of who has been told.</summary>
    public async Task<OwnDanger?> DangerAsync(Guid checkInId, CancellationToken cancellationToken)
    {
        if (await own.PatientIdAsync(cancellationToken) is not { } id)
            return null;
        return await access.RunAsync(
            who.Actor,
            who.RequestId,
            id,
            [
                (AccessAction.Read, DataClass.CheckIns),
                (AccessAction.Read, DataClass.Assessments),
                (AccessAction.Read, DataClass.CareTeamMembership),
            ],
            async db =>
            {
                var entry = await db.Set<CheckIn>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(c => c.PatientId == id && c.Id == checkInId, cancellationToken);
                if (entry is null || CheckInSafety.FlagsOf(entry.Answers) is not [_, ..] flags)
                    return null!;
                var step = await db.Set<SafetyStep>()
                    .AsNoTracking()
                    .SingleOrDefaultAsync(s => s.PatientId == id && s.Id == entry.SafetyStepId, cancellationToken);
                var mine = (await db.Set<Alert>().AsNoTracking().Where(a => a.PatientId == id).ToListAsync(cancellationToken))
                    .Where(a => a.Reasons.Any(r => r.From == checkInId || r.From == entry.SafetyStepId))
                    .ToList();
                return new OwnDanger(
                    flags,
                    (await checkIns.WhoReadsAsync(db, id, cancellationToken))?.Name,
                    step,
                    mine.Count == 0 ? null : await ToldAsync(db, mine, entry, cancellationToken)
                );
            },
            cancellationToken
        );
    }

    private static async Task<OwnTold> ToldAsync(
        GlidepathDbContext db,
        List<Alert> alerts,
        CheckIn entry,
        CancellationToken cancellationToken
    )
    {
        var ids = alerts.ConvertAll(a => a.Id);
        var lines = await db.Set<AlertEvent>()
            .AsNoTracking()
            .Where(e => e.PatientId == entry.PatientId && ids.Contains(e.AlertId) && e.RecordedAt >= entry.RecordedAt)
            .ToListAsync(cancellationToken);
        var told = lines.FindAll(e => e.Kind is AlertEventKind.Told);
        var events = told.ConvertAll(e => e.Id);
        var seen = alerts.ConvertAll(a =>
            lines
                .Where(e => e.AlertId == a.Id && e.Kind is AlertEventKind.Acknowledged or AlertEventKind.NotReached or AlertEventKind.Acted)
                .Select(e => (DateTime?)e.RecordedAt)
                .Min()
        );
        return new OwnTold(
            await db.Outbox.Where(m => events.Contains(m.EventId)).MinAsync(m => m.SentAt, cancellationToken),
            // Each of them, and the last of these times: what is seen of one is not seen of the other.
            seen.Contains(null)
                ? null
                : seen.Max(),
            told.Count > 0,
            lines.Exists(e => e.Kind is AlertEventKind.NobodyToTell),
            await db.AlertHeartbeats.MaxAsync(b => (DateTime?)b.At, cancellationToken)
        );
    }
}

/// <summary>What is true of who was told of a person's own check-in.</summary>
/// <param name="SentAt">UTC. A message left the program, and its receiver took it; null where none did.</param>
/// <param name="SeenAt">UTC. Someone said that they saw it, all of it.</param>
/// <param name="IsOnTheList">It is on the list of someone on duty, or of the director.</param>
/// <param name="NobodyThere">No one was on duty at a step.</param>
/// <param name="Beat">UTC. When alerts were last gone through.</param>
public sealed record OwnTold(DateTime? SentAt, DateTime? SeenAt, bool IsOnTheList, bool NobodyThere, DateTime? Beat)
{
    public bool IsLateAt(DateTime now) => Beat is not { } at || now - at > AlertPulse.LateAfter;
}

/// <param name="On">The day that it was taken for.</param>
public sealed record CheckInArrived(Guid Id, DateTime At, DateOnly On);

/// <param name="OnTheListOf">Who has it on their list of the day, as the person knows them; null for nobody.</param>
/// <param name="Step">That thoughts of suicide opened; null where none were told.</param>
/// <param name="Told">Null where no alert was opened: an entry from before there were any.</param>
public sealed record OwnDanger(IReadOnlyList<RedSign> Flags, string? OnTheListOf, SafetyStep? Step, OwnTold? Told);
