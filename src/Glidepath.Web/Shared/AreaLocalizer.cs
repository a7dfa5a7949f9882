using Glidepath.Application.Shared;
using Microsoft.Extensions.Localization;

namespace Glidepath.Web.Shared;

/// <summary>What a page of an area has as <c>T</c>: the area's <see cref="AreaText"/>, the same that its code reads.</summary>
/// <typeparam name="TArea">The class beside the area's <c>.resx</c>.</typeparam>
internal sealed class AreaLocalizer<TArea> : IStringLocalizer<TArea>, IAreaText
{
    private static readonly AreaText Sentences = new(typeof(TArea));

    public AreaText Text => Sentences;

    public LocalizedString this[string name] => new(name, Sentences[name]);

    public LocalizedString this[string name, params object[] arguments] => new(name, Sentences[name, arguments]);

    public IEnumerable<LocalizedString> GetAllStrings(bool includeParentCultures) => throw new NotSupportedException();
}

internal interface IAreaText
{
    AreaText Text { get; }
}

internal static class CountedSentences
{
    /// <summary>As <see cref="AreaText.Count"/>.</summary>
    public static string Count(this IStringLocalizer words, string id, int count, params object?[] with) =>
        ((IAreaText)words).Text.Count(id, count, with);
}
