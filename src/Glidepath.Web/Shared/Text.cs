namespace Glidepath.Web.Shared;

/// <summary>
/// The words of the pages, in every language. The English sentence is its own key; another language is <c>Shared/Text.es.resx</c> with that
/// sentence as the name. Where it stands in a page as <c>@T["…"]</c> it is already looked up.
/// </summary>
public sealed class Text;
