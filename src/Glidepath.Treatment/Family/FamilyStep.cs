namespace Glidepath.Treatment.Family;

/// <summary>One rung of the ladder: what it is for, and what to try this week. In order; each may take as long as it takes.</summary>
/// <param name="Id">Stable: anchor on the page, key of its words in other languages.</param>
public sealed record FamilyStep(string Id, string Title, string Why, IReadOnlyList<string> Try)
{
    public static IReadOnlyList<FamilyStep> All { get; } =
    [
        new(
            "self",
            "Look after yourself",
            "You cannot pour from an empty cup, and it helps the person too: people more often start care when someone close to "
                + "them has help of their own.",
            [
                "Sleep, eat, and see one person who is good for you this week.",
                "Tell one person you trust what is going on.",
                "Find a group or a counselor for yourself.",
            ]
        ),
        new(
            "learn",
            "Learn what is going on",
            "A body can get used to this medicine in a few weeks, even when it is taken as written. Bad days after a smaller "
                + "dose are part of the way. They are not a lack of will.",
            [
                "Read what to expect after a step down.",
                "Know the danger signs, and whom to call.",
                "Ask what the person wants. A lower dose that stays is a real goal too.",
            ]
        ),
        new(
            "say",
            "Say one thing well",
            "One short, kind sentence is heard better than a long talk. Pick a calm hour.",
            ["Use the message builder.", "Practice it aloud, once.", "Say it, then stop and listen."]
        ),
        new(
            "reward",
            "Make the good hours better",
            "Notice the good. It tends to come back.",
            [
                "When things go well, be there: a meal, a walk, a film.",
                "Say what you saw: \"I liked our walk.\"",
                "When the person is drowsy or angry, step back kindly. Do not argue then.",
                "Do not cover up. Do not punish. And leave the medicine to the prescriber.",
            ]
        ),
        new(
            "window",
            "Watch for the open window",
            "There are hours when a person is less sure that things should stay as they are. That is the time to ask, and not before.",
            [
                "Listen for: \"I am tired of this\", \"I can't keep going like this\", \"What would it be like?\"",
                "Ask: \"Would you like to hear what I found?\" A no is fine. Wait for the next window.",
            ]
        ),
        new(
            "ready",
            "Have two appointments ready",
            "A window may be open for a day. A date that is already there can be taken.",
            [
                "With a prescription: call the prescriber's office and ask for a visit about a slow taper. Print the plan or the "
                    + "list of places and bring it.",
                "Without one: find a place with medical withdrawal care, and ask for its first free day.",
                "Have two, so that there is a choice.",
            ]
        ),
        new(
            "invite",
            "Invite",
            "Short, kind, with a way to say no.",
            [
                "\"I found two places that do this slowly. I would go with you. Would you like to look?\"",
                "If yes: call together, today.",
                "If no: \"Thank you for hearing me.\" You can talk again later.",
            ]
        ),
    ];
}
