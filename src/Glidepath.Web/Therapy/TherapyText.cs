using Glidepath.Application.Shared;

namespace Glidepath.Web.Therapy;

/// <summary>The sentences of therapy: TherapyText.resx.</summary>
public sealed class TherapyText
{
    internal static AreaText T { get; } = new(typeof(TherapyText));
}
