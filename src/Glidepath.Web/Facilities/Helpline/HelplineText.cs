using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities.Helpline;

/// <summary>The sentences of the helpline: HelplineText.resx.</summary>
public sealed class HelplineText
{
    internal static AreaWords T { get; } = new(typeof(HelplineText));
}
