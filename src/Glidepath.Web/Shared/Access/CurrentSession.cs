using System.Globalization;
using Microsoft.AspNetCore.Authentication;

namespace Glidepath.Web.Shared;

/// <summary>The session of this request, as it stands in the store.</summary>
internal sealed class CurrentSession(IHttpContextAccessor http)
{
    /// <summary>Items that the store of sessions puts beside the sign-in.</summary>
    public const string IdItem = "session-id",
        ConfirmedItem = "session-confirmed",
        SharedItem = "shared-computer";

    public Guid? Id => Guid.TryParse(Item(IdItem), out var id) ? id : null;

    /// <summary>When its owner last proved to be there; UTC.</summary>
    public DateTime? ConfirmedAt =>
        long.TryParse(Item(ConfirmedItem), NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new DateTime(ticks, DateTimeKind.Utc)
            : null;

    /// <summary>On a computer that others use too: nothing is kept on it.</summary>
    public bool IsShared => Item(SharedItem) is not null;

    private string? Item(string name) =>
        http.HttpContext?.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Properties?.Items.TryGetValue(name, out var value)
            is true
            ? value
            : null;
}
