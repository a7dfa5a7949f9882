using Glidepath.Application.Shared;

namespace Glidepath.Web.Therapy.Booklet;

/// <summary>The sentences of the pages of the booklet: BookletText.resx. What the booklet itself says is in Booklet.resx of the
/// papers.</summary>
public sealed class BookletText
{
    internal static AreaText T { get; } = new(typeof(BookletText));
}
