using Glidepath.Web.Shared;

namespace Glidepath.Web.Tapering;

/// <summary>The sentences of the planner: TaperingText.resx.</summary>
public sealed class TaperingText
{
    internal static AreaWords T { get; } = new(typeof(TaperingText));
}
