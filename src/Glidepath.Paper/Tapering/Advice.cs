using Glidepath.Paper.Shared;

namespace Glidepath.Paper.Tapering;

/// <summary>What to expect, and when to call whom. Where each fact comes from: docs/clinical/on-paper.md.</summary>
internal static class Advice
{
    private static readonly string[] Expected =
    [
        "It can take days to feel a step. Symptoms may take up to a week to show.",
        "Symptoms may grow near the end of the plan. Tell your prescriber.",
        "You may ask to stay longer on any step. That is fine.",
        "Never skip doses to go faster.",
    ];

    public static void Add(Flow flow, SafetyText safety, float width)
    {
        var column = (width - 24) / 2;
        var expect = Block.Stack([Block.Heading("What to expect", column), .. Expected.Select(e => Block.Text(e, column, 14).Padded(0, 5))]);
        var call = Block.Stack(
            Block.Heading("When to call", column),
            Call(safety.Emergency, "a seizure, confusion, seeing things that are not there, or a person who cannot be woken", column),
            Call(safety.CrisisLine, "call or text: a crisis, or thoughts of ending your life", column),
            Call("Your prescriber", "missed 2 doses, out of tablets or liquid, much worse, or pregnant", column),
            Call(safety.Helpline, "SAMHSA helpline, to find treatment", column));
        flow.Add(Block.Space(14), Block.Row((0, expect), (column + 24, call)));
    }

    private static Block Call(string whom, string when, float width) =>
        Block.Text([Span.Strong(Typography.Joined(whom) + ":"), new Span(" " + when + ".")], width, 14).Padded(0, 5);
}
