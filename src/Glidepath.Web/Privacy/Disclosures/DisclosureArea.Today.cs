using System.Globalization;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Patients;
using Glidepath.Web.Shared.Contributions;
using Glass = Glidepath.Treatment.Privacy.BreakGlass;

namespace Glidepath.Web.Privacy.Disclosures;

internal static partial class DisclosureArea
{
    /// <summary>Records that were opened in an emergency and wait for the privacy officer.</summary>
    private static readonly TodayRegister Reviews = TodayRegister.Of<Glass>(
        ("t-review", "Review", "Records opened in an emergency", "Review", Role.PrivacyOfficer),
        new("One review waits.", "{0} reviews wait."),
        all => all.Where(b => b.ReviewedAt == null).OrderBy(b => b.ReviewDueAt),
        b =>
            new(
                b,
                b.PatientId,
                $"Opened as {b.OpenedAs.Words()}",
                b.PatientToldAt is null ? "The person has not been told yet." : "The person was told.",
                $"Opened {b.OpenedAt.ToString("MMM d, HH:mm", CultureInfo.InvariantCulture)} UTC, "
                    + $"review due {b.ReviewDueAt.ToString("MMM d", CultureInfo.InvariantCulture)}",
                "/privacy/break-glass"
            )
    );
}
