using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>The intake of one person: read, saved piece by piece, checked. Null is "no such person".</summary>
public sealed class IntakeService(RecordAccess access, CurrentActor current, TimeProvider clock, IAlertBook alerts)
{
    /// <summary>An intake holds medicines and conditions too: who may not see those does not see its answers, on whatever page.</summary>
    internal static readonly DataClass[] Holds = [DataClass.Assessments, DataClass.Medications, DataClass.Diagnoses];

    /// <summary>The answers of a person, for pages that show them beside other things.</summary>
    internal static readonly RecordPart<IntakeSection> Answers = RecordPart.Of<IntakeSection>(alsoNeeds: Holds);

    private static readonly (AccessAction, DataClass)[] Reads =
    [
        (AccessAction.Read, DataClass.Demographics),
        (AccessAction.Read, DataClass.PresenceInTreatment),
        .. Holds.Select(h => (AccessAction.Read, h)),
    ];

    private static readonly (AccessAction, DataClass)[] Writes = [.. Reads, (AccessAction.Write, DataClass.Assessments)];

    public Task<IntakeView?> LoadAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            Reads,
            db => ViewAsync(db, patientId, cancellationToken),
            cancellationToken
        );

    /// <param name="basedOn">The version that the person at the page saw; null for no check.</param>
    /// <param name="allOrNothing">With a clash, nothing is saved; otherwise all but what clashes is.</param>
    public async Task<IntakeSaved?> SaveAsync(
        Guid patientId,
        IntakePart part,
        IReadOnlyDictionary<string, IntakeAnswer> changes,
        Guid? basedOn,
        bool allOrNothing,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 0; ; attempt++)
            try
            {
                return await SaveOnceAsync(patientId, part, changes, basedOn, allOrNothing, cancellationToken);
            }
            catch (Exception lost) when (attempt == 0 && lost is (LostUpdateException or DbUpdateException))
            {
                // Two people at the same moment: the second look finds the clash, and still opens the step that an answer calls for.
            }
    }

    private Task<IntakeSaved?> SaveOnceAsync(
        Guid patientId,
        IntakePart part,
        IReadOnlyDictionary<string, IntakeAnswer> changes,
        Guid? basedOn,
        bool allOrNothing,
        CancellationToken cancellationToken
    ) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            Writes,
            async db =>
            {
                var view = await ViewAsync(db, patientId, cancellationToken);
                var episode = view.Episode is { IsOpen: true } open ? open : throw new RuleViolationException("intake.no-episode");
                var now = clock.GetUtcNow().UtcDateTime;
                var section = view.Section(part);
                if (view.Holds(part))
                    return new IntakeSaved([], view.FirstWaiting!.Id, section?.Version ?? Guid.Empty, IsHeld: true);
                var clashes = section is not null && basedOn is not null && section.Version != basedOn ? Clashes(section, changes) : [];
                var kept = changes.Where(c => clashes.All(x => x.QuestionId != c.Key)).ToDictionary();
                // Of all that was sent: a yes was said, also where it clashes with what somebody else wrote and is not kept.
                var step = SpeaksOfSuicide(changes) ? await OpenAsync(db, episode, now, cancellationToken) : view.FirstWaiting;
                db.AddRange(
                    SafetyTelling.Of(
                        episode,
                        section,
                        changes,
                        allOrNothing && clashes.Count > 0 ? [] : kept.Keys,
                        await SafetyService.EntriesAsync(db, [patientId], cancellationToken),
                        step?.Id,
                        step is not null && view.Waiting.All(w => w.Id != step.Id),
                        () => new Entry(Guid.CreateVersion7(), now, current.Actor.AccountId)
                    )
                );
                if (kept.Count == 0 || allOrNothing && clashes.Count > 0)
                    return new IntakeSaved(clashes, step?.Id, section?.Version ?? Guid.Empty);
                if (section is null)
                    db.Add(section = IntakeSection.Start(Guid.CreateVersion7(), episode, part));
                section.Save(kept, now, current.Actor.AccountId);
                if (view.Intake is null)
                    db.Add(Treatment.Patients.Intake.Start(Guid.CreateVersion7(), episode, now, current.Actor.AccountId));
                else if (view.Intake.IsChecked)
                    view.Intake.Reopen();
                await db.SaveChangesAsync(cancellationToken);
                return new IntakeSaved(clashes, step?.Id, section.Version);
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException">Something needed was not asked, or a safety step waits.</exception>
    public Task<IntakeView?> CheckAsync(Guid patientId, CancellationToken cancellationToken) =>
        access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            Writes,
            async db =>
            {
                var view = await ViewAsync(db, patientId, cancellationToken);
                if (view.Intake is null)
                    throw RuleViolationException.Of("intake.check.missing", "intake.check.nothing-asked");
                if (view.Waiting.Count > 0)
                    throw new RuleViolationException("intake.check.safety");
                view.Intake.Check(view.Review, clock.GetUtcNow().UtcDateTime, current.Actor.AccountId);
                return view;
            },
            cancellationToken
        );

    private async Task<IntakeView> ViewAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        var patient = await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken);
        var episode = await CurrentEpisodeAsync(db, patientId, cancellationToken);
        var sections = episode is null
            ? []
            : await db.Set<IntakeSection>()
                .Where(s => s.PatientId == patientId && s.EpisodeId == episode.Id)
                .ToListAsync(cancellationToken);
        var intake = episode is null
            ? null
            : await db.Set<Treatment.Patients.Intake>()
                .SingleOrDefaultAsync(i => i.PatientId == patientId && i.EpisodeId == episode.Id, cancellationToken);
        var open = await db.Set<SafetyStep>()
            .Where(s => s.PatientId == patientId && s.State != SafetyState.Closed)
            .ToListAsync(cancellationToken);
        return new IntakeView(
            patient,
            episode,
            sections,
            intake,
            [.. open.Where(s => s.NeedsAction)],
            db.DayOf(clock.GetUtcNow().UtcDateTime)
        )
        {
            HeldApart = await access.HeldApartAsync<IntakeSection>(db, current.Actor, patientId, Holds, cancellationToken),
            MergedInto = await RecordAccess.PointerAsync(db, current.Actor, patientId, clock.GetUtcNow().UtcDateTime, cancellationToken),
        };
    }

    /// <summary>The open one, or the newest.</summary>
    internal static async Task<EpisodeOfCare?> CurrentEpisodeAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    )
    {
        var all = await db.Set<EpisodeOfCare>().Where(e => e.PatientId == patientId).ToListAsync(cancellationToken);
        return all.OrderByDescending(e => e.IsOpen).ThenByDescending(e => e.OpenedOn).ThenByDescending(e => e.Id).FirstOrDefault();
    }

    private static bool SpeaksOfSuicide(IReadOnlyDictionary<string, IntakeAnswer> answers) =>
        answers.TryGetValue("mental.suicide", out var answer) && answer is { State: AnswerState.Given, Value: "yes" };

    private async Task<SafetyStep> OpenAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        DateTime now,
        CancellationToken cancellationToken
    )
    {
        var open = await db.Set<SafetyStep>()
            .Where(s => s.PatientId == episode.PatientId && s.Trigger == SafetyTrigger.IntakeAnswer && s.State != SafetyState.Closed)
            .ToListAsync(cancellationToken);
        if (open.Find(s => s.NeedsAction) is { } waiting)
            return waiting;
        var step = SafetyStep.OpenWithStaff(Guid.CreateVersion7(), episode, SafetyTrigger.IntakeAnswer, "mental.suicide", now);
        db.Add(step);
        await alerts.RaiseAsync(
            db,
            episode,
            [new(AlertCause.Suicide, AlertLevel.Red, CourseRules.C3.Title, step.Id)],
            new Entry(Guid.CreateVersion7(), now, current.Actor.AccountId),
            isSeen: true,
            cancellationToken
        );
        return step;
    }

    private static List<IntakeClash> Clashes(IntakeSection section, IReadOnlyDictionary<string, IntakeAnswer> changes)
    {
        var theirs = section.Answers;
        return
        [
            .. changes
                .Where(c => theirs.TryGetValue(c.Key, out var other) && other.WasAsked && other != c.Value)
                .Select(c => new IntakeClash(c.Key, theirs[c.Key], c.Value)),
        ];
    }
}
