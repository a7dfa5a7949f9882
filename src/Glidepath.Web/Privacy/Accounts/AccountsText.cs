using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy;

/// <summary>The sentences of accounts: AccountsText.resx.</summary>
public sealed class AccountsText
{
    internal static Sentences T { get; } = new(typeof(AccountsText));
}
