using Glidepath.Web.Privacy;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Administration;

/// <summary>The sentences of administration: AdministrationText.resx.</summary>
public sealed class AdministrationText
{
    internal static AreaWords T { get; } = new(typeof(AdministrationText));
}
