using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Assessments;

internal static partial class AssessmentsContributions
{
    private static readonly TimelineRows[] OnTimeline =
    [
        TimelineRows.Of<ScoredAssessment>(Scored),
        TimelineRows.Of<SafetyStep>(
            (s, person) =>
                new(
                    s.Id,
                    HappeningKind.Safety,
                    person.DayOf(s.OpenedAt),
                    s.OpenedAt,
                    s.ClosedBy ?? Guid.Empty,
                    "Safety step opened",
                    s.IsOpen ? s.State.Words() : T["ClosedWord", s.Outcome]
                )
        ),
    ];

    private static Happening Scored(ScoredAssessment done)
    {
        var instrument = InstrumentTable.Find(done.InstrumentId);
        return new(
            done.Id,
            HappeningKind.Assessment,
            done.On,
            done.RecordedAt,
            done.RecordedBy,
            $"{instrument?.Title ?? done.InstrumentId}: {(done.Total is { } total ? T["OfWord", total, instrument?.Most] : T["TooLittleAnsweredForAScore"])}",
            string.Join(
                ". ",
                new[]
                {
                    done.BandName,
                    done.IsProrated ? "Prorated" : null,
                    done.SafetyStepId is null ? null : "An answer opened the safety step",
                }.OfType<string>()
            ),
            done.AmendmentReason,
            done.AmendsId
        );
    }
}
