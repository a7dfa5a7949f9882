namespace Glidepath.Application.Tapering;

/// <summary>An answer of the planner's form that was filled in from the record of a person.</summary>
/// <param name="Name">Of the question.</param>
/// <param name="Value">As the form has it; null where the question is left open.</param>
/// <param name="From">What says so and when, or that nothing does, in words; empty beside a question that is one with another.</param>
public sealed record FilledIn(string Name, string? Value, string From);
