using System.Globalization;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared.Contributions;

namespace Glidepath.Web.Privacy.Reviews;

internal static class AccessReviewArea
{
    public static void AddAccessReview(this WebApplicationBuilder builder) => builder.Services.AddScoped<AccessReviews>().HandOver(Overdue);

    private static readonly TodayRegister Overdue = TodayRegister.OfProgram(
        ("t-access", "Access review", "Once a year", "Review", Role.PrivacyOfficer),
        new("The access review is due.", "The access review is due."),
        async (db, _, now, _, cancellationToken) =>
        {
            var today = DateOnly.FromDateTime(now);
            var due = (await AccessReviews.DueAsync(db, cancellationToken)).Where(a => a.DueOn <= today).ToList();
            return due.Count == 0
                ? []
                :
                [
                    new(
                        new { due.Count, due[0].DueOn },
                        null,
                        $"Since {due[0].DueOn.ToString("MMM d, yyyy", CultureInfo.InvariantCulture)}",
                        due.Count == 1 ? "1 account to review" : $"{due.Count} accounts to review",
                        "A year after the last review, or after the account was made",
                        "/privacy/access-review"
                    ),
                ];
        }
    );
}
