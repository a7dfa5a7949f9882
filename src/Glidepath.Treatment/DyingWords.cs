namespace Glidepath.Treatment;

/// <summary>
/// Words about dying that a person's own phone looks for in what they write, to show help beside it. Nothing is sent, kept or told. A short
/// list of our own (source: own), a program rule and no test of anybody: many who need help write none of them.
/// </summary>
public static class DyingWords
{
    /// <summary>Lower case, a straight apostrophe, one space between words; found as whole words.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "suicide",
        "suicidal",
        "kill myself",
        "killing myself",
        "end my life",
        "ending my life",
        "end it all",
        "take my own life",
        "want to die",
        "wanna die",
        "ready to die",
        "rather be dead",
        "wish i was dead",
        "wish i were dead",
        "better off dead",
        "better off without me",
        "don't want to live",
        "dont want to live",
        "don't want to be here anymore",
        "don't want to be alive",
        "don't want to wake up",
        "never wake up",
        "no reason to live",
        "nothing to live for",
        "can't go on",
        "cant go on",
        "hurt myself",
        "hurting myself",
        "take all my pills",
        "take them all at once",
        "overdose",
        "hang myself",
        "shoot myself",
        "goodbye forever",
    ];
}
