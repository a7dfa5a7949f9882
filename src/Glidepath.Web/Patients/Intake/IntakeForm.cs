using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Patients.Intake;

/// <summary>
/// One part as it was posted. A tile that nobody touched and a field that still holds the last answer change nothing; each question is read
/// alone, so that a wrong one keeps none of the others out.
/// </summary>
public sealed class IntakeForm(FormReader sent)
{
    public const string Unknown = "not-known",
        NotSaid = "not-said",
        TakeBack = "take-back",
        StateSuffix = "-state";

    public static IntakeForm Empty => new(FormReader.Empty);

    /// <summary>Of a field: letters, digits and hyphens, so that it can be an id.</summary>
    public static string Field(IntakeQuestion question) => question.Id.Replace('.', '-');

    /// <summary>Of several tiles all that were chosen; null where the field was not on the page.</summary>
    public string? this[string field] => sent.Has(field) ? string.Join(',', sent.All(field)) : null;

    /// <summary>What is to be changed. What does not fit stands in <see cref="FormReader.Errors"/> and is not among it.</summary>
    public IReadOnlyDictionary<string, IntakeAnswer> Changes(
        IntakePart part,
        IReadOnlyDictionary<string, IntakeAnswer> last,
        DateOnly today
    )
    {
        var changes = new Dictionary<string, IntakeAnswer>();
        foreach (var question in IntakeQuestions.Of(part))
        {
            var before = last.GetValueOrDefault(question.Id, IntakeAnswer.NotAsked);
            if (Read(question, before) is not { } answer || answer == before)
                continue;
            // What hangs on an answer that was changed to another is out of sight, and is not kept.
            if (question.OnlyWhen is { } on && changes.TryGetValue(on.Id, out var leads) && leads.Value != on.Value)
                continue;
            if (Problem(question, answer, today) is { } problem)
                sent.Errors.Add(Field(question), $"{question.Text} {problem}");
            else
                changes[question.Id] = answer;
        }
        return changes;
    }

    internal static string? Problem(IntakeQuestion question, IntakeAnswer answer, DateOnly today) =>
        question.Problem(answer) is { } problem ? problem
        : question.Kind is QuestionKind.Day
        && answer.Value is { } day
        && DateOnly.ParseExact(day.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture) > today
            ? IntakeText.T["ExpectedADayThatIsPast", today.Day()]
        : null;

    /// <returns>Null where nothing was said.</returns>
    private IntakeAnswer? Read(IntakeQuestion question, IntakeAnswer before)
    {
        var (value, state) = (this[Field(question)]?.Trim(), this[Field(question) + StateSuffix]);
        if (question.Kind is QuestionKind.YesNo or QuestionKind.Choice)
            return value is null or "" ? null : State(value) ?? IntakeAnswer.Of(value);
        var stood = before.State is AnswerState.Given ? before.Value : "";
        // Of several tiles none chosen sends nothing at all; of any other field that means that it was not on the page.
        var shown = sent.Has(question.Kind is QuestionKind.Choices ? Field(question) + "-shown" : Field(question));
        var typed = shown && (value ?? "") != stood;
        if (State(state) is { } open)
        {
            if (!typed || value is null or "")
                return open;
            sent.Errors.Add(Field(question), $"{question.Text} {IntakeText.T["WriteAnAnswerOrChooseNotBoth"]}");
            return null;
        }
        if (!typed)
            return null;
        return value is null or "" ? IntakeAnswer.NotAsked : IntakeAnswer.Of(value);
    }

    private static IntakeAnswer? State(string? word) =>
        word switch
        {
            Unknown => IntakeAnswer.Unknown,
            NotSaid => IntakeAnswer.NotSaid,
            TakeBack => IntakeAnswer.NotAsked,
            _ => null,
        };
}
