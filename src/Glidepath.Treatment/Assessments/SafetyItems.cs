using Glidepath.Pharmacology.Safety;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Assessments;

/// <summary>What the answers of an instrument tell of safety.</summary>
public static class SafetyItems
{
    /// <summary>The items that speak of suicide, and what was answered. An item that nobody answered tells nothing.</summary>
    public static IEnumerable<SafetyTold> Told(Instrument instrument, IReadOnlyDictionary<string, int> answers)
    {
        foreach (var item in instrument.Items.Where(i => i.OpensSafetyStep))
            if (answers.TryGetValue(item.Id, out var value))
                yield return new SafetyTold(
                    SafetyConcern.Suicide,
                    From(instrument.Id, item.Id),
                    value > item.Least ? Answer.Yes : Answer.No,
                    Grade(item, value),
                    item.Anchors.First(a => a.Score == value).Text
                );
    }

    /// <summary>Instrument and item, as a told answer names its source.</summary>
    public static string From(string instrumentId, string itemId) => $"{instrumentId}: {itemId}";

    /// <summary>
    /// By thirds of the item's range, rounded up; a yes of two answers is as alarming as a yes at intake. Our own order, only for which of
    /// several open answers leads.
    /// </summary>
    private static SafetyGrade Grade(Item item, int value)
    {
        if (value <= item.Least)
            return SafetyGrade.None;
        if (item.Anchors.Count == 2)
            return SafetyGrade.Middle;
        var (above, range) = (value - item.Least, item.Most - item.Least);
        return (SafetyGrade)((3 * above + range - 1) / range);
    }
}
