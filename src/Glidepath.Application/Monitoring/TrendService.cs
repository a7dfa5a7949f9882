using Glidepath.Application.Patients;
using Glidepath.Application.Privacy;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Microsoft.EntityFrameworkCore;

namespace Glidepath.Application.Monitoring;

/// <summary>
/// How one person was from day to day, against their own usual, over the doses and medicines of the same days. What of these may not be
/// seen is left out, and said to be.
/// </summary>
public sealed class TrendService(Store store, RecordAccess access, CurrentActor who, CheckInsService checkIns, IEnumerable<DosesOf> doses)
    : PatientSubject(store, access, who)
{
    /// <summary>What one screen shows: a quarter of a year.</summary>
    public const int MostDays = 92;

    /// <returns>Null where there is no such person, or their check-ins may not be seen.</returns>
    public Task<TrendView?> TrendAsync(Guid patientId, CancellationToken cancellationToken) =>
        OpenAsync(
            patientId,
            [DataClass.CheckIns],
            async (db, head) =>
            {
                var records = await ReadableAsync(db, patientId, [DataClass.CheckIns], cancellationToken);
                var entries = await db.Set<CheckIn>()
                    .AsNoTracking()
                    .Where(c => records.Contains(c.PatientId))
                    .ToListAsync(cancellationToken);
                var course = await checkIns.CourseAsync(db, patientId, cancellationToken);
                var (days, today) = (CheckInDay.Of(entries), checkIns.TodayOf(head.TimeZone));
                var from = today.AddDays(1 - MostDays);
                if (days.Count > 0 && days[0].On > from)
                    from = days[0].On;
                var statements = await MedicinesAsync(db, patientId, cancellationToken);
                var taken = await DosesAsync(db, patientId, cancellationToken);
                return new TrendView(head, from, today, days, course)
                {
                    Doses = taken,
                    Level = taken is null
                        ? null
                        : LevelBand.Of(taken, from, today, drug => LevelMedicines.Of(drug, statements ?? [], Store.Zone)),
                    Medicines = statements is null
                        ? null
                        : [.. MedicineTurns.Turns(statements, Store.Zone).Where(m => m.On >= from).OrderBy(m => m.On).ThenBy(m => m.What)],
                    Response = CutResponse.Of(days, course.Cuts, today),
                };
            },
            cancellationToken
        );

    private async Task<CourseDoses?> DosesAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        if (doses.FirstOrDefault() is not { } of)
            return null;
        DataClass[] needs = [.. of.Parts.SelectMany(p => p.Needs).Distinct()];
        var open = await Access.OpenAsync(db, Actor, patientId, Read, needs, cancellationToken);
        return of.Of((await Gathered.ReadAsync(db, open, of.Parts, cancellationToken)).Of(patientId));
    }

    private async Task<IReadOnlyList<MedicationStatement>?> MedicinesAsync(
        GlidepathDbContext db,
        Guid patientId,
        CancellationToken cancellationToken
    )
    {
        if (await ReadableAsync(db, patientId, [DataClass.Medications], cancellationToken) is not { Count: > 0 } records)
            return null;
        return await db.Set<MedicationStatement>()
            .AsNoTracking()
            .Where(m => records.Contains(m.PatientId) && m.Status != MedicationStatus.EnteredInError)
            .ToListAsync(cancellationToken);
    }
}

/// <summary>Something that happened on a day, in words.</summary>
public sealed record TrendMark(DateOnly On, string What);

/// <param name="From">The first day that is shown.</param>
/// <param name="Today">Where the person is; the last day that is shown.</param>
/// <param name="Days">All, also earlier ones: the own usual may lie before.</param>
public sealed record TrendView(PatientHead Head, DateOnly From, DateOnly Today, IReadOnlyList<CheckInDay> Days, CourseSoFar Course)
{
    /// <summary>Null where no course is known, or it may not be seen.</summary>
    public CourseDoses? Doses { get; init; }

    /// <summary>Null where no dose is known, or the drug has no model.</summary>
    public LevelBand? Level { get; init; }

    /// <summary>Started and stopped; null where medicines may not be seen.</summary>
    public IReadOnlyList<TrendMark>? Medicines { get; init; }

    /// <summary>Null: not enough yet.</summary>
    public CutResponse? Response { get; init; }

    public UsualDays Usual => field ??= UsualDays.Of(Days, Course.FirstCut);

    public IReadOnlyList<CheckInDay> Shown => field ??= [.. Days.Where(d => d.On >= From && d.On <= Today)];

    public IReadOnlyList<DateOnly> Cuts => [.. Course.Cuts.Where(c => c >= From && c <= Today).Distinct().Order()];

    /// <summary>What was told to have happened.</summary>
    public IReadOnlyList<TrendMark> Events =>
        [
            .. Shown
                .Where(d => d.Answers.HappenedInWords() is [_, ..])
                .Select(d => new TrendMark(d.On, string.Join(", ", d.Answers.HappenedInWords()))),
        ];
}
