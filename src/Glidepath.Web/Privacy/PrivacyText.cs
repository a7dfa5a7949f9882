using Glidepath.Application.Shared;

namespace Glidepath.Web.Privacy;

/// <summary>The sentences of privacy: PrivacyText.resx.</summary>
public sealed class PrivacyText
{
    internal static AreaText T { get; } = new(typeof(PrivacyText));
}
