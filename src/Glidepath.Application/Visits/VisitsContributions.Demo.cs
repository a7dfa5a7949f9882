using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Visits;
using Kind = Glidepath.Treatment.Visits.AppointmentKind;
using State = Glidepath.Treatment.Visits.AppointmentState;

namespace Glidepath.Application.Visits;

internal static partial class VisitsContributions
{
    /// <param name="InDays">From today; below zero for the past.</param>
    /// <param name="Hour">Of the day, with the minute after the point: 14.30m is half past two.</param>
    private sealed record DemoVisit(
        int InDays,
        decimal Hour,
        Kind Kind,
        Role With,
        int Minutes = 30,
        State State = State.Planned,
        string? Why = null,
        int? MovedToDay = null
    );

    private static readonly Dictionary<string, DemoVisit[]> DemoVisits = new()
    {
        ["intake-half-done"] = [new(1, 9m, Kind.FirstVisit, Role.Nurse, 60)],
        ["expecting"] = [new(-7, 13m, Kind.Prescriber, Role.Prescriber, State: State.Came), new(1, 9.15m, Kind.Nurse, Role.Nurse)],
        ["seizure-before"] =
        [
            new(-1, 11m, Kind.Prescriber, Role.Prescriber),
            new(5, 10m, Kind.Nurse, Role.Nurse, Why: "She asked for a day after her sister arrives.", MovedToDay: 6),
        ],
        ["first-cut-made"] =
        [
            new(-28, 10m, Kind.Prescriber, Role.Prescriber, 45, State.Came),
            new(-14, 10m, Kind.Nurse, Role.Nurse, State: State.Came),
            new(-7, 15.30m, Kind.Telephone, Role.Nurse, 15, State.Came, "Slept badly twice, no cut this week."),
            new(4, 10m, Kind.Prescriber, Role.Prescriber),
            new(11, 15.30m, Kind.Telephone, Role.Nurse, 15),
        ],
        ["holding-after-a-hard-week"] =
        [
            new(-1, 14m, Kind.Nurse, Role.Nurse, State: State.DidNotCome, Why: "She did not answer the phone."),
            new(0, 14.30m, Kind.Telephone, Role.Nurse, 15),
        ],
        ["half-way-down"] =
        [
            new(-3, 16m, Kind.Prescriber, Role.Prescriber, State: State.CalledOff, Why: "He had to work; he will call for a new day."),
            new(0, 10m, Kind.Nurse, Role.Nurse),
            new(0, 16m, Kind.Video, Role.Prescriber),
        ],
    };

    private static readonly DemoEntries InDemo = new(
        typeof(Appointment),
        person => DemoVisits.GetValueOrDefault(person.Recipe, []).SelectMany(told => Made(person, told))
    )
    {
        Recipes = [.. DemoVisits.Keys],
    };

    /// <summary>Steps are made with the visits that they are of.</summary>
    private static readonly DemoEntries StepsInDemo = new(typeof(AppointmentStep), _ => []);

    private static IEnumerable<IPatientRecord> Made(DemoPerson person, DemoVisit told)
    {
        var clinician = person.Staff[told.With];
        var with = new AppointmentWith(clinician.Id, clinician.DisplayName, told.With, false);
        var (visit, planned) = Appointment.Plan(
            Guid.CreateVersion7(),
            person.Episode,
            told.Kind,
            Details(person, told, told.InDays),
            with,
            person.Zone,
            By(person, Math.Max(1, 3 - told.InDays))
        );
        if (told.MovedToDay is { } day)
        {
            var (next, steps) = visit.Move(
                Guid.CreateVersion7(),
                person.Episode,
                told.Kind,
                Details(person, told, day),
                with,
                person.Zone,
                told.Why,
                By(person, 1)
            );
            return [visit, planned, next, .. steps];
        }
        // The day after, so that it lies behind the visit and never ahead of the clock.
        return told.State is State.Planned
            ? [visit, planned]
            : [visit, planned, visit.End(told.State, told.Why, By(person, -told.InDays - 1))];
    }

    private static AppointmentDetails Details(DemoPerson person, DemoVisit told, int inDays) =>
        new(
            LocalDay.Of(person.Now, person.Zone).AddDays(inDays),
            new TimeOnly((int)told.Hour, (int)(told.Hour % 1 * 100)),
            told.Minutes,
            Link: told.Kind is Kind.Video ? "https://video.example.org/room-7" : null
        );

    private static Entry By(DemoPerson person, int daysAgo) => new(Guid.CreateVersion7(), person.At(daysAgo), person.Staff[Role.Nurse].Id);
}
