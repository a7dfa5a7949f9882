using System.Globalization;
using System.Resources;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Application.Shared;

/// <summary>
/// The sentences of one area by id, in the language of the request: the <c>.resx</c> files beside the class that the area names. What is put
/// into a sentence is formatted invariant, since a dose reads the same in every language.
/// </summary>
public sealed class AreaText(Type area)
{
    private readonly ResourceManager _entries = new(area);

    /// <summary>A text that is no id is a term of a table, or is given back as it is: a name, a number, what was typed.</summary>
    public string this[string id] => Of(id);

    public string this[string id, params object?[] with] => string.Format(CultureInfo.InvariantCulture, Of(id), with);

    /// <summary>The form of a sentence that a count asks for (<see cref="Plural"/>); the count is its first value.</summary>
    /// <exception cref="InvalidOperationException">No form stands under the id.</exception>
    public string Count(string id, int count, params object?[] with) =>
        string.Format(
            CultureInfo.InvariantCulture,
            Plural.Find(id, count, Find) ?? throw new InvalidOperationException($"No sentence stands under {id}.Other."),
            [count, .. with]
        );

    /// <summary>Whether there is a sentence of this id.</summary>
    public bool Has(string id) => _entries.GetString(id, CultureInfo.InvariantCulture) is not null;

    private string Of(string id) => Find(id) ?? Terms.Of(id);

    private string? Find(string id) =>
        _entries.GetString(id, CultureInfo.CurrentUICulture) is { } sentence ? PseudoLanguage.Of(sentence) : null;
}
