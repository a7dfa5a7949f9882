namespace Glidepath.Application.Shared;

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
