using Glidepath.Treatment.Assessments;
using static Glidepath.Web.Assessments.AssessmentsText;

namespace Glidepath.Web.Assessments;

/// <summary>What is shown while a safety step is open. Plain and kind; the numbers are those of the crisis bar.</summary>
internal sealed record SafetyStepText(string Title, IReadOnlyList<string> Paragraphs)
{
    /// <summary>
    /// For the person, alone with the page: who was told, when somebody will answer, what to do until then, and nothing else. It never
    /// says that someone watches when nobody does.
    /// </summary>
    /// <param name="alertedCanOpen">Who was alerted can open the step now; asked each time the text is shown.</param>
    /// <param name="hours">When the program is open, in its own words; null where it did not say.</param>
    public static SafetyStepText ForPatient(SafetyStep step, bool alertedCanOpen, string? hours = null) =>
        new(T["ThankYouForTellingUs"], [Watching(step, alertedCanOpen, hours), T["UntilThenCallOrText988"], T["BeWithSomeoneIfYouCan"]]);

    /// <summary>For staff with the person.</summary>
    public static SafetyStepText ForStaff() =>
        new(
            T["AskNowBeforeYouContinue"],
            [
                T["AnAnswerSpeaksOfSuicideStayWithThePerson"],
                T["AskInPlainWords"],
                T["AskingDoesNotMakeItWorse"],
                T["TalkAboutPillsGunsAndOtherMeans"],
                T["Give988MakeAPlanTogether"],
                T["IfThereIsDangerNowCall911"],
                T["ACutInDoseCanBringSuchThoughtsOn"],
            ]
        );

    private static string Watching(SafetyStep step, bool alertedCanOpen, string? hours) =>
        step.State switch
        {
            SafetyState.OpenAlerted when alertedCanOpen => hours is null
                ? T["WeHaveSentWordTo", step.AlertedName]
                : T["WeHaveSentWordToHours", step.AlertedName, hours],
            SafetyState.OpenAlerted or SafetyState.OpenUnwatched => T["NobodyIsWatchingThisPage"],
            SafetyState.OpenWithStaff or SafetyState.ActedOn or SafetyState.Closed => T["YourCareTeamKnows"],
        };
}
