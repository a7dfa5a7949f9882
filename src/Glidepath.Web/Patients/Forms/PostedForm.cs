using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment;
using Glidepath.Web.Shared;

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

    /// <summary>Its value is the name of the file that was chosen, anew each time; what is in it is read from the form.</summary>
    File,

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

    /// <summary>Of a file: what the browser offers to choose.</summary>
    public string? Accept { get; init; }

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

    public PostedForm(IReadOnlyList<FormField> fields, FormReader sent)
        : this(fields, fields.ToDictionary(f => f.Name, f => f.Kind is FieldKind.File ? sent.FileName(f.Name) : sent[f.Name])) { }

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
                errors.Add(field.Name, PatientsText.T["LabelAndProblem", PatientsText.T[field.Label], problem]);
    }

    public DateOnly? Day(string name) => this[name] is { } text && FormReader.IsDay(text, out var day) ? day : null;

    public TEnum? Enum<TEnum>(string name)
        where TEnum : struct, Enum => EnumWords.Read<TEnum>(this[name]);

    public Answer Answer(string name) => Enum<Answer>(name) ?? Pharmacology.Safety.Answer.Unknown;

    public bool IsTicked(string name) => this[name] is "yes";

    public decimal? Number(string name) => FormReader.IsNumber(this[name], out var number) ? number : null;

    public Guid? Id(string name) => Guid.TryParse(this[name], out var id) ? id : null;

    private static string? Problem(FormField field, string? value) =>
        (field.Kind, value) switch
        {
            (_, _) when field.Kind is FieldKind.Seen => null,
            (_, null) => field.IsNeeded ? SharedText.T["NothingWasGivenAnAnswerIsNeededHere"] : null,
            (_, { Length: var length }) when length > field.Most => SharedText.T["ThatHasCharactersAtMostFit", length, field.Most],
            (_, var text) when text.Any(c => char.IsControl(c) && c is not '\n' and not '\r' and not '\t') => SharedText.T[
                "ThereIsACharacterInItThatCannotBeKept"
            ],
            (FieldKind.Day, var text) when !FormReader.IsDay(text, out _) => SharedText.T["WeReadEnterADateLike", FormReader.Said(text)],
            (FieldKind.Number, var text) when !FormReader.IsNumber(text, out var n) || n > MostNumber => SharedText.T[
                "WeReadEnterANumberLikeWithAPoint",
                FormReader.Said(text)
            ],
            (FieldKind.One or FieldKind.Pick, var text) when !field.Choices.Any(c => c.Value == text) => SharedText.T[
                "WeReadChooseOneOfTheAnswers",
                FormReader.Said(text)
            ],
            (FieldKind.Tick, not "yes") => SharedText.T["WeReadTickItOrLeaveItEmpty", FormReader.Said(value)],
            _ => null,
        };
}
