using Glidepath.Application.Shared;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Patients;

internal static partial class IntakeContributions
{
    private static readonly CopySection Answers = new(
        InformationCategory.Assessments,
        "Your answers at intake",
        ["Question", "Answer"],
        CopyRows.Each(
            s => s.Part,
            (s, _, _) =>
                s
                    .Answers.Where(a => a.Value.WasAsked)
                    .Select(a => new[] { IntakeQuestions.Find(a.Key)?.Text ?? a.Key, Said(a.Key, a.Value) }),
            IntakeService.Answers
        )
    )
    {
        IsOwn = true,
    };

    private static string Said(string question, IntakeAnswer answer) =>
        answer.State switch
        {
            AnswerState.Given when IntakeQuestions.Find(question)?.Kind is QuestionKind.Choice => IntakeWords.Of(answer.Value!),
            AnswerState.Given => answer.Value ?? "",
            AnswerState.NotSaid => "you did not want to say",
            _ => "not known",
        };
}
