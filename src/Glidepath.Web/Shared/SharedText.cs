using Glidepath.Application.Shared;

namespace Glidepath.Web.Shared;

/// <summary>The sentences of the parts that every area uses: SharedText.resx.</summary>
public sealed class SharedText
{
    internal static AreaText T { get; } = new(typeof(SharedText));
}
