using System.Text.RegularExpressions;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;

namespace Glidepath.Web.Accounts;

/// <summary>What an account is called: by its owner at the sign-in, and by colleagues.</summary>
internal static partial class AccountNames
{
    public const int LongestUser = 60,
        LongestDisplay = 100;

    private const int ShortestUser = 3;

    public static FieldError? Problem(UserAccount account) =>
        (account.UserName, account.DisplayName) switch
        {
            ({ Length: < ShortestUser or > LongestUser } or null, _) => new(
                "name",
                AccountsText.T["AUserNameHasCharacters", ShortestUser, LongestUser]
            ),
            var (name, _) when !UserNames().IsMatch(name!) => new("name", AccountsText.T["UseLettersNumbersPointsDashesAnd"]),
            (_, { Length: 0 or > LongestDisplay }) => new(
                "display-name",
                AccountsText.T["WriteTheNameThatColleaguesWillSeeUpTo", LongestDisplay]
            ),
            _ => null,
        };

    [GeneratedRegex("^[A-Za-z0-9._-]+$", RegexOptions.CultureInvariant)]
    private static partial Regex UserNames();
}
