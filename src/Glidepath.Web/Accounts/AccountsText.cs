using Glidepath.Web.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Accounts;

/// <summary>The sentences of accounts: AccountsText.resx.</summary>
public sealed class AccountsText
{
    internal static AreaWords T { get; } = new(typeof(AccountsText));
}
