using Glidepath.Web.Shared;

namespace Glidepath.Web.Facilities;

/// <summary>The sentences of care finding: FacilitiesText.resx.</summary>
public sealed class FacilitiesText
{
    internal static AreaWords T { get; } = new(typeof(FacilitiesText));
}
