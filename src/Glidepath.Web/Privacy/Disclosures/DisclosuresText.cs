using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>The sentences of disclosures: DisclosuresText.resx.</summary>
public sealed class DisclosuresText
{
    internal static AreaWords T { get; } = new(typeof(DisclosuresText));
}
