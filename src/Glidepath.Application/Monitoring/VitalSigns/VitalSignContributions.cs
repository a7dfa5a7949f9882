using Glidepath.Application.Medications;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Medications;
using Glidepath.Treatment.Monitoring;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>What vital signs hand over: their service, their rows, and what the ward asks before a dose.</summary>
internal static class VitalSignContributions
{
    /// <summary>Older ones say nothing of how somebody is on the ward.</summary>
    private static readonly TimeSpan Shown = TimeSpan.FromHours(24);

    public static IServiceCollection AddVitalSigns(this IServiceCollection services) =>
        services
            .AddScoped<VitalSignsService>()
            .AddSingleton(p => new LookBeforeDose(
                LookAsync,
                (db, episode, asked, at, entry, stop) => TakeAsync(db, p.GetRequiredService<IAlertBook>(), episode, asked, at, entry, stop),
                SaysOf
            ))
            .HandOver(OnWard)
            .HandOver(OnTimeline)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Left);

    private static readonly RecordPart<VitalSignSet> All = RecordPart.All<VitalSignSet>();

    private static readonly RecordName[] Names = [new(typeof(VitalSignSet), "your vital signs")];

    private static readonly LeftOut[] Left =
    [
        new(RecordList.Today, "What they ask for is an alert, which has its row.", typeof(VitalSignSet)),
    ];

    /// <summary>Those that ask for somebody; each set stands on the page of vital signs.</summary>
    private static readonly TimelineRows OnTimeline = new(
        All,
        person =>
            person
                .Of(All)
                .Select(v => (Set: v, Check: BeforeDose.Look(v.Values, false, v.TakenAt)))
                .Where(v => v.Check.Advice is not DoseAdvice.Give || v.Set.AmendsId is not null)
                .Select(v => new Happening(
                    v.Set.Id,
                    HappeningKind.Decision,
                    person.DayOf(v.Set.TakenAt),
                    v.Set.RecordedAt,
                    v.Set.RecordedBy,
                    T["VitalSignsAsk", v.Check.Score.Total is { } total ? T["ScoreIs", total] : T["ScoreNotAll"]],
                    string.Join(" ", v.Check.Rules.Select(r => r.InWords(v.Set.Values, v.Check.Score))),
                    v.Set.AmendmentReason,
                    v.Set.AmendsId
                ))
    );

    private static readonly CopySection InCopy = new(
        InformationCategory.VitalSigns,
        "Vital signs",
        ["Day", "Measured", "NEWS2", "Note"],
        CopyRows.One<VitalSignSet>(
            v => v.TakenAt,
            (v, person) =>
                [CopyText.Day(person.DayOf(v.TakenAt)), v.Values.InWords(), VitalSignWords.Number(News2.Of(v.Values).Total), v.Values.Note]
        )
    )
    {
        Empty = "No vital signs are on record.",
    };

    /// <summary>Of those in beds: one set some hours ago, and one of today.</summary>
    private static readonly DemoEntries InDemo = DemoEntries.For(
        DemoWard.Beds,
        (person, _) =>
            new[]
            {
                (Hours: 7, Values: new VitalSignValues(0, 16, 97, null, 124, 78, 76, 98.2m, Awareness.Alert, IsOnAir: true)),
                (Hours: 3, Values: new VitalSignValues(1, 14, 96, null, 116, 74, 72, 98.1m, Awareness.Alert, IsOnAir: true)),
            }.Select(v =>
            {
                var at = person.Now.AddHours(-v.Hours);
                return VitalSignSet.Record(
                    person.Episode,
                    v.Values,
                    at,
                    false,
                    new Entry(Guid.CreateVersion7(), at, person.Staff[Role.Nurse].Id)
                );
            })
    );

    private static readonly LookedAtOnWard OnWard = new(
        async (db, people, now, cancellationToken) =>
        {
            var from = now - Shown;
            var sets = await db.Set<VitalSignSet>()
                .AsNoTracking()
                .Where(v => people.Contains(v.PatientId) && v.TakenAt > from)
                .ToListAsync(cancellationToken);
            return sets.Where(v => !sets.Exists(o => o.AmendsId == v.Id))
                .GroupBy(v => v.PatientId)
                .ToDictionary(
                    g => g.Key,
                    g =>
                    {
                        var of = g.OrderByDescending(v => v.TakenAt).ToList();
                        var scores = of.Select(v => News2.Of(v.Values).Total).OfType<int>().Cast<int?>().ToList();
                        var found = BeforeDose.Look(of, hadSeizure: false);
                        return new WardLook(
                            found?.Look.TakenAt ?? of[0].TakenAt,
                            scores.FirstOrDefault(),
                            scores.ElementAtOrDefault(1),
                            found is not null,
                            found is { } look ? [.. look.Check.Rules.Select(r => r.InWords(look.Values, look.Check.Score))] : []
                        );
                    }
                );
        }
    );

    /// <summary>Prescriber on duty and the emergency team are told by the alert; what asks for less is seen by whoever measured
    /// it.</summary>
    internal static async Task RaiseAsync(
        GlidepathDbContext db,
        IAlertBook alerts,
        EpisodeOfCare episode,
        VitalSignSet set,
        Entry entry,
        CancellationToken cancellationToken
    )
    {
        var check = BeforeDose.Look(set.Values, await HadSeizureAsync(db, episode.PatientId, cancellationToken), set.TakenAt);
        if (check.Advice is not DoseAdvice.Give)
            await alerts.RaiseAsync(
                db,
                episode,
                [
                    new(
                        AlertCause.VitalSigns,
                        check.Advice is DoseAdvice.Withhold ? AlertLevel.Today : AlertLevel.Red,
                        string.Join(" ", check.Rules.Select(r => r.InWords(set.Values, check.Score))),
                        set.Id
                    ),
                ],
                entry,
                isSeen: true,
                cancellationToken
            );
    }

    /// <summary>By the history of safety; whoever may see vital signs only learns how soon somebody decides.</summary>
    internal static async Task<bool> HadSeizureAsync(GlidepathDbContext db, Guid patientId, CancellationToken cancellationToken)
    {
        using var deciding = db.BeginDeciding();
        var entries = await SafetyService.EntriesAsync(db, [patientId], cancellationToken);
        return ConcernState.Of(entries, []).Any(s => s is { Concern: SafetyConcern.SeizureHistory, IsOpen: true });
    }

    private static async Task<DoseLook> LookAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime at,
        WardRules rules,
        CancellationToken cancellationToken
    )
    {
        var sets = await RecentAsync(db, patientId, at.AddMinutes(-rules.LookMinutes), at, cancellationToken);
        return LookOf(sets);
    }

    private static async Task<DoseLook> TakeAsync(
        GlidepathDbContext db,
        IAlertBook alerts,
        EpisodeOfCare episode,
        LookAsked asked,
        DateTime at,
        Entry entry,
        CancellationToken cancellationToken
    )
    {
        db.Grant(episode.PatientId, AccessAction.Write, DataClass.VitalSigns);
        var set = VitalSignSet.Record(episode, ValuesOf(asked), at, false, entry with { Id = Guid.CreateVersion7() });
        db.Add(set);
        await RaiseAsync(db, alerts, episode, set, entry, cancellationToken);
        return LookOf([.. await RecentAsync(db, episode.PatientId, at - BeforeDose.Lasts, at, cancellationToken), set]);
    }

    private static async Task<List<VitalSignSet>> RecentAsync(
        GlidepathDbContext db,
        Guid patientId,
        DateTime from,
        DateTime until,
        CancellationToken cancellationToken
    )
    {
        db.Grant(patientId, AccessAction.Read, DataClass.VitalSigns);
        var sets = await db.Set<VitalSignSet>()
            .AsNoTracking()
            .Where(v => v.PatientId == patientId && v.TakenAt >= from && v.TakenAt <= until)
            .ToListAsync(cancellationToken);
        return [.. sets.Where(v => !sets.Exists(o => o.AmendsId == v.Id))];
    }

    private static DoseLook LookOf(IReadOnlyCollection<VitalSignSet> sets) =>
        BeforeDose.Look(sets, hadSeizure: false) is { } found
            ? new(found.Look.Id, found.Check.Advice is not DoseAdvice.Give)
            : DoseLook.None;

    private static IReadOnlyList<string> SaysOf(LookAsked asked)
    {
        var values = ValuesOf(asked);
        var check = BeforeDose.Look(values, false, default);
        return [.. check.Rules.Select(r => r.InWords(values, check.Score))];
    }

    private static VitalSignValues ValuesOf(LookAsked asked) =>
        new(asked.Sedation, asked.Breaths, asked.Oxygen, null, asked.Systolic, asked.Diastolic, asked.Pulse);
}
