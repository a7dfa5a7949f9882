using Glidepath.Application.Shared;

namespace Glidepath.Web.Visits;

/// <summary>The sentences of visits: VisitsText.resx.</summary>
public sealed class VisitsText
{
    internal static AreaText T { get; } = new(typeof(VisitsText));
}
