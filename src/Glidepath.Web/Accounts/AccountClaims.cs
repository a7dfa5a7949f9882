using System.Security.Claims;
using Glidepath.Storage.Privacy;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Glidepath.Web.Accounts;

/// <summary>What a session knows of its account: who, the one role, and the name that colleagues see.</summary>
internal sealed class AccountClaims(UserManager<UserAccount> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<UserAccount>(users, options)
{
    public const string DisplayName = "display_name";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(UserAccount user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(ClaimTypes.Role, user.Role));
        identity.AddClaim(new Claim(DisplayName, user.DisplayName));
        return identity;
    }
}
