using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy;

/// <summary>The sentences of privacy: PrivacyText.resx.</summary>
public sealed class PrivacyText
{
    internal static AreaWords T { get; } = new(typeof(PrivacyText));
}
