using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Visits;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Visits;

internal static partial class VisitsContributions
{
    private static readonly TodayRows[] ToDo =
    [
        new(
            TodayPart.Visits,
            [VisitParts.Open],
            person =>
                Planned(person, on => on == person.Today)
                    .Select(a => Row(person, a, Sign.Know, "A visit is today.", "Open visit", $"#v-{a.Id}"))
        )
        {
            // Of days before too: nobody said how those ended.
            Awaited = (db, until) =>
                db.Deciding<Appointment>()
                    .Where(a => a.State == AppointmentState.Planned && a.StartsAt < until)
                    .GroupBy(a => a.PatientId)
                    .OrderByDescending(g => g.Max(a => a.StartsAt))
                    .Select(g => g.Key),
        },
        new(
            TodayPart.Decide,
            [VisitParts.Open],
            person =>
                Planned(person, on => on < person.Today)
                    .Select(a => Row(person, a, Sign.Hold, "A visit has no outcome yet.", "Record outcome", $"/{a.Id}"))
        ),
        new(
            TodayPart.Decide,
            [VisitParts.Open],
            person =>
                person
                    .Entries.Of(VisitParts.Open)
                    .Where(a => person.Head is { IsOpen: true, TellsCare: true } && a.WaitsForFollowUp)
                    .Select(a => Row(person, a, Sign.Look, "They did not come. Call and ask how they are.", "Record the call", $"/{a.Id}"))
        ),
    ];

    private static IEnumerable<Appointment> Planned(PersonInView person, Func<DateOnly, bool> day) =>
        person.Entries.Of(VisitParts.Open).Where(a => person.Head.IsOpen && a.State is AppointmentState.Planned && day(a.Details.On));

    private static WorkRow Row(PersonInView person, Appointment visit, Sign sign, string why, string action, string page) =>
        new(
            sign,
            person.Head,
            why,
            T["VisitWhenWith", visit.Kind.InWords(), visit.Details.When(), visit.Details.WithName],
            action,
            $"/patients/{visit.PatientId}/visits{page}",
            visit.StartsAt
        );
}
