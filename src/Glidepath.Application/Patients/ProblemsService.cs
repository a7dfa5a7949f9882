using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>What a person has, by its code.</summary>
public sealed class ProblemsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    private static readonly HotQuery<Guid, Condition> Of = new(
        (db, patientId) => db.Set<Condition>().AsNoTracking().Where(c => c.PatientId == patientId).OrderBy(c => c.On)
    );

    public Task<ProblemsView?> ProblemsAsync(Guid patientId, bool withUseDisorder, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.Diagnoses],
            async (db, head) =>
            {
                var problems = await Of.ToListAsync(db, patientId, cancellationToken);
                return new ProblemsView(
                    await ApartAsync<Condition>(db, head, [DataClass.Diagnoses], cancellationToken),
                    problems,
                    ProblemList.Offered(head.Pathway, withUseDisorder),
                    await NamesAsync(db, problems.Select(p => p.RecordedBy), cancellationToken)
                );
            },
            cancellationToken
        );

    /// <param name="code">The code or, where there is none, the title of an offered condition.</param>
    /// <param name="withUseDisorder">A clinician says that they diagnose one; without it none can be recorded by the prescribed
    /// pathway.</param>
    public Task<Saved?> AddProblemAsync(
        Guid patientId,
        string code,
        DateOnly on,
        string? basis,
        bool withUseDisorder,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Diagnoses,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var chosen =
                    ProblemList.Offered(episode.Pathway, withUseDisorder).FirstOrDefault(c => KeyOf(c) == code)
                    ?? throw new RuleViolationException("condition.code.not-offered");
                if (on > Today)
                    throw new RuleViolationException("condition.on.ahead");
                var condition = Condition.Record(
                    Guid.CreateVersion7(),
                    episode,
                    chosen,
                    on,
                    basis,
                    new Diagnostician(Actor.AccountId, Actor.Role is Role.Prescriber),
                    Now
                );
                db.Add(condition);
                return await SavedAsync(db, condition, condition.Id, cancellationToken);
            },
            cancellationToken
        );

    /// <param name="resolvedOn">Null: it was entered in error.</param>
    public Task<Saved?> EndProblemAsync(
        Guid patientId,
        Guid conditionId,
        Guid? version,
        DateOnly? resolvedOn,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            DataClass.Diagnoses,
            null,
            async db =>
            {
                var condition = Expected(
                    await OwnAsync<Condition>(db, patientId, c => c.Id == conditionId, "condition", cancellationToken),
                    version
                );
                if (resolvedOn is { } on)
                    condition.Resolve(on);
                else
                    condition.MarkEnteredInError();
                return await SavedAsync(db, condition, conditionId, cancellationToken);
            },
            cancellationToken
        );

    public static string KeyOf(ConditionCode code) => code.Code ?? code.Kind.ToString();
}
