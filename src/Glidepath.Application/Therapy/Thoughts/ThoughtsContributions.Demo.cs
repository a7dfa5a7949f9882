using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

internal static partial class ThoughtsContributions
{
    private const string Middle = "first-cut-made";

    /// <summary>Made up, of one person in the middle of a taper: one shared, one that is neither finished nor shared.</summary>
    private static readonly DemoEntries[] InDemo =
    [
        DemoEntries.For<ThoughtRecord>(person =>
            person.Recipe is Middle
                ?
                [
                    Thought(
                        person,
                        4,
                        new(
                            "I'll never sleep again without a full dose.",
                            "Woke at 3. House quiet, heart racing. Work at 8.",
                            [new("Scared", 80, 45), new("Ashamed", 45, 30)],
                            ["fortune-telling", "all-or-nothing"],
                            "I slept almost 7 hours most nights last month.",
                            "This is a rough week. My sleep came back after the last step.",
                            "I can't do this by myself."
                        ),
                        isFinished: true
                    ),
                    Thought(
                        person,
                        1,
                        new("They can all see how shaky I am.", "Team meeting, my turn to talk.", [new("Scared", 70, null)]),
                        isFinished: false
                    ),
                ]
                : []
        ),
        DemoEntries.For<Chain>(person =>
            person.Recipe is Middle
                ?
                [
                    Linked(
                        person,
                        14,
                        new(
                            new(
                                "Alone; kids in bed",
                                "Our kitchen",
                                "Bottle on the counter",
                                "Friday, 9:30 pm",
                                "On edge, 7 of 10",
                                "Tight chest",
                                "I won't sleep, and tomorrow will be awful.",
                                "I can't do this by myself."
                            ),
                            new("My own tablets", "half a tablet more", TookSource.Prescribed, "half an hour before the bedtime dose"),
                            new(
                                "Calmer in 40 minutes. Slept 7 hours.",
                                "Foggy at breakfast. One tablet short by Sunday.",
                                "Only the pill works."
                            )
                        ),
                        isShared: true
                    ),
                    Linked(
                        person,
                        9,
                        new(
                            new("My mother, on the phone", "The car", Feelings: "Small and angry"),
                            new("A tablet from the glove box", Source: TookSource.Prescribed),
                            new("Quiet for an hour.", "Drove home foggy.")
                        ),
                        isShared: false
                    ),
                ]
                : []
        ),
        DemoEntries.For<RootsSheet>(person =>
            person.Recipe is Middle
                ?
                [
                    RootsSheet.Write(
                        Guid.CreateVersion7(),
                        person.Episode,
                        new(
                            ["Nights at home were loud. No one came."],
                            ["I have to handle it alone."],
                            ["A quiet house at night", "Feeling watched at work"],
                            ["Half a tablet more at bedtime"],
                            ["It works fast, so I never find out that the night would pass."]
                        ),
                        isShared: true,
                        person.At(3),
                        By(person)
                    ),
                ]
                : []
        ),
    ];

    private static ThoughtRecord Thought(DemoPerson person, int daysAgo, ThoughtWords words, bool isFinished)
    {
        var at = person.At(daysAgo);
        var thought = ThoughtRecord.Start(Guid.CreateVersion7(), person.Episode, words, at, isShared: isFinished, at, By(person));
        thought.Keep(words, isFinished, at);
        return thought;
    }

    private static Chain Linked(DemoPerson person, int daysAgo, ChainWords words, bool isShared)
    {
        var at = person.At(daysAgo);
        return Chain.Write(Guid.CreateVersion7(), person.Episode, words, at, isShared, at, By(person));
    }

    private static Guid By(DemoPerson person) => person.Staff[Role.Patient].Id;
}
