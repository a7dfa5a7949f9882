using System.Globalization;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Patients;

public enum QuestionKind
{
    YesNo,
    Choice,

    /// <summary>Any number of the choices.</summary>
    Choices,
    Number,
    Text,

    /// <summary>A day, as yyyy-MM-dd.</summary>
    Day,

    /// <summary>Doses by time of day, in the engine's words: "0.5 mg morning, 1 mg bedtime".</summary>
    Regimen,
}

/// <summary>One thing that an intake asks.</summary>
/// <param name="Id">Stable: part and thing, <c>seizures.ever</c>.</param>
/// <param name="Text">As shown to the person.</param>
/// <param name="Why">Why it is asked, as shown; may be null.</param>
public sealed record IntakeQuestion(string Id, IntakePart Part, string Text, QuestionKind Kind, string? Why = null)
{
    /// <summary>Words that are stored, in order.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public decimal Least { get; init; }

    public decimal Most { get; init; } = 10_000;

    public bool Whole { get; init; }

    /// <summary>Of a number, as shown after the field.</summary>
    public string? Unit { get; init; }

    /// <summary>What the first-reduction flowchart or a safety rule needs. The others may stay open.</summary>
    public bool IsNeeded { get; init; }

    /// <summary>Asked only where another question of the same part has this answer.</summary>
    public (string Id, string Value)? OnlyWhen { get; init; }

    public bool AppliesTo(IReadOnlyDictionary<string, IntakeAnswer> answers) =>
        OnlyWhen is not { } condition || answers.TryGetValue(condition.Id, out var other) && other.Value == condition.Value;

    /// <summary>What is wrong with a given value, what was expected; null when it fits.</summary>
    public string? Problem(IntakeAnswer answer) => Wrong(answer) is { } wrong ? RuleSentences.InWords(wrong) : null;

    private Sentence? Wrong(IntakeAnswer answer) =>
        answer switch
        {
            { State: not AnswerState.Given } => null,
            { Value: null or "" } => "intake.value.needed",
            { Value.Length: > Recorded.LongText } => Sentence.Of("intake.value.too-long", ("most", Recorded.LongText)),
            { Value: var value } => ProblemOf(value.Trim()),
        };

    private Sentence? ProblemOf(string value) =>
        Kind switch
        {
            QuestionKind.YesNo => value is "yes" or "no" ? null : "intake.value.yes-no",
            QuestionKind.Choice => Choices.Contains(value)
                ? null
                : Sentence.Of("intake.value.one-of", ("choices", new SentenceList("list.comma", [.. Choices]))),
            QuestionKind.Choices => value.Split(',').All(v => Choices.Contains(v.Trim()))
                ? null
                : Sentence.Of("intake.value.any-of", ("choices", new SentenceList("list.comma", [.. Choices]))),
            QuestionKind.Number => decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number >= Least
            && number <= Most
            && (!Whole || number == decimal.Truncate(number))
                ? null
                : Sentence.Of(Whole ? "intake.value.whole-number" : "intake.value.number", ("least", Least), ("most", Most)),
            QuestionKind.Day => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year >= 1900
                ? null
                : "intake.value.day",
            QuestionKind.Text => value.Length > 0 ? null : "intake.value.text",
            QuestionKind.Regimen => Regimen.Read(value, out _) is null ? "intake.value.regimen" : null,
        };
}
