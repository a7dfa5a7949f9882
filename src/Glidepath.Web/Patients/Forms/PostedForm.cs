using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment;

namespace Glidepath.Web.Patients;

public enum FieldKind
{
    Line,
    Area,
    Day,

    /// <summary>One of a few, as tiles.</summary>
    One,

    /// <summary>One of many, as a list.</summary>
    Pick,
    Tick,
    Number,

    /// <summary>
    /// Not asked: what stood on the page when the form was filled in, so that both can be shown where it has changed since.
    /// </summary>
    Seen,
}

/// <summary>One field of a form, said once: the page, the reading and the comparison of two versions all follow it.</summary>
/// <param name="Rule">Start of the code of a refusal that speaks of this field.</param>
public sealed record FormField(string Name, string Label, FieldKind Kind = FieldKind.Line, string? Rule = null)
{
    public string? Hint { get; init; }

    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public int Most { get; init; } = 200;

    public bool IsNeeded { get; init; }

    /// <summary>Choices that there were before, so that what was typed still reads as words.</summary>
    public IReadOnlyList<Choice> Former { get; init; } = [];

    /// <summary>What an unmade choice of a list is called.</summary>
    public string? Empty { get; init; }

    public string? Unit { get; init; }

    /// <summary>As a person reads it.</summary>
    public string? Shown(string? value) =>
        Kind switch
        {
            FieldKind.One or FieldKind.Pick => Choices.Concat(Former).FirstOrDefault(c => c.Value == value)?.Words ?? value,
            FieldKind.Tick => value is "yes" ? "Yes" : "No",
            _ => value,
        };
}

/// <summary>
/// What was typed, kept as it was typed, and read field by field. What does not fit is said with the value and what would be accepted.
/// </summary>
public sealed class PostedForm(IReadOnlyList<FormField> fields, IReadOnlyDictionary<string, string?> values)
{
    private const int MostNumber = 100_000;

    public static PostedForm Of(IReadOnlyList<FormField> fields, IFormCollection sent) =>
        new(fields, fields.ToDictionary(f => f.Name, f => sent[f.Name] is { Count: > 0 } v ? Blank(v[^1]) : null));

    public IReadOnlyList<FormField> Fields => fields;

    /// <summary>The same, with what stands on the page today.</summary>
    public PostedForm SeeingAsIn(PostedForm now) =>
        new(fields, fields.ToDictionary(f => f.Name, f => f.Kind is FieldKind.Seen ? now[f.Name] : this[f.Name]));

    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>Checks every field against what it says of itself.</summary>
    public void Check(FieldErrors errors)
    {
        foreach (var field in fields)
            if (Problem(field, this[field.Name]) is { } problem)
                errors.Add(field.Name, $"{field.Label}: {problem}");
    }

    public DateOnly? Day(string name) =>
        DateOnly.TryParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    public TEnum? Enum<TEnum>(string name)
        where TEnum : struct, Enum => EnumWords.Read<TEnum>(this[name]);

    public Answer Answer(string name) => Enum<Answer>(name) ?? Pharmacology.Safety.Answer.Unknown;

    public bool IsTicked(string name) => this[name] is "yes";

    public decimal? Number(string name) =>
        decimal.TryParse(this[name], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    private static string? Problem(FormField field, string? value) =>
        (field.Kind, value) switch
        {
            (_, _) when field.Kind is FieldKind.Seen => null,
            (_, null) => field.IsNeeded ? "Nothing was given. An answer is needed here." : null,
            (_, { Length: var length }) when length > field.Most => $"We read {length} characters. At most {field.Most} fit here.",
            (_, var text) when text.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t') =>
                "There is a character in it that cannot be kept. Plain letters, numbers and signs are accepted.",
            (FieldKind.Day, var text)
                when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) =>
                $"{Said(text)} Write a date like 2026-12-01: year, month, day.",
            (FieldKind.Number, var text)
                when !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n) || n > MostNumber =>
                $"{Said(text)} Write a number like 0.5, with a point for decimals.",
            (FieldKind.One or FieldKind.Pick, var text) when !field.Choices.Any(c => c.Value == text) =>
                $"{Said(text)} Choose one of the answers.",
            (FieldKind.Tick, not "yes") => $"{Said(value)} Tick it or leave it empty.",
            _ => null,
        };

    private static string Said(string text) => $"We read \"{(text.Length > 40 ? text[..40] + "…" : text)}\".";

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
