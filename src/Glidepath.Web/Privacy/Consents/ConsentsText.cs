using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy.Consents;

/// <summary>The sentences of consents: ConsentsText.resx.</summary>
public sealed class ConsentsText
{
    internal static AreaWords T { get; } = new(typeof(ConsentsText));
}
