using System.Globalization;
using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Assessments;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Assessments;

internal static partial class AssessmentsContributions
{
    private static readonly RecordPart<SafetyStep> OpenSteps = RecordPart.Of<SafetyStep>(s => s.State != SafetyState.Closed);

    private static readonly RecordPart<IntakeSection> Alcohol = RecordPart.Of<IntakeSection>(
        s => s.Part == IntakePart.Alcohol,
        IntakeService.Holds
    );

    private static readonly TodayRows Steps = new(
        TodayPart.Now,
        new("PeopleNeedYouNow"),
        [OpenSteps],
        person =>
            person
                .Entries.Of(OpenSteps)
                .Select(s => new WorkRow(
                    Sign.Call,
                    person.Head,
                    s.NeedsAction ? "The safety step is open and nobody has acted." : "The safety step waits to be closed.",
                    T["OpenedUTC", s.OpenedAt.ToString("MMM d, HH:mm", CultureInfo.InvariantCulture), Terms.Of(s.State.Words())],
                    "Open safety step",
                    $"/patients/{person.Head.Id}/now/{s.Id}",
                    s.OpenedAt
                ))
    )
    {
        Urgent = OpenSteps,
    };

    /// <summary>What the schedule of the phase asks for.</summary>
    private static readonly DueRows Scheduled = new([IntakeContributions.Done, Alcohol], Due);

    private static IEnumerable<DueItem> Due(PersonInView person) =>
        person is { Head: { Phase: { } phase, PhaseSince: { } since }, Entries: var entries } && entries.IsOpen(IntakeContributions.Done)
            ? DueList
                .Of(phase, since, entries.Of(IntakeContributions.Done), [], Known(person), person.Today)
                .Select(d => new DueItem(
                    d.InstrumentId,
                    InstrumentTable.Find(d.InstrumentId)?.Title ?? d.InstrumentId,
                    d.DueOn,
                    d.DaysOverdue,
                    d.Why.InWords(),
                    $"/patients/{person.Head.Id}/assessments"
                ))
            : [];

    /// <summary>What brings in an instrument. Unknown brings in none.</summary>
    private static HashSet<DueWhen> Known(PersonInView person)
    {
        var sections = person.Entries.Of(Alcohol).Where(s => s.EpisodeId == person.Head.EpisodeId).ToList();
        return IntakeFacts.Of(sections).Is("alcohol.any") is Answer.Yes ? [DueWhen.DrinksAlcohol] : [];
    }
}
