using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Drugs.Confidence;

namespace Glidepath.Treatment.Patients;

/// <summary>What the rules say of one person. They advise; a clinician decides in a <see cref="SettingDecision"/>.</summary>
public static class SettingFindings
{
    /// <summary>Worst first. The last one names what is still to be asked, where anything is.</summary>
    public static IReadOnlyList<Finding> Of(SettingCase about)
    {
        var asked = SettingRules.All.Select(r => (Rule: r, Holds: r.Holds(about))).ToList();
        var open = asked.Where(a => a.Holds is Answer.Unknown).Select(a => a.Rule.Ask).OfType<Sentence>().Distinct().ToList();
        return
        [
            .. asked
                .Where(a => a.Holds is Answer.Yes)
                .Select(a => new Finding(a.Rule.Id, a.Rule.Severity, a.Rule.Source, a.Rule.Confidence))
                .OrderByDescending(f => f.Severity),
            .. open.Count == 0
                ? Array.Empty<Finding>()
                :
                [
                    new Finding(
                        Sentence.Of("setting.unasked", ("questions", new SentenceList("list.semicolon", open))),
                        Severity.Note,
                        Sources.OwnRule,
                        Derived
                    ),
                ],
        ];
    }
}
