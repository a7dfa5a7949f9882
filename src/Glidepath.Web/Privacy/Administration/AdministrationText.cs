using Glidepath.Web.Shared;

namespace Glidepath.Web.Privacy;

/// <summary>The sentences of administration: AdministrationText.resx.</summary>
public sealed class AdministrationText
{
    internal static Sentences T { get; } = new(typeof(AdministrationText));
}
