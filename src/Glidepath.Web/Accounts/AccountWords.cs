using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;

namespace Glidepath.Web.Accounts;

/// <summary>How somebody made sure who it is, as it is asked and shown.</summary>
internal static class AccountWords
{
    public static string Of(AccountStepKind kind) => kind.InWords();

    public static string? Detail(AccountStep step) => step.Detail();

    /// <summary>For the second person.</summary>
    public static string Checked(IdentityCheck check) => ApplicationText.T["WhoItIsChecked", check.InWords()];

    public static IEnumerable<Choice> Checks() =>
        Enum.GetValues<IdentityCheck>()
            .Where(c => c is not IdentityCheck.None)
            .Select(c => new Choice(c.ToString(), AccountsText.T[Id(c)]));

    /// <returns>None for what was not chosen, and for what is no choice.</returns>
    public static IdentityCheck Read(string? sent) => EnumWords.TryRead<IdentityCheck>(sent, out var check) ? check : IdentityCheck.None;

    private static string Id(IdentityCheck check) =>
        check switch
        {
            IdentityCheck.KnownInPerson => "IKnowThemAndTheyAreHere",
            IdentityCheck.PhotoIdentification => "ISawTheirPhotoID",
            IdentityCheck.TwoFactsByPhone => "IAskedTwoFactsByPhone",
            IdentityCheck.None => throw new ArgumentOutOfRangeException(nameof(check), check, "Nothing to choose."),
        };
}
