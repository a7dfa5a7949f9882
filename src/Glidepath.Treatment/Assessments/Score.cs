using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Assessments;

/// <summary>What one filling-in says.</summary>
/// <param name="Total">Null when too many items are unanswered: then there is no score, not a low one.</param>
/// <param name="Missing">Ids of the scored items that were not answered.</param>
/// <param name="IsProrated">The total stands for items that were not answered.</param>
public sealed record Score(int? Total, ScoreBand? Band, IReadOnlyList<string> Missing, bool IsProrated)
{
    /// <param name="answers">By item id. An item without an entry is unanswered.</param>
    /// <exception cref="RuleViolationException">An item or a value that the instrument does not have.</exception>
    public static Score Of(Instrument instrument, IReadOnlyDictionary<string, int> answers)
    {
        foreach (var (id, value) in answers)
        {
            var item =
                instrument.Find(id)
                ?? throw new RuleViolationException("assessment.answer.no-such-item", ("instrument", instrument.Id), ("item", id));
            if (!item.Accepts(value))
                throw new RuleViolationException(
                    "assessment.answer.no-such-anchor",
                    ("item", id),
                    ("value", value),
                    ("accepted", new SentenceList("list.comma", [.. item.Anchors.Select(a => a.Score).Order()]))
                );
        }
        var scored = instrument.Scored.ToList();
        var missing = scored.Where(i => !answers.ContainsKey(i.Id)).Select(i => i.Id).ToList();
        if (scored.Count == 0 || missing.Count > instrument.Partial.MostMissing || missing.Count == scored.Count)
            return new Score(null, null, missing, false);
        var sum = scored.Where(i => answers.ContainsKey(i.Id)).Sum(i => answers[i.Id]);
        var prorated = missing.Count > 0 && instrument.Partial.Prorates;
        var total = prorated
            ? (int)decimal.Round((decimal)sum * scored.Count / (scored.Count - missing.Count), MidpointRounding.AwayFromZero)
            : sum;
        return new Score(total, instrument.BandOf(total), missing, prorated);
    }

    /// <summary>The items whose answer opens the safety step.</summary>
    public static IReadOnlyList<Item> SafetyAnswers(Instrument instrument, IReadOnlyDictionary<string, int> answers) =>
        [.. instrument.Items.Where(i => i.OpensSafetyStep && answers.TryGetValue(i.Id, out var value) && value > i.Least)];

    /// <summary>Safety items that nobody answered: silence there is not a no, and is shown.</summary>
    public static IReadOnlyList<Item> SafetyNotAnswered(Instrument instrument, IReadOnlyDictionary<string, int> answers) =>
        [.. instrument.Items.Where(i => i.OpensSafetyStep && !answers.ContainsKey(i.Id))];

    /// <summary>The cut-offs that the total reaches.</summary>
    public IReadOnlyList<CutOff> Reached(Instrument instrument) =>
        Total is { } total ? [.. instrument.CutOffs.Where(c => total >= c.AtLeast)] : [];
}
