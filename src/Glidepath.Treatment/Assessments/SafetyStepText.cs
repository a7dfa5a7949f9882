namespace Glidepath.Treatment.Assessments;

/// <summary>What is shown while a safety step is open. Plain and kind; the numbers are those of the crisis bar.</summary>
/// <param name="MayGoOn">The page offers a way on.</param>
public sealed record SafetyStepText(string Title, IReadOnlyList<string> Paragraphs, bool MayGoOn)
{
    public const string Crisis = "Call or text 988, day or night. If you are in danger now, call 911.";

    /// <summary>
    /// For the person, alone with the page: who was told, when somebody will answer, what to do until then, and nothing else. It never
    /// says that someone watches when nobody does.
    /// </summary>
    /// <param name="alertedCanOpen">Who was alerted can open the step now; asked each time the text is shown.</param>
    /// <param name="hours">When the program is open, in its own words; null where it did not say.</param>
    public static SafetyStepText ForPatient(SafetyStep step, bool alertedCanOpen, string? hours = null) =>
        new(
            "Thank you for telling us",
            [
                Watching(step, alertedCanOpen, hours),
                $"Until then: {Crisis}",
                "Be with someone if you can. Put pills, guns and other things that could hurt you out of reach.",
            ],
            MayGoOn: true
        );

    /// <summary>For staff with the person.</summary>
    public static SafetyStepText ForStaff(SafetyStep step) =>
        new(
            "Ask now, before you continue",
            [
                "An answer speaks of suicide. Stay with the person.",
                "Ask in plain words: Are you thinking of killing yourself? Do you have a plan? What would you use? When?",
                "Asking does not make it worse.",
                "Talk about pills, guns and other means, and how to put space between them and the person.",
                "Give 988, make a plan together, and tell who needs to know.",
                "If there is danger now, call 911.",
                "A cut in dose can bring such thoughts on: tell the prescriber. Do not stop the medicine.",
            ],
            step.LetsGoOn(AnsweredBy.Staff)
        );

    private static string Watching(SafetyStep step, bool alertedCanOpen, string? hours) =>
        step.State switch
        {
            SafetyState.OpenAlerted when alertedCanOpen =>
                $"We have sent word to {step.AlertedName}. They will answer when they are next at work"
                    + (hours is null ? "." : $" ({hours})."),
            SafetyState.OpenAlerted or SafetyState.OpenUnwatched =>
                "Nobody is watching this page. No one will call you because of this answer. Please use 988 or tell someone you trust.",
            SafetyState.OpenWithStaff or SafetyState.ActedOn or SafetyState.Closed => "Your care team knows. Tell them if it gets worse.",
        };
}
