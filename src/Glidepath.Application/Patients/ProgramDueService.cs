using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Patients;

/// <summary>What waits in the program, by whose it is: counts, and nobody's record.</summary>
public sealed class ProgramDueService(Store store, RecordAccess access, CurrentActor who, IEnumerable<ProgramDue> kinds)
    : PatientSubject(store, access, who)
{
    /// <returns>Whoever has most that is late first. Null for a role whose duty it is not.</returns>
    public Task<ProgramDueView?> ReadAsync(CancellationToken cancellationToken) =>
        Store.Records.RunAsync(
            Who.ForAudit,
            new AuditEntry(AuditAction.Read, "ProgramDue", Reason: "counts"),
            async db =>
            {
                if (!AccessPolicy.Decide(Actor, null, Read, DataClass.Statistics, Now).IsAllowed || Actor.Role is not Role.Director)
                    return null;
                var day = new ProgramDay(Today, LocalTime.StartOf(Today, Store.Zone), LocalTime.StartOf(Today.AddDays(1), Store.Zone));
                var read = new List<(string Label, DueCount Count)>();
                foreach (var kind in kinds)
                foreach (var count in await kind.Counts(db, day).ToListAsync(cancellationToken))
                    if (count.Late + count.Today > 0)
                        read.Add((kind.Label, count));
                var names = await NamesAsync(db, read.Select(r => r.Count.AccountId).OfType<Guid>(), cancellationToken);
                return new ProgramDueView(
                    [.. kinds.Select(k => k.Label)],
                    [
                        .. read.GroupBy(r => r.Count.AccountId)
                            .Select(g => new ProgramDueLine(
                                g.Key is { } account ? names.GetValueOrDefault(account, "?") : null,
                                g.ToDictionary(r => r.Label, r => r.Count)
                            ))
                            .OrderByDescending(l => l.Late)
                            .ThenByDescending(l => l.Today)
                            .ThenBy(l => l.Name, StringComparer.Ordinal),
                    ]
                );
            },
            cancellationToken
        );
}

/// <param name="Kinds">Ids of their words, in the order of the columns.</param>
public sealed record ProgramDueView(IReadOnlyList<string> Kinds, IReadOnlyList<ProgramDueLine> Lines)
{
    public int Late(string kind) => Lines.Sum(l => l.Of(kind).Late);

    public int Today(string kind) => Lines.Sum(l => l.Of(kind).Today);
}

/// <param name="Name">Of the account; null where it is of a role or of nobody.</param>
public sealed record ProgramDueLine(string? Name, IReadOnlyDictionary<string, DueCount> Counts)
{
    public int Late => Counts.Values.Sum(c => c.Late);

    public int Today => Counts.Values.Sum(c => c.Today);

    public DueCount Of(string kind) => Counts.GetValueOrDefault(kind) ?? new DueCount(null, 0, 0);
}
