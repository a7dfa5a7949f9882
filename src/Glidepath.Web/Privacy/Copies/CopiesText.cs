using Glidepath.Application.Shared;

namespace Glidepath.Web.Privacy.Copies;

/// <summary>The sentences of copies of the record: CopiesText.resx.</summary>
public sealed class CopiesText
{
    internal static AreaText T { get; } = new(typeof(CopiesText));
}
