using Glidepath.Application.Shared;

namespace Glidepath.Web.Facilities.Helpline;

/// <summary>The sentences of the helpline: HelplineText.resx.</summary>
public sealed class HelplineText
{
    internal static AreaText T { get; } = new(typeof(HelplineText));
}
