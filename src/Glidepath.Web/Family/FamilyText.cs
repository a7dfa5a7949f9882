using Glidepath.Application.Shared;

namespace Glidepath.Web.Family;

/// <summary>The sentences of families: FamilyText.resx.</summary>
public sealed class FamilyText
{
    internal static AreaText T { get; } = new(typeof(FamilyText));
}
