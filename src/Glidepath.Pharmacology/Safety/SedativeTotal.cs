using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>What a person takes of all benzodiazepines together.</summary>
public static class SedativeTotal
{
    /// <summary>
    /// In mg of diazepam a day, as a range over the tables of equivalents: the tapered drug and every other one whose dose is written. A
    /// drug that no table lists, and the tapered drug written again, add nothing.
    /// </summary>
    /// <returns>Null when none of them has an equivalent.</returns>
    public static Interval? Of(FactCase person)
    {
        Interval? total = DiazepamEquivalent.Of(person.Drug, person.DailyDose)?.DiazepamMg;
        foreach (var second in Others(person))
            if (second.Daily is { } daily && DiazepamEquivalent.Of(second.Drug, daily)?.DiazepamMg is { } added)
                total = total is { } sum ? new Interval(sum.Low + added.Low, sum.High + added.High) : added;
        return total;
    }

    /// <summary>Whether another benzodiazepine with a known equivalent is in the total.</summary>
    public static bool HasMoreThanOne(FactCase person) =>
        Others(person).Any(s => s.Daily is { } daily && DiazepamEquivalent.Of(s.Drug, daily) is not null);

    /// <summary>
    /// Whether something that is taken may not be in the total: another one without a known dose or equivalent, or the tapered drug written
    /// again.
    /// </summary>
    public static bool LeavesOut(FactCase person) =>
        person.Facts.SecondSedative.Any(s =>
            s.Drug == person.Drug || s.Daily is not { } daily || DiazepamEquivalent.Of(s.Drug, daily) is null
        );

    private static IEnumerable<SecondSedative> Others(FactCase person) => person.Facts.SecondSedative.Where(s => s.Drug != person.Drug);
}
