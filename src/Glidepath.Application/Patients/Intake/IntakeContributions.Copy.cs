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
            (s, _) =>
                s.Answers.Where(a => a.Value.WasAsked).Select(a => new[] { IntakeQuestions.Find(a.Key)?.Text ?? a.Key, Said(a.Value) }),
            IntakeService.Answers
        )
    )
    {
        IsOwn = true,
    };

    private static string Said(IntakeAnswer answer) =>
        answer.State switch
        {
            AnswerState.Given => answer.Value ?? "",
            AnswerState.NotSaid => "you did not want to say",
            _ => "not known",
        };
}
