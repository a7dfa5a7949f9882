using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

public sealed partial class PatientsService
{
    /// <summary>What the rules say of the setting, and what was decided.</summary>
    public Task<SettingView?> SettingAsync(Guid patientId, SettingJudgement judgement, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [.. IntakeService.Holds, RecordClass.CarePlan],
            async (db, head) =>
            {
                var intake = IntakeFacts.Of(await SectionsAsync(db, head.EpisodeId, cancellationToken));
                var decisions = await db.Set<SettingDecision>()
                    .AsNoTracking()
                    .Where(d => d.PatientId == patientId)
                    .OrderByDescending(d => d.RecordedAt)
                    .ToListAsync(cancellationToken);
                return new SettingView(
                    head,
                    SettingFindings.Of(SettingCase.Of(intake, head.Age, judgement)),
                    decisions,
                    await NamesAsync(db, decisions.Select(d => d.RecordedBy), cancellationToken)
                );
            },
            cancellationToken
        );

    public Task<Saved?> DecideSettingAsync(
        Guid patientId,
        DateOnly on,
        CareSetting setting,
        string reason,
        string? wants,
        IReadOnlyList<string> rulesSeen,
        Guid? amends,
        string? why,
        Once once,
        CancellationToken cancellationToken
    ) =>
        ChangeAsync(
            patientId,
            RecordClass.CarePlan,
            once,
            async db =>
            {
                if (amends is { } id)
                    await OwnAsync<SettingDecision>(db, patientId, d => d.Id == id, "amends", cancellationToken);
                var decision = SettingDecision.Decide(
                    await EpisodeAsync(db, patientId, cancellationToken),
                    on,
                    setting,
                    reason,
                    wants,
                    rulesSeen,
                    NewEntry(amends, why)
                );
                db.Add(decision);
                return await SavedAsync(db, decision, decision.Id, cancellationToken);
            },
            cancellationToken
        );

    public Task<ProblemsView?> ProblemsAsync(Guid patientId, bool withUseDisorder, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [RecordClass.Diagnoses],
            async (db, head) =>
            {
                var problems = await db.Set<Condition>()
                    .AsNoTracking()
                    .Where(c => c.PatientId == patientId)
                    .OrderBy(c => c.On)
                    .ToListAsync(cancellationToken);
                return new ProblemsView(
                    head,
                    problems,
                    ProblemList.Offered(head.Door, withUseDisorder),
                    await NamesAsync(db, problems.Select(p => p.RecordedBy), cancellationToken)
                );
            },
            cancellationToken
        );

    /// <param name="code">The code or, where there is none, the title of an offered condition.</param>
    /// <param name="withUseDisorder">A clinician says that they diagnose one; without it none can be recorded by the prescribed
    /// door.</param>
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
            RecordClass.Diagnoses,
            once,
            async db =>
            {
                var episode = await EpisodeAsync(db, patientId, cancellationToken);
                var chosen =
                    ProblemList.Offered(episode.Door, withUseDisorder).FirstOrDefault(c => KeyOf(c) == code)
                    ?? throw new RuleViolationException("condition.code.not-offered");
                if (on > Today.AddDays(1))
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
            RecordClass.Diagnoses,
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

public sealed record SettingView(
    PatientHead Head,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<SettingDecision> Decisions,
    IReadOnlyDictionary<Guid, string> Names
);

public sealed record ProblemsView(
    PatientHead Head,
    IReadOnlyList<Condition> Problems,
    IReadOnlyList<ConditionCode> Offered,
    IReadOnlyDictionary<Guid, string> Names
);
