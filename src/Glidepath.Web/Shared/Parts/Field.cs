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

/// <summary>What is wrong with a form, by field, in the order of the page.</summary>
public sealed class FieldErrors
{
    private readonly List<FieldError> _all = [];

    public IReadOnlyList<FieldError> All => _all;

    public bool Any => _all.Count > 0;

    /// <summary>The first error of a field stands; it is the one to mend first.</summary>
    public void Add(string field, string message)
    {
        if (Of(field) is null)
            _all.Add(new FieldError(field, message));
    }

    public string? Of(string field) => _all.FirstOrDefault(e => e.Field == field)?.Message;

    public bool AnyOf(IReadOnlyCollection<string> fields) => _all.Any(e => fields.Contains(e.Field));
}

/// <param name="Field">The name of the field, which is its id too.</param>
/// <param name="Message">What was read and what would be accepted.</param>
public sealed record FieldError(string Field, string Message);

/// <param name="Value">As it stands in the form.</param>
public sealed record Choice(string Value, string Words, string? Hint = null);
