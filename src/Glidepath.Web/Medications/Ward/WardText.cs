using Glidepath.Application.Shared;

namespace Glidepath.Web.Medications;

/// <summary>The sentences of the ward: WardText.resx.</summary>
public sealed class WardText
{
    internal static AreaText T { get; } = new(typeof(WardText));
}
