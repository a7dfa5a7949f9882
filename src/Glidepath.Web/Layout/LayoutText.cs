using Glidepath.Application.Shared;

namespace Glidepath.Web.Layout;

/// <summary>The sentences of the frame of every page: LayoutText.resx.</summary>
public sealed class LayoutText
{
    internal static AreaText T { get; } = new(typeof(LayoutText));
}
