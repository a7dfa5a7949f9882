using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Units;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment;
using Glidepath.Treatment.Privacy;
using Glidepath.Web.Shared;

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

    public static string Title(AccountRequestLine line) =>
        line.Request.Kind switch
        {
            AccountRequestKind.FirstCode => AccountsText.T["FirstCodeForInRole", line.Account, RoleOf(line.Request)],
            AccountRequestKind.NewCode => AccountsText.T["NewCodeForInRole", line.Account, RoleOf(line.Request)],
            AccountRequestKind.Role => AccountsText.T["NewRoleFor", line.Account, RoleOf(line.Request)],
        };

    /// <summary>To the owner of the account.</summary>
    public static string ToOwner(AccountRequestLine line) =>
        line.Request.Kind switch
        {
            AccountRequestKind.FirstCode => AccountsText.T["YourAccountWasMade"],
            AccountRequestKind.NewCode => AccountsText.T["ANewCodeForYourAccount"],
            AccountRequestKind.Role => AccountsText.T["ANewRoleForYourAccount", RoleOf(line.Request)],
        };

    public static string State(AccountRequestLine line, TimeZoneInfo zone) =>
        line.Request.State switch
        {
            AccountRequestState.Waiting when line.IsOpen => AccountsText.T["WaitingForASecondPerson"],
            AccountRequestState.Waiting => AccountsText.T["ExpiredOn", zone.Day(line.Request.AskedAt + SecondPerson.WaitsFor)],
            AccountRequestState.Confirmed => AccountsText.T["ConfirmedByOn", line.DecidedBy!, zone.Day(line.Request.DecidedAt!.Value)],
            AccountRequestState.Refused => AccountsText.T["RefusedByOn", line.DecidedBy!, zone.Day(line.Request.DecidedAt!.Value)],
            AccountRequestState.Withdrawn => AccountsText.T["WithdrawnOn", zone.Day(line.Request.DecidedAt!.Value)],
            AccountRequestState.SetUp => AccountsText.T["DoneByOnePersonBeforeTheFirstPatient"],
            AccountRequestState.Lapsed => AccountsText.T["EndedByARestoreFromABackup"],
        };

    private static string RoleOf(AccountRequest request) => AccountsText.T[RoleWords.Of(RoleWords.Read(request.Role) ?? Role.None)];
}
