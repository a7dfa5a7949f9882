using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Privacy.Disclosures;

internal static partial class DisclosureArea
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
