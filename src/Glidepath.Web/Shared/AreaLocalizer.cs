using Glidepath.Application.Shared;
using Microsoft.Extensions.Localization;

namespace Glidepath.Web.Shared;

/// <summary>What a page of an area has as <c>T</c>: the area's <see cref="AreaText"/>, the same that its code reads.</summary>
/// <typeparam name="TArea">The class beside the area's <c>.resx</c>.</typeparam>
internal sealed class AreaLocalizer<TArea> : IStringLocalizer<TArea>
{
    private static readonly AreaText Sentences = new(typeof(TArea));

    public LocalizedString this[string name] => new(name, Sentences[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, Sentences[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => throw new NotSupportedException();
}
