using Glidepath.Cli.Shared;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Cli.Tapering;

/// <summary>What stands in the place of a plan, or beside a short one, in the terminal.</summary>
internal static class AdviceScreen
{
    public static void Write(Screen screen, TaperRequest request, StopAdvice advice, SafetyText safety, IReadOnlyList<string> readings)
    {
        foreach (var finding in CareFirst.Reasons(request.Facts))
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
        PlanScreen.Readings(screen, readings);
        screen.Heading($"{request.Drug}, {request.Regimen}: no daily plan");
        Body(screen, advice);
        screen.Line();
        screen.Line(safety.WhoToCall);
    }

    public static void Body(Screen screen, StopAdvice advice)
    {
        if (advice.Kind is StopAdviceKind.ShortUse)
            screen.Heading(advice.OffersStop ? "Two ways: stop, or the short taper below" : "Care first, then the short taper below");
        foreach (var finding in advice.Findings)
            screen.Finding(finding.Severity, "", finding.Message, finding.Source, finding.Confidence);
    }
}
