using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Patients;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>Where a person is treated, and why.</summary>
public sealed class SettingService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    /// <summary>What the rules say of the setting, and what was decided.</summary>
    public Task<SettingView?> SettingAsync(Guid patientId, SettingJudgement judgement, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [.. IntakeService.Holds, DataClass.CarePlan],
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
            DataClass.CarePlan,
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
