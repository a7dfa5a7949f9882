using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Drugs;

/// <summary>One published figure of one drug: always a range, always with its source.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">UCUM-like: <c>h</c>, <c>L/kg</c>, <c>mL/min</c>, <c>mL/min/kg</c>, <c>fraction</c>.</param>
/// <param name="Note">Who was measured, or what the figure is not. May be empty.</param>
public sealed record Estimate(Interval Value, string Unit, Source Source, Confidence Confidence, string Note = "")
{
    public override string ToString() =>
        Unit == "fraction" ? new Interval(Value.Low * 100, Value.High * 100).ToString("%") : Value.ToString(Unit);
}
