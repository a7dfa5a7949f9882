using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Privacy;

/// <summary>The yearly access review.</summary>
internal static class AccessReviewContributions
{
    public static IServiceCollection AddAccessReviews(this IServiceCollection services) =>
        services.AddScoped<AccessReviews>().HandOver(Overdue);

    private static readonly TodayRegister Overdue = TodayRegister.OfProgram(
        ("t-access", "Access review", "Once a year", "Review", Role.PrivacyOfficer),
        new("TheAccessReviewIsDue"),
        async (db, _, now, _, cancellationToken) =>
        {
            var due = (await AccessReviews.DueAsync(db, cancellationToken)).Where(a => a.DueOn <= now.Today).ToList();
            return due.Count == 0
                ? []
                :
                [
                    new(
                        new { due.Count, due[0].DueOn },
                        null,
                        T["SinceDay", due[0].DueOn.Day()],
                        T.Count("AccountsToReview", due.Count),
                        "A year after the last review, or after the account was made",
                        "/privacy/access-review"
                    ),
                ];
        }
    );
}
