using Glidepath.Application.Shared;

namespace Glidepath.Web.Privacy.Incidents;

/// <summary>The sentences of incidents and complaints: IncidentsText.resx.</summary>
public sealed class IncidentsText
{
    internal static AreaText T { get; } = new(typeof(IncidentsText));
}
