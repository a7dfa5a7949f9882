using Glidepath.Application.Shared;
using Microsoft.AspNetCore.Components;

namespace Glidepath.Web.Shared;

/// <summary>What every field of a form has. The error says what would be accepted; what was typed stays in the field.</summary>
public abstract class Field : ComponentBase
{
    /// <summary>Of the value in the form, and the id of the control.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public string? Error { get; set; }

    /// <summary>Of all fields of the form; used where <see cref="Error"/> is not given.</summary>
    [CascadingParameter]
    public FieldErrors? Errors { get; set; }

    /// <summary>Of a form that was filled in; null where none was.</summary>
    [CascadingParameter]
    public FieldNotes? Notes { get; set; }

    protected string? Note => Notes?.Of(Name);

    protected string? Wrong => Error ?? Errors?.Of(Name);

    protected string? DescribedBy => Ids(Hint is null ? null : $"{Name}-hint", Wrong is null ? null : $"{Name}-error");

    /// <summary>The same and the note; null for none.</summary>
    protected string? Ids(params IEnumerable<string?> shown) =>
        string.Join(' ', shown.Append(Note is null ? null : $"{Name}-note").OfType<string>()) is { Length: > 0 } ids ? ids : null;

    protected string? Invalid => Wrong is null ? null : "true";

    protected string Class(string name) => Wrong is null ? name : $"{name} {name}--error";
}
