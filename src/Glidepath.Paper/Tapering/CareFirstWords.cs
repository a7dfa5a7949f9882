using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// What calls for care before any dose, said to the person whom it is about. The findings speak to clinicians; a finding that has no words
/// here stands in its own.
/// </summary>
public static class CareFirstWords
{
    public static string For(Finding finding) => EngineWords.Find($"person.{finding.Rule}") ?? finding.Message;

    /// <summary>A frame with what comes first, or null where nothing does.</summary>
    internal static Block? Frame(
        TaperPlan plan,
        float width,
        float headingSize,
        Func<float, IEnumerable<Block>> lead,
        Func<Finding, float, Block> say
    )
    {
        var first = plan.Findings.Where(f => f.Severity is Severity.CareFirst).ToList();
        return first.Count == 0
            ? null
            : Block.Framed(
                w => Block.Stack([Block.Heading("Care comes first", w, headingSize), .. lead(w), .. first.Select(f => say(f, w))]),
                width,
                weight: 2.5f
            );
    }
}
