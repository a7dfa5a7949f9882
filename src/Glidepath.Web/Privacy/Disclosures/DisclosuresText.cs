using Glidepath.Application.Shared;

namespace Glidepath.Web.Privacy.Disclosures;

/// <summary>The sentences of disclosures: DisclosuresText.resx.</summary>
public sealed class DisclosuresText
{
    internal static AreaText T { get; } = new(typeof(DisclosuresText));
}
