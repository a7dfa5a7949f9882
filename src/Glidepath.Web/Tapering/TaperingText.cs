using Glidepath.Application.Shared;

namespace Glidepath.Web.Tapering;

/// <summary>The sentences of the planner: TaperingText.resx.</summary>
public sealed class TaperingText
{
    internal static AreaText T { get; } = new(typeof(TaperingText));
}
