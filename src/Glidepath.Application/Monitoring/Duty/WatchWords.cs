using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Monitoring;

/// <summary>Who reads what a person sends, in their words and by the clock where they are.</summary>
internal static class WatchWords
{
    /// <summary>Who is on duty, and by when it is read; where that cannot be said, that it cannot.</summary>
    /// <param name="elsewhere">IANA name of where the person is; null for where the program is.</param>
    public static IReadOnlyList<string> Lines(this WatchView view, string? elsewhere) =>
        [
            view.Watch.ReadBy is { } by ? T["WatchReadBy", view.When(by, elsewhere)]
            : view.Watch is { IsOn: false, NextFrom: null } ? T["WatchNobody"]
            : T["WatchNoTimeSet"],
            .. view.OnDuty(elsewhere) is { } duty ? [duty] : Array.Empty<string>(),
        ];

    private static string? OnDuty(this WatchView view, string? elsewhere) =>
        view.Watch switch
        {
            { OnUntil: { } until } => T["WatchOnUntil", view.When(until, elsewhere)],
            { IsOn: true } => T["WatchOn"],
            { NextFrom: { } next } => T["WatchNextFrom", view.When(next, elsewhere)],
            _ => null,
        };

    /// <summary>"9:00 AM today", "7:00 PM on Thu, Dec 3 (Los Angeles time)".</summary>
    private static string When(this WatchView view, DateTime utc, string? elsewhere)
    {
        var there = PatientZone.Of(elsewhere, view.Zone, utc);
        var zone = there ?? view.Zone;
        var (clock, day, today) = (zone.Clock(utc), zone.DayOf(utc), zone.DayOf(view.Watch.At));
        var when =
            day == today ? T["WatchToday", clock]
            : day == today.AddDays(1) ? T["WatchTomorrow", clock]
            : T["WatchOnDay", clock, day.Weekday()];
        return there?.Place is { } place ? T["WatchInPlace", when, place] : when;
    }
}
