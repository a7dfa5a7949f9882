using Glidepath.Application.Shared;

namespace Glidepath.Web.Facilities;

/// <summary>The sentences of care finding: FacilitiesText.resx.</summary>
public sealed class FacilitiesText
{
    internal static AreaText T { get; } = new(typeof(FacilitiesText));
}
