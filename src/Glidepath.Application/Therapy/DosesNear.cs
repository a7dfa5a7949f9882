using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>Where in the day's doses a moment stands, by the course that was in force.</summary>
public sealed class DosesNear(RecordAccess access, IEnumerable<DosesOf> doses)
{
    /// <param name="at">UTC.</param>
    /// <param name="zone">Where the person is.</param>
    /// <returns>Not known where there is no course, or the actor may not see it.</returns>
    internal async Task<DosesAround> AtAsync(
        GlidepathDbContext db,
        Actor actor,
        Guid patientId,
        DateTime at,
        TimeZoneInfo zone,
        CancellationToken cancellationToken
    )
    {
        if (doses.FirstOrDefault() is not { } of)
            return DosesAround.NotKnown;
        DataClass[] needs = [.. of.Parts.SelectMany(p => p.Needs).Distinct()];
        var open = await access.OpenAsync(db, actor, patientId, AccessAction.Read, needs, cancellationToken);
        if (of.Of((await Gathered.ReadAsync(db, open, of.Parts, cancellationToken)).Of(patientId)) is not { } taken)
            return DosesAround.NotKnown;
        var (day, time) = (LocalDay.Of(at, zone), LocalTime.Of(at, zone));
        return DosesAround.Of((time.Hour * 60) + time.Minute, On(day.AddDays(-1)), On(day), On(day.AddDays(1)));

        IEnumerable<int> On(DateOnly on) => taken.On(on).Day.Select(d => d.Minutes);
    }
}
