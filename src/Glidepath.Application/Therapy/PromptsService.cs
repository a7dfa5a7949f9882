using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Therapy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Therapy;

/// <summary>Questions at random times, for those who want them: the honest denominator of the trigger map.</summary>
public sealed class PromptsService(Store store, RecordAccess access, CurrentActor who, OwnRecord own, DosesNear near)
    : OwnWorkSubject(store, access, who, own)
{
    /// <summary>Days for which the times can be put into a calendar.</summary>
    public const int DaysAhead = 14;

    private static readonly RecordPart<PromptChoice> Choices = RecordPart.All<PromptChoice>();

    public Task<PromptsView?> SeeAsync(CancellationToken cancellationToken) =>
        MineAsync(
            async (db, head) =>
            {
                var person = await GatherAsync(db, head.Id, [Whole<PromptAnswer>.Part, Choices], cancellationToken);
                var (zone, choice) = (ZoneOf(head), person.Of(Choices).Where(c => c.PatientId == head.Id).MaxBy(c => c.RecordedAt));
                var answers = Whole<PromptAnswer>.Of(person);
                var today = LocalDay.Of(Now, zone);
                var perDay = choice?.PerDay ?? 0;
                var open = Times(head.Id, today, perDay, zone)
                    .Cast<DateTime?>()
                    .LastOrDefault(t => t <= Now && Now <= t.Value.AddMinutes(PromptTimes.OpenMinutes));
                return new PromptsView(
                    head,
                    perDay,
                    answers,
                    open is { } asked && !answers.Exists(a => a.AskedAt == asked) && choice!.RecordedAt <= asked ? open : null,
                    [.. Enumerable.Range(0, DaysAhead).SelectMany(n => Times(head.Id, today.AddDays(n), perDay, zone)).Where(t => t > Now)]
                )
                {
                    Zone = zone,
                };
            },
            cancellationToken
        );

    /// <exception cref="RuleViolationException"><c>prompts.per-day</c></exception>
    public Task<Saved?> ChooseAsync(int perDay, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var choice = PromptChoice.Choose(episode, perDay, NewEntry());
                db.Add(choice);
                return await SavedAsync(db, choice, choice.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="askedAt">UTC. The random time.</param>
    /// <exception cref="RuleViolationException"><c>prompt.…</c>: not asked then, answered already, or too late.</exception>
    public Task<Saved?> AnswerAsync(DateTime askedAt, PromptSaid said, DateTime? at, Once? once, CancellationToken cancellationToken) =>
        WriteAsync(
            once,
            async (db, episode) =>
            {
                var zone = await ZoneAsync(db, episode.PatientId, cancellationToken);
                var choice = await ChoiceAsync(db, episode.PatientId, cancellationToken);
                if (!Times(episode.PatientId, LocalDay.Of(askedAt, zone), choice?.PerDay ?? 0, zone).Contains(askedAt))
                    throw new RuleViolationException("prompt.not-asked");
                if (
                    await db.Deciding<PromptAnswer>()
                        .AnyAsync(a => a.PatientId == episode.PatientId && a.AskedAt == askedAt, cancellationToken)
                )
                    throw new RuleViolationException("prompt.answered");
                var answer = PromptAnswer.Answer(
                    Guid.CreateVersion7(),
                    episode,
                    askedAt,
                    said,
                    at ?? Now,
                    await near.AtAsync(db, Actor, episode.PatientId, askedAt, zone, cancellationToken),
                    await SharesAsync(db, episode.PatientId, WorkKind.Prompts, askedAt, cancellationToken),
                    Now,
                    Actor.AccountId
                );
                db.Add(answer);
                return await SavedAsync(db, answer, answer.Id, cancellationToken);
            },
            cancellationToken
        );

    private static async Task<PromptChoice?> ChoiceAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken) =>
        (await db.Set<PromptChoice>().AsNoTracking().Where(c => c.PatientId == patientId).ToListAsync(cancellationToken)).MaxBy(c =>
            c.RecordedAt
        );

    private static IEnumerable<DateTime> Times(Guid patientId, DateOnly day, int perDay, TimeZoneInfo zone) =>
        PromptTimes.On(patientId, day, perDay).Select(m => LocalTime.FirstInstantOf(day, new TimeOnly(m / 60, m % 60), zone));
}

/// <param name="PerDay">0 where none are wanted.</param>
/// <param name="Answers">The newest first.</param>
/// <param name="Open">UTC. The question that may be answered now; null for none.</param>
/// <param name="Ahead">UTC. Those to come.</param>
public sealed record PromptsView(
    PatientHead Head,
    int PerDay,
    IReadOnlyList<PromptAnswer> Answers,
    DateTime? Open,
    IReadOnlyList<DateTime> Ahead
)
{
    /// <summary>Where the person is.</summary>
    public required TimeZoneInfo Zone { get; init; }
}
