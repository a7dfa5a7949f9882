using Glidepath.Application.Shared;

namespace Glidepath.Web.Monitoring.Duty;

/// <summary>The sentences of duty: DutyText.resx.</summary>
public sealed class DutyText
{
    internal static AreaText T { get; } = new(typeof(DutyText));
}
