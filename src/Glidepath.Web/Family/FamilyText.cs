using Glidepath.Web.Shared;

namespace Glidepath.Web.Family;

/// <summary>The sentences of families: FamilyText.resx.</summary>
public sealed class FamilyText
{
    internal static Sentences T { get; } = new(typeof(FamilyText));
}
