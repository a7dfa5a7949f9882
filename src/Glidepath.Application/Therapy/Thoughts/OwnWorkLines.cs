using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Therapy;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Therapy;

/// <param name="What">Which part of it.</param>
/// <param name="Said">In the person's words.</param>
public sealed record WorkLine(string What, string Said);

/// <summary>Own work part by part, wherever it is read and not written; what was skipped is left out.</summary>
internal static class OwnWorkLines
{
    public static IReadOnlyList<WorkLine> Lines(this ThoughtRecord thought) =>
        Filled(
            (T["FirstThought"], thought.Words.First),
            (T["WhatWasGoingOn"], thought.Words.Situation),
            (T["FeelingsBeforeAndAfter"], Together(thought.Feelings.Select(InWords), "; ")),
            (
                T["KindsOfThought"],
                Together(thought.Patterns.Select(id => ThinkingPatterns.Find(id)?.Name).OfType<string>().Select(Terms.Of), ", ")
            ),
            (T["WhatDoesNotFitIt"], thought.Words.DoesNotFit),
            (T["FairerThought"], thought.Words.Fairer),
            (T["WhatItWouldMean"], thought.Words.Deeper)
        );

    public static IReadOnlyList<WorkLine> Before(this Chain chain) =>
        Filled(
            (T["ChainPeople"], chain.Words.Before.People),
            (T["ChainPlaces"], chain.Words.Before.Places),
            (T["ChainThings"], chain.Words.Before.Things),
            (T["ChainTimes"], chain.Words.Before.Times),
            (T["ChainFeelings"], chain.Words.Before.Feelings),
            (T["ChainBody"], chain.Words.Before.Body),
            (T["FirstThought"], chain.Words.Before.Thought),
            (T["ThoughtBeneath"], chain.Words.Before.Beneath)
        );

    public static IReadOnlyList<WorkLine> Took(this Chain chain) =>
        Filled(
            (T["ChainWhat"], chain.Words.Took.What),
            (T["ChainHowMuch"], chain.Words.Took.HowMuch),
            (T["ChainSource"], chain.Words.Took.Source.InWords()),
            (T["ChainWhen"], chain.Words.Took.When)
        );

    public static IReadOnlyList<WorkLine> After(this Chain chain) =>
        Filled(
            (T["SoonAfter"], chain.Words.After.Soon),
            (T["LaterOn"], chain.Words.After.Later),
            (T["WhatItTaughtToExpect"], chain.Words.After.Expect)
        );

    public static IReadOnlyList<(string What, IReadOnlyList<string> Said)> Parts(this RootsLines lines) =>
        [
            (T["RootsEarly"], lines.Early),
            (T["RootsBeliefs"], lines.Beliefs),
            (T["RootsTriggers"], lines.Triggers),
            (T["RootsUse"], lines.Use),
            (T["RootsKeepsGoing"], lines.KeepsGoing),
        ];

    /// <summary>"Scared 80, then 45".</summary>
    public static string InWords(this Feeling feeling) =>
        (feeling.Before, feeling.After) switch
        {
            (null, null) => feeling.Name,
            ({ } before, null) => T["SymptomAndStrength", feeling.Name, Number(before)],
            (null, { } after) => T["FeelingThen", feeling.Name, Number(after)],
            ({ } before, { } after) => T["FeelingStrengthThen", feeling.Name, Number(before), Number(after)],
        };

    public static string? InWords(this TookSource source) =>
        source switch
        {
            TookSource.Prescribed => T["TookPrescribed"],
            TookSource.NotPrescribed => T["TookNotPrescribed"],
            TookSource.NotSaid => null,
        };

    private static string? Together(IEnumerable<string> said, string between) =>
        string.Join(between, said) is { Length: > 0 } all ? all : null;

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IReadOnlyList<WorkLine> Filled(params (string What, string? Said)[] lines) =>
        [.. lines.Where(l => l.Said is not null).Select(l => new WorkLine(l.What, l.Said!))];
}
