using Glidepath.Web.Shared;

namespace Glidepath.Web.Family;

/// <summary>The sentences of families: FamilyText.resx.</summary>
public sealed class FamilyText
{
    internal static AreaWords T { get; } = new(typeof(FamilyText));
}
