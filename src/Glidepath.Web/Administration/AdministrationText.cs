using Glidepath.Application.Shared;

namespace Glidepath.Web.Administration;

/// <summary>The sentences of administration: AdministrationText.resx.</summary>
public sealed class AdministrationText
{
    internal static AreaText T { get; } = new(typeof(AdministrationText));
}
