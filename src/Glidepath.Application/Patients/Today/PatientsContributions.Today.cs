using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Patients;

internal static partial class PatientsContributions
{
    private static readonly TodayRows Enquiries = new(
        TodayPart.Waiting,
        [],
        person =>
            person.Head is { Phase: EpisodePhase.Enquiry, PhaseSince: { } since }
                ?
                [
                    new(
                        Sign.NoWord,
                        person.Head,
                        "An inquiry waits for a first visit.",
                        T[
                            "SinceWord",
                            since.Day(),
                            Days(person.Today.DayNumber - since.DayNumber),
                            Terms.Of(person.Head.Pathway.PathwayWords())
                        ],
                        "Open",
                        $"/patients/{person.Head.Id}",
                        since.ToDateTime(TimeOnly.MinValue)
                    ),
                ]
                : []
    );

    private static string Days(int days) =>
        days switch
        {
            0 => T["TodayWord"],
            _ => T.Count("Days", days),
        };
}
