using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Identity;

namespace Glidepath.Web.Accounts;

/// <summary>A password is long and hard to guess; nothing else is asked of it. Judged here, without asking anybody outside.</summary>
internal sealed class Passwords : IPasswordValidator<UserAccount>
{
    public const int Shortest = 12,
        Longest = 128;

    /// <summary>A hundred million guesses, with some protection where the hashes are stolen. Our own convention.</summary>
    private const double LeastGuesses = 8;

    /// <returns>What to mend, or null.</returns>
    public static string? Problem(string password, string userName, string displayName) =>
        password.Length switch
        {
            < Shortest => AccountsText.T["UseAtLeastCharacters", Shortest],
            > Longest => AccountsText.T["UseAtMostCharacters", Longest],
            _ when userName.Length > 2 && password.Contains(userName, StringComparison.OrdinalIgnoreCase) => AccountsText.T[
                "LeaveYourUserNameOutOfIt"
            ],
            // The time to judge grows with the length; the first 100 characters decide.
            _ when PasswordGuesses.Of(password[..Math.Min(password.Length, 100)], [userName, displayName, "glidepath"]) < LeastGuesses =>
                AccountsText.T["ThatIsEasyToGuess"],
            _ => null,
        };

    public Task<IdentityResult> ValidateAsync(UserManager<UserAccount> manager, UserAccount user, string? password) =>
        Task.FromResult(
            Problem(password ?? "", user.UserName ?? "", user.DisplayName) is { } problem
                ? IdentityResult.Failed(new IdentityError { Code = "password", Description = problem })
                : IdentityResult.Success
        );
}
