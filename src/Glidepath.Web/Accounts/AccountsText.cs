using Glidepath.Application.Shared;

namespace Glidepath.Web.Accounts;

/// <summary>The sentences of accounts: AccountsText.resx.</summary>
public sealed class AccountsText
{
    internal static AreaText T { get; } = new(typeof(AccountsText));
}
