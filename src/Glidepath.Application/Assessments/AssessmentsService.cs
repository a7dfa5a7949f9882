using System.Text.Json;
using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Assessments;

/// <summary>Scales of one person: what is due, what was answered, and a new one. Null is "no such person".</summary>
internal sealed class AssessmentsService(
    RecordAccess access,
    Store store,
    CurrentActor current,
    InstrumentShelf shelf,
    TimeProvider clock,
    IAlertBook alerts
)
{
    internal static readonly (AccessAction, DataClass)[] Reads =
    [
        (AccessAction.Read, DataClass.Demographics),
        (AccessAction.Read, DataClass.PresenceInTreatment),
        (AccessAction.Read, DataClass.Assessments),
        (AccessAction.Read, DataClass.Medications),
        (AccessAction.Read, DataClass.Diagnoses),
        (AccessAction.Read, DataClass.CareTeamMembership),
    ];

    internal static readonly (AccessAction, DataClass)[] Writes = [.. Reads, (AccessAction.Write, DataClass.Assessments)];

    private bool IsPatient => current.Actor.Role is Role.Patient;

    public async Task<AssessmentsView?> LoadAsync(Guid patientId, CancellationToken cancellationToken)
    {
        var instruments = await shelf.AllAsync(cancellationToken);
        return await access.RunAsync(
            current.Actor,
            current.RequestId,
            patientId,
            Reads,
            db => ViewAsync(db, patientId, instruments, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>
    /// Keeps what was answered; scores and saves it where it is finished and nothing stands in the way. All in one transaction, with the
    /// safety step that it opens.
    /// </summary>
    public async Task<FillOutcome?> FillAsync(Guid patientId, Filling filling, Once? once, CancellationToken cancellationToken)
    {
        var instruments = await shelf.AllAsync(cancellationToken);
        for (var attempt = 0; ; attempt++)
            try
            {
                return await access.RunAsync(
                    current.Actor,
                    current.RequestId,
                    patientId,
                    Writes,
                    async db =>
                    {
                        if (once is not null && await DoneBeforeAsync(db, once, cancellationToken) is { } before)
                            return before;
                        var outcome = await FillAsync(
                            db,
                            await ViewAsync(db, patientId, instruments, cancellationToken),
                            filling,
                            cancellationToken
                        );
                        if (once is not null && outcome.State is Filled.Saved)
                            db.Add(
                                new IdempotentWrite
                                {
                                    AccountId = current.Actor.AccountId,
                                    Key = once.Key,
                                    RequestHash = RequestHash(once),
                                    Status = 201,
                                    Answer = JsonSerializer.Serialize(outcome),
                                    At = Now,
                                }
                            );
                        return outcome;
                    },
                    cancellationToken
                );
            }
            catch (Exception met)
                when (met is DbUpdateException && once is not null && attempt == 0 || met is LostUpdateException && IsPatient && attempt < 3
                )
            {
                // The same key at the same moment: the second look finds the answer. Or the engine changed the alert that this joins.
            }
    }

    /// <summary>
    /// What one's own answers wait for once their safety step has its action: they are scored and saved, where that was asked for.
    /// </summary>
    /// <returns>The scale, and the entry; no entry where they stay a draft. Null where none of one's own wait.</returns>
    public async Task<(string InstrumentId, Guid? EntryId, Guid? Amends)?> GoOnAsync(
        Guid patientId,
        Guid stepId,
        CancellationToken cancellationToken
    )
    {
        if (
            (await LoadAsync(patientId, cancellationToken)) is not { } view
            || view.Drafts.FirstOrDefault(d => d.SafetyStepId == stepId) is not { } draft
            || view.Shelf.FirstOrDefault(i => i.Id == draft.InstrumentId) is not { } instrument
        )
            return null;
        if (draft.After is AfterSafety.Keep)
            return (instrument.Id, null, draft.AmendsId);
        var filling = new Filling(
            instrument,
            draft.On,
            draft.Answers,
            Finish: true,
            EvenUnanswered: draft.After is AfterSafety.FinishUnanswered,
            draft.AmendsId,
            draft.Reason
        );
        var outcome = await FillAsync(patientId, filling, null, cancellationToken);
        return (instrument.Id, outcome?.EntryId, draft.AmendsId);
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Entry NewEntry() => new(Guid.CreateVersion7(), Now, current.Actor.AccountId);

    private async Task<FillOutcome> FillAsync(
        GlidepathDbContext db,
        AssessmentsView view,
        Filling filling,
        CancellationToken cancellationToken
    )
    {
        var (instrument, by) = (filling.Instrument, current.Actor.AccountId);
        var episode = view.Episode is { IsOpen: true } open ? open : throw new RuleViolationException("assessment.no-episode");
        if (!InstrumentShelf.IsOffered(instrument, view.Intake) || IsPatient && !InstrumentShelf.IsForPatients(instrument))
            throw new RuleViolationException("assessment.not-offered", ("instrument", instrument.Title));
        var replaced = Replaced(view, filling);
        var draft = view.Drafts.FirstOrDefault(d => d.InstrumentId == instrument.Id && d.AmendsId == filling.Amends);
        if (draft is null)
            db.Add(draft = AssessmentDraft.Start(Guid.CreateVersion7(), episode, instrument, filling.On, filling.Amends, Now, by));
        var (before, history) = (
            draft.Answers,
            instrument.Items.Any(i => i.OpensSafetyStep) ? await SafetyService.EntriesAsync(db, [episode.PatientId], cancellationToken) : []
        );
        draft.Keep(instrument, filling.Answers, filling.On, filling.Reason, Now);
        var speaks = Score.SafetyAnswers(instrument, filling.Answers);
        var step = view.Steps.FirstOrDefault(s => s.Id == (draft.SafetyStepId ?? replaced?.SafetyStepId));
        var isNewStep = speaks.Count > 0 && (step is null || !step.IsOpen && filling.Amends is null);
        if (isNewStep)
        {
            db.Add(
                step = await OpenAsync(db, episode, $"{instrument.Id}: {string.Join(", ", speaks.Select(i => i.Id))}", cancellationToken)
            );
        }
        // A worse answer of somebody alone is told again, though its step is open and someone may have acted on the one before.
        var isWorse =
            IsPatient
            && SafetyItems
                .Told(instrument, filling.Answers)
                .Any(t => t is { Concern: SafetyConcern.Suicide, Answer: Answer.Yes } && !SafetyItems.Told(instrument, before).Contains(t));
        if (isNewStep || step is { IsOpen: true } && isWorse)
            await alerts.RaiseAsync(
                db,
                episode,
                [new(AlertCause.Suicide, AlertLevel.Red, CourseRules.C3.Title, step!.Id)],
                NewEntry(),
                isSeen: !IsPatient,
                cancellationToken
            );
        if (step is not null)
            draft.Wait(
                step,
                !filling.Finish ? AfterSafety.Keep
                    : filling.EvenUnanswered ? AfterSafety.FinishUnanswered
                    : AfterSafety.Finish
            );
        // A yes is history from the moment it is said, whatever becomes of the form.
        db.AddRange(
            SafetyItems
                .Told(instrument, filling.Answers)
                .Where(t => t.Answer is Answer.Yes && (isNewStep || !SafetyItems.Told(instrument, before).Contains(t)))
                .Select(t => SafetyEntry.Tell(episode, t, history, NewEntry(), step?.Id))
        );
        if (step is { NeedsAction: true } && !IsPatient)
            return new FillOutcome(Filled.SafetyFirst, null, step.Id, []);
        var unanswered = instrument
            .Items.Where(i => !filling.Answers.ContainsKey(i.Id) && (i.IsScored || i.OpensSafetyStep))
            .Select(i => i.Id)
            .ToList();
        if (!filling.Finish || unanswered.Count > 0 && !filling.EvenUnanswered)
            return new FillOutcome(filling.Finish ? Filled.Unanswered : Filled.Kept, null, step?.Id, unanswered);
        var entry = ScoredAssessment.Complete(
            episode,
            instrument,
            filling.Answers,
            filling.On,
            IsPatient ? AnsweredBy.Patient : AnsweredBy.Staff,
            new Entry(Guid.CreateVersion7(), Now, by, filling.Amends, filling.Amends is null ? null : filling.Reason),
            step
        );
        db.Add(entry);
        db.AddRange(
            SafetyItems
                .Told(instrument, filling.Answers)
                .Where(t => t.Answer is not Answer.Yes)
                .Select(t => SafetyEntry.Tell(episode, t, history, NewEntry()))
        );
        if (Worsening.Of(instrument, view.Entries, entry) is { } worse)
            db.Add(SafetyEntry.Tell(episode, worse.Told, [], NewEntry()));
        draft.Complete(entry);
        return new FillOutcome(Filled.Saved, entry.Id, step?.Id, unanswered);
    }

    private ScoredAssessment? Replaced(AssessmentsView view, Filling filling)
    {
        if (filling.Amends is not { } id)
            return null;
        var entry =
            view.Entries.FirstOrDefault(e => e.Id == id && e.InstrumentId == filling.Instrument.Id)
            ?? throw new RuleViolationException("assessment.amend.no-such-entry");
        if (view.IsReplaced(entry))
            throw new RuleViolationException("assessment.amend.replaced");
        return IsPatient ? throw new RuleViolationException("assessment.amend.staff") : entry;
    }

    private async Task<SafetyStep> OpenAsync(
        GlidepathDbContext db,
        EpisodeOfCare episode,
        string what,
        CancellationToken cancellationToken
    ) =>
        IsPatient
            ? SafetyStep.OpenForPatient(
                Guid.CreateVersion7(),
                episode,
                SafetyTrigger.InstrumentItem,
                what,
                Now,
                await WhoIsAlerted.FindAsync(db, episode.PatientId, Now, cancellationToken)
            )
            : SafetyStep.OpenWithStaff(Guid.CreateVersion7(), episode, SafetyTrigger.InstrumentItem, what, Now);

    private byte[] RequestHash(Once once) => store.Records.RequestHash(current.Actor.AccountId, once.Key, once.Body);

    private async Task<FillOutcome?> DoneBeforeAsync(GlidepathDbContext db, Once once, CancellationToken cancellationToken)
    {
        var account = current.Actor.AccountId;
        if (
            await db
                .IdempotentWrites.AsNoTracking()
                .SingleOrDefaultAsync(w => w.AccountId == account && w.Key == once.Key, cancellationToken)
            is not { } done
        )
            return null;
        return done.RequestHash.AsSpan().SequenceEqual(RequestHash(once))
            ? JsonSerializer.Deserialize<FillOutcome>(done.Answer)
            : throw new RuleViolationException("idempotency.other-body");
    }

    private async Task<AssessmentsView> ViewAsync(
        GlidepathDbContext db,
        Guid patientId,
        IReadOnlyList<Instrument> instruments,
        CancellationToken cancellationToken
    )
    {
        var me = current.Actor.AccountId;
        var patient = await db.Set<Patient>().SingleAsync(p => p.Id == patientId, cancellationToken);
        var episode = await IntakeService.CurrentEpisodeAsync(db, patientId, cancellationToken);
        var open = await access.OpenAsync(
            db,
            current.Actor,
            patientId,
            AccessAction.Read,
            [.. Reads.Select(r => r.Item2)],
            cancellationToken
        );
        var records = open.Where(o => Reads.All(r => o.Value.Contains(r.Item2))).Select(o => o.Key).Append(patientId).Distinct().ToList();
        var entries = await db.Set<ScoredAssessment>().Where(e => records.Contains(e.PatientId)).ToListAsync(cancellationToken);
        var drafts = episode is null
            ? []
            : await db.Set<AssessmentDraft>()
                .Where(d => d.PatientId == patientId && d.EpisodeId == episode.Id && d.ChangedBy == me && d.CompletedAs == null)
                .ToListAsync(cancellationToken);
        var steps = await db.Set<SafetyStep>().Where(s => s.PatientId == patientId).ToListAsync(cancellationToken);
        var sections = episode is null
            ? []
            : await db.Set<IntakeSection>()
                .Where(s => s.PatientId == patientId && s.EpisodeId == episode.Id)
                .ToListAsync(cancellationToken);
        var writers = entries.Select(e => e.RecordedBy).Distinct().ToList();
        var names = await db
            .Users.AsNoTracking()
            .Where(u => writers.Contains(u.Id))
            .Select(u => new { u.Id, u.DisplayName })
            .ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return new AssessmentsView(patient, episode, instruments, entries, drafts, steps, IntakeFacts.Of(sections), names, store.Today)
        {
            AlsoKeptAs = db.MergedHeads(patientId),
            MergedInto = await RecordAccess.PointerAsync(db, current.Actor, patientId, Now, cancellationToken),
            StillReached = IsPatient
                ? await WhoIsAlerted.StillReachedAsync(db, patientId, steps, Now, cancellationToken)
                : new HashSet<Guid>(),
        };
    }
}
