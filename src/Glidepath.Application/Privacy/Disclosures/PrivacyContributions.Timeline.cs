using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

internal static partial class PrivacyContributions
{
    private static readonly TimelineRows[] OnTimeline =
    [
        TimelineRows.Of<Consent>(c =>
            new(
                c.Id,
                HappeningKind.Consent,
                c.SignedOn ?? DateOnly.FromDateTime(c.RecordedAt),
                c.RecordedAt,
                c.RecordedBy,
                $"Consent: {c.Kind.Words()}",
                c.RecipientName,
                c.AmendmentReason,
                c.AmendsId
            )
        ),
        TimelineRows.Of<ConsentEnd>(e =>
            new(
                e.Id,
                HappeningKind.Consent,
                DateOnly.FromDateTime(e.EndedAt),
                e.RecordedAt,
                e.RecordedBy,
                $"Consent ended: {e.Kind.Words()}",
                e.Note
            )
        ),
    ];
}
