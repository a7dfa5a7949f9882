using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Units;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;
using Microsoft.Extensions.Localization;

namespace Glidepath.Web.Accounts;

/// <summary>Requests as people read them: staff who decide, and the owner of the account.</summary>
internal static class AccountRequestWords
{
    public static string Refusal(SecondPersonRefusal refusal) => RuleSentences.InWords(Of(refusal));

    public static Sentence Of(SecondPersonRefusal refusal) =>
        refusal switch
        {
            SecondPersonRefusal.Role => "second-person.role",
            SecondPersonRefusal.Asked => "second-person.asked",
            SecondPersonRefusal.Concerned => "second-person.concerned",
            SecondPersonRefusal.MadeByAsker => "second-person.made-by-asker",
            SecondPersonRefusal.TooNew => "second-person.too-new",
        };

    public static string Title(IStringLocalizer words, AccountRequestLine line) =>
        line.Request.Kind switch
        {
            AccountRequestKind.FirstCode => words["First code for {0} ({1})", line.Account, RoleOf(words, line.Request)],
            AccountRequestKind.NewCode => words["New code for {0} ({1})", line.Account, RoleOf(words, line.Request)],
            AccountRequestKind.Role => words["New role for {0}: {1}", line.Account, RoleOf(words, line.Request)],
        };

    /// <summary>To the owner of the account.</summary>
    public static string ToOwner(IStringLocalizer words, AccountRequestLine line) =>
        line.Request.Kind switch
        {
            AccountRequestKind.FirstCode => words["Your account was made."],
            AccountRequestKind.NewCode => words["A new code for your account"],
            AccountRequestKind.Role => words["A new role for your account: {0}", RoleOf(words, line.Request)],
        };

    public static string State(IStringLocalizer words, AccountRequestLine line, TimeZoneInfo zone) =>
        line.Request.State switch
        {
            AccountRequestState.Waiting when line.IsOpen => words["Waiting for a second person"],
            AccountRequestState.Waiting => words["Expired on {0}", zone.Day(line.Request.AskedAt + SecondPerson.WaitsFor)],
            AccountRequestState.Confirmed => words["Confirmed by {0} on {1}", line.DecidedBy!, zone.Day(line.Request.DecidedAt!.Value)],
            AccountRequestState.Refused => words["Refused by {0} on {1}", line.DecidedBy!, zone.Day(line.Request.DecidedAt!.Value)],
            AccountRequestState.Withdrawn => words["Withdrawn on {0}", zone.Day(line.Request.DecidedAt!.Value)],
            AccountRequestState.SetUp => words["Done by one person, before the first patient"],
            AccountRequestState.Lapsed => words["Ended by a restore from a backup"],
        };

    private static string RoleOf(IStringLocalizer words, AccountRequest request) =>
        words[RoleWords.Of(RoleWords.Read(request.Role) ?? Role.None)];
}
