using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Visits;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Visits;

/// <summary>When a visit begins and ends, UTC.</summary>
public sealed record VisitTimes(DateTime StartsAt, DateTime EndsAt);

/// <summary>Two visits at the same time for one clinician: shown, and never forbidden.</summary>
internal static class VisitClash
{
    /// <param name="visits">Those that are planned are held against all that their clinicians have then.</param>
    public static async Task<IReadOnlyDictionary<Guid, IReadOnlyList<VisitTimes>>> OfAsync(
        GlidepathDbContext db,
        IReadOnlyCollection<Appointment> visits,
        CancellationToken cancellationToken
    )
    {
        var planned = visits.Where(a => a.State is AppointmentState.Planned).ToList();
        if (planned.Count == 0)
            return new Dictionary<Guid, IReadOnlyList<VisitTimes>>();
        var clinicians = planned.Select(a => a.WithAccountId).Distinct().ToList();
        var (first, last) = (planned.Min(a => a.StartsAt).AddMinutes(-AppointmentDetails.MostMinutes), planned.Max(a => a.EndsAt));
        // Times of a colleague, and of no patient.
        var taken = await db.Deciding<Appointment>()
            .Where(a =>
                clinicians.Contains(a.WithAccountId) && a.StartsAt >= first && a.StartsAt < last && a.State == AppointmentState.Planned
            )
            .Select(a => new
            {
                a.Id,
                a.WithAccountId,
                a.Kind,
                a.StartsAt,
                a.EndsAt,
            })
            .ToListAsync(cancellationToken);
        return planned
            .Select(a =>
                (
                    a.Id,
                    Others: (IReadOnlyList<VisitTimes>)
                        [
                            .. taken
                                .Where(t => t.Id != a.Id && t.WithAccountId == a.WithAccountId && a.Overlaps(t.Kind, t.StartsAt, t.EndsAt))
                                .OrderBy(t => t.StartsAt)
                                .Select(t => new VisitTimes(t.StartsAt, t.EndsAt)),
                        ]
                )
            )
            .Where(c => c.Others.Count > 0)
            .ToDictionary(c => c.Id, c => c.Others);
    }
}
