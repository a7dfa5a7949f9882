using Glidepath.Application.Shared;

namespace Glidepath.Web.Privacy.Consents;

/// <summary>The sentences of consents: ConsentsText.resx.</summary>
public sealed class ConsentsText
{
    internal static AreaText T { get; } = new(typeof(ConsentsText));
}
