using Glidepath.Application.Facilities;
using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Application.Privacy;

internal static partial class PrivacyContributions
{
    /// <summary>Records that were opened in an emergency and wait for the privacy officer.</summary>
    private static readonly TodayRegister Reviews = TodayRegister.Of<Glass>(
        ("t-review", "Review", "Records opened in an emergency", "Review", Role.PrivacyOfficer),
        new("ReviewsWait"),
        all => all.Where(b => b.ReviewedAt == null).OrderBy(b => b.ReviewDueAt),
        (b, now) =>
            new(
                b,
                b.PatientId,
                T["OpenedAs", Terms.Of(b.OpenedAs.Words())],
                b.PatientToldAt is null ? "The person has not been told yet." : "The person was told.",
                T["OpenedReviewDue", now.Zone.Moment(b.OpenedAt), now.DayOf(b.ReviewDueAt).Day()],
                "/privacy/break-glass"
            )
    );
}
