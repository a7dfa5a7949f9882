using Glidepath.Application.Shared;

namespace Glidepath.Web.Monitoring;

/// <summary>The sentences of check-ins and what follows from them: MonitoringText.resx.</summary>
public sealed class MonitoringText
{
    internal static AreaText T { get; } = new(typeof(MonitoringText));
}
