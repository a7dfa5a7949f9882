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

    protected string? Wrong => Error ?? Errors?.Of(Name);

    protected string? DescribedBy =>
        (Hint, Wrong) switch
        {
            (null, null) => null,
            (_, null) => $"{Name}-hint",
            (null, _) => $"{Name}-error",
            _ => $"{Name}-hint {Name}-error",
        };

    protected string? Invalid => Wrong is null ? null : "true";

    protected string Class(string name) => Wrong is null ? name : $"{name} {name}--error";
}
