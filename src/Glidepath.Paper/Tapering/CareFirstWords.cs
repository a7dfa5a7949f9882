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
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["care-first.seizure"] = "You have had a seizure. A lower dose can bring one on. First agree where it is safe to do this.",
        ["care-first.severe-withdrawal"] = "You have had severe withdrawal. A hospital or other medical setting is thought about first.",
        ["care-first.pregnancy"] =
            "You are pregnant. Specialists in pregnancy and in this medicine decide with you before any dose is changed.",
        ["care-first.alcohol"] = "You drink alcohol. Alcohol withdrawal can put life at risk and looks the same. It is checked first.",
        ["care-first.opioid"] =
            "You take an opioid. There is a risk of overdose, now and when doses change. Get naloxone first. You and your "
            + "prescriber decide together which medicine comes down first.",
        ["care-first.suicide"] =
            "You have thoughts of suicide. Call or text 988 now. Call 911 if you have a plan or the means at hand. Let someone "
            + "stay with you.",
        ["care-first.specialist"] =
            "This medicine also treats a condition that can come back when it is stopped. The specialist who treats you decides with you.",
        ["care-first.unregulated"] =
            "You take something whose strength nobody knows. It has its own withdrawal, which can bring seizures. A hospital or "
            + "other medical setting is thought about first.",
        ["care-first.counterfeit"] =
            "Some pills sold as Xanax (alprazolam) hold bromazolam, which was never approved as a medicine. In 2023, three young adults in "
            + "Chicago took such pills. They had seizures, fever, and harm to the heart.",
        ["care-first.supply"] =
            "Your supply is not prescribed or not known, so your real dose may differ. A prescriber first finds the lowest dose "
            + "that holds withdrawal off.",
    };

    public static string For(Finding finding) => Words.GetValueOrDefault(finding.Rule, finding.Message);

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
