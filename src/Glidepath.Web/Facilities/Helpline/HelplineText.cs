using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities.Helpline;

/// <summary>The sentences of the helpline: HelplineText.resx.</summary>
public sealed class HelplineText
{
    internal static Sentences T { get; } = new(typeof(HelplineText));
}
