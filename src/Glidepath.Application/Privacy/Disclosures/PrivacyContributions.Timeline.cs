using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Privacy;

internal static partial class PrivacyContributions
{
    private static readonly TimelineRows[] OnTimeline =
    [
        TimelineRows.Of<Consent>(
            (c, person) =>
                new(
                    c.Id,
                    HappeningKind.Consent,
                    c.SignedOn ?? person.DayOf(c.RecordedAt),
                    c.RecordedAt,
                    c.RecordedBy,
                    T["ConsentWord", Terms.Of(c.Kind.Words())],
                    c.RecipientName,
                    c.AmendmentReason,
                    c.AmendsId
                )
        ),
        TimelineRows.Of<ConsentEnd>(
            (e, person) =>
                new(
                    e.Id,
                    HappeningKind.Consent,
                    person.DayOf(e.EndedAt),
                    e.RecordedAt,
                    e.RecordedBy,
                    T["ConsentEnded", Terms.Of(e.Kind.Words())],
                    e.Note
                )
        ),
    ];
}
