using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// What the rules suggest for one person today, with all that they read. It rests on check-ins, answers, medicines and problems: where one
/// of these is withheld from the actor there is no suggestion, since one without it could be the wrong one.
/// </summary>
public sealed class SuggestionService(Store store, RecordAccess access, CurrentActor who, CheckInsService checkIns)
    : PatientSubject(store, access, who)
{
    private static readonly DataClass[] Reads = [DataClass.CheckIns, .. IntakeService.Holds];

    /// <returns>Null where there is no such person, or not all that it rests on may be seen.</returns>
    public Task<SuggestionView?> SuggestAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            Reads,
            async (db, head) =>
            {
                var signals = await SignalsAsync(db, head, cancellationToken);
                return new SuggestionView(head, Suggestion.Of(signals), signals);
            },
            cancellationToken
        );

    private async Task<Signals> SignalsAsync(GlidepathDbContext db, PatientHead head, CancellationToken cancellationToken)
    {
        var records = await ReadableAsync(db, head.Id, Reads, cancellationToken);
        var today = checkIns.TodayOf(head.TimeZone);
        var entries = await AllAsync<CheckIn>();
        var calls = await AllAsync<CheckInCall>();
        var rhythm = (await AllAsync<CheckInRhythm>()).MaxBy(r => r.RecordedAt);
        var medicines = await AllAsync<MedicationStatement>();
        var scores = await AllAsync<ScoredAssessment>();
        var conditions = await AllAsync<Condition>();
        var sections = await AllAsync<IntakeSection>();
        var states = await SafetyService.StatesAsync(
            db,
            head.Id,
            records,
            await SafetyService.EntriesAsync(db, records, cancellationToken),
            cancellationToken
        );
        var course = await checkIns.CourseAsync(db, head.Id, cancellationToken);
        if (course.Pace is DrugPace.NotKnown)
            course = course with { Pace = DrugPaces.Of(MedicineTurns.Tapered(medicines)) };
        var days = CheckInDay.Of(entries);
        var reachedAt = calls.Where(c => c.WasReached).Select(c => (DateTime?)c.RecordedAt).Max();
        var reached = reachedAt is { } at ? LocalNow.DayOf(at) : (DateOnly?)null;
        return new Signals
        {
            Today = today,
            Days = days,
            Course = course,
            RedSigns = Open(SafetyConcern.DangerSign),
            Calls = Open(SafetyConcern.CallToday),
            SuicideOpenSince = Open(SafetyConcern.Suicide) is [_, ..] open ? open.Min(f => f.On) : null,
            Medicines = [.. MedicineTurns.Of(medicines, Store.Zone)],
            BipolarOrPsychosis = conditions.Exists(c =>
                c is { Status: ConditionStatus.Active, Kind: ConditionKind.Bipolar or ConditionKind.Psychosis }
            )
                ? Answer.Yes
                : IntakeFacts
                    .Of([.. sections.Where(s => db.CurrentEpisodes(head.Id).Contains(s.EpisodeId))])
                    .ToPatientFacts(head.Age)
                    .BipolarOrPsychosis,
            Scales = [.. Scores(scores)],
            Silence = Silence.Of(
                rhythm is null ? null : (rhythm.HowOften, LocalNow.DayOf(rhythm.RecordedAt)),
                new[] { days.Count == 0 ? null : (DateOnly?)days[^1].On, reached }.Max(),
                course,
                today
            ),
            ReachedOn = reached,
            ReachedAt = reachedAt,
        };

        Task<List<T>> AllAsync<T>()
            where T : class, Treatment.Privacy.IPatientRecord =>
            db.Set<T>().AsNoTracking().Where(e => records.Contains(e.PatientId)).ToListAsync(cancellationToken);

        List<OpenFlag> Open(SafetyConcern concern) =>
            [
                .. states
                    .Single(s => s.Concern == concern)
                    .Open.Select(w => new OpenFlag(w.Told.Said ?? SafetyConcerns.Row(concern).Title, LocalNow.DayOf(w.SaidAt))),
            ];
    }

    /// <summary>Of the two scales that the rules read the last score each, those that were replaced left out.</summary>
    private static IEnumerable<ScaleScore> Scores(List<ScoredAssessment> all)
    {
        var replaced = all.Select(a => a.AmendsId).OfType<Guid>().ToHashSet();
        foreach (var instrument in new[] { InstrumentTable.Gad7, InstrumentTable.Phq9 })
            if (
                all.Where(a => a.InstrumentId == instrument.Id && !replaced.Contains(a.Id)).MaxBy(a => (a.On, a.RecordedAt)) is
                { Total: { } total } last
            )
                yield return new ScaleScore(instrument.Title, total, last.BandName is "severe", last.On);
    }
}

/// <param name="Signals">What the suggestion was made of.</param>
public sealed record SuggestionView(PatientHead Head, Suggestion Suggestion, Signals Signals);
