using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Privacy;

/// <summary>The yearly access review.</summary>
internal static class AccessReviewContributions
{
    public static IServiceCollection AddAccessReviews(this IServiceCollection services) =>
        services.AddScoped<AccessReviews>().HandOver(Overdue);

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
