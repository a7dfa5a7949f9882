using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Tapering;

/// <summary>
/// What became of the rules of a course in the last year: of each, on how many decisions it had fired, and how many followed or overruled
/// it. Counts alone leave; of whole days, so that two looks on one day do not tell what one decision was.
/// </summary>
public sealed class RuleCountsService(Store store, RecordAccess access, CurrentActor who) : PatientSubject(store, access, who)
{
    /// <summary>Fewer are not told.</summary>
    public const int FewestShown = 10;

    /// <returns>Null for a role whose duty it is not.</returns>
    public Task<RuleCountsView?> ReadAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, nameof(CourseRules), Reason: "counts"),
            async db =>
            {
                if (!AccessPolicy.Decide(Actor, null, Read, DataClass.Statistics, Now).IsAllowed || Actor.Role is not Role.Director)
                    return null;
                var (from, to) = (Today.AddYears(-1), Today.AddDays(-1));
                var (since, until) = (LocalTime.StartOf(from, Store.Zone), LocalTime.StartOf(Today, Store.Zone));
                using var deciding = db.BeginDeciding();
                var decided = await db.Set<CourseEntry>()
                    .AsNoTracking()
                    .Where(e => e.RecordedAt >= since && e.RecordedAt < until && e.RulesJson != null)
                    .ToListAsync(cancellationToken);
                return new RuleCountsView(from, to, decided.Count, RuleCount.Of([.. decided.Select(e => (e.Action, e.Rules!))]));
            },
            cancellationToken
        );
}

/// <param name="Decisions">On which something could be suggested.</param>
public sealed record RuleCountsView(DateOnly From, DateOnly To, int Decisions, IReadOnlyList<RuleCount> Counts)
{
    /// <summary>Null where there are too few to show.</summary>
    public int? DecisionsShown => Decisions is > 0 and < RuleCountsService.FewestShown ? null : Decisions;
}
