namespace Glidepath.Treatment.Therapy;

/// <param name="Thought">Made up, as somebody could say it.</param>
/// <param name="IsOne">Whether it is of the kind it stands under.</param>
/// <param name="Why">In a sentence or two.</param>
public sealed record WorkedCase(string Thought, bool IsOne, string Why);

/// <summary>A kind of thought that most people have at times, and that makes a feeling stronger than it needs to be.</summary>
/// <param name="Id">As it is stored.</param>
/// <param name="Line">What it is.</param>
/// <param name="Example">As somebody could say it.</param>
/// <param name="Cases">One that is of this kind and one that only looks like it.</param>
public sealed record ThinkingPattern(string Id, string Name, string Line, string Example, params IReadOnlyList<WorkedCase> Cases);

/// <summary>
/// The kinds of thought to choose from, most often met first. The kinds are those of cognitive therapy; the words, examples and cases are
/// ours. The list is closed: what a person adds for themselves they no longer recognise in the next thought.
/// </summary>
public static class ThinkingPatterns
{
    public static readonly IReadOnlyList<ThinkingPattern> All =
    [
        new(
            "fortune-telling",
            "Fortune-telling",
            "A guess feels like a fact.",
            "Tomorrow is ruined.",
            new("I'll never sleep again without a full dose.", true, "No one can see that far. It's a guess about every night to come."),
            new("My refill is due Friday, so I'll call today.", false, "It's a plan. It rests on a date you can check.")
        ),
        new(
            "all-or-nothing",
            "All or nothing",
            "One bad night means it's all bad.",
            "The plan isn't working.",
            new("I took one extra, so the whole week is wasted.", true, "Six days went as planned and one didn't. All seven count."),
            new("Last week was harder than the one before.", false, "It compares two weeks. It leaves room for better and worse.")
        ),
        new(
            "worst-case",
            "Worst case",
            "The mind jumps to the worst end.",
            "I'll lose my job.",
            new("I was late once. They'll fire me.", true, "It goes from one late day to the worst end. A lot can happen in between."),
            new("I may be tired at work, so I'll plan a break.", false, "It sees a problem and plans for it. It stops there.")
        ),
        new(
            "feelings-as-facts",
            "Feelings as facts",
            "It feels true, so it must be true.",
            "I feel in danger, so I am.",
            new(
                "I feel like a burden, so I must be one.",
                true,
                "The feeling is real. What it says may not be. Ask someone who loves you."
            ),
            new("I feel scared, and I've felt it pass before.", false, "It names the feeling. It doesn't use the feeling as proof.")
        ),
        new(
            "mind-reading",
            "Mind reading",
            "You're sure what others think.",
            "They think I'm weak.",
            new("She didn't text back. She's mad at me.", true, "You can't see why from here. Her phone may be off."),
            new("She said she's upset. I'll ask what happened.", false, "She told you. You didn't have to guess.")
        ),
        new(
            "shoulds",
            "Should and must",
            "A rule with no room in it.",
            "I should be done by now.",
            new("I must never need help.", true, "No one could keep that rule. Asking for help is part of the work."),
            new("I'd like to walk more this week.", false, "It's a wish. You can try it, and you can change it.")
        ),
        new(
            "name-calling",
            "Name-calling",
            "One act turns into who you are.",
            "I'm weak.",
            new("I forgot a call. I'm a mess.", true, "You forgot one call. That's one act. It isn't who you are."),
            new("I forgot a call. I'll set an alarm.", false, "It says what happened and what to do next.")
        ),
        new(
            "only-the-bad",
            "Only the bad",
            "The good parts get left out.",
            "Nothing went right today.",
            new(
                "They liked the meal, but I burned the rice. It was a bad night.",
                true,
                "One small thing hides the rest. The meal went well."
            ),
            new("The morning was rough and the evening was calm.", false, "It holds both parts of the day.")
        ),
        new(
            "all-on-me",
            "All on me",
            "You take the blame for what you can't control.",
            "They're sad because of me.",
            new("My son is upset. It must be me.", true, "Kids get upset for many reasons. You're one part of his day."),
            new("I raised my voice. I'll say I'm sorry.", false, "That part was yours, and you can mend it.")
        ),
        new(
            "always-and-never",
            "Always and never",
            "One time turns into every time.",
            "This always happens to me.",
            new("My last cut was hard, so every cut will be.", true, "That was one cut. No one knows the next one yet."),
            new("Day 3 was hard both times. I'll keep it light.", false, "It looks at what happened and uses it.")
        ),
    ];

    public static ThinkingPattern? Find(string id) => All.FirstOrDefault(p => p.Id == id);
}
