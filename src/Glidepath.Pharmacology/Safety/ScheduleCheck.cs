using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>Judges a schedule by a rule set: one verdict per reading of its text, the default reading first.</summary>
public static class ScheduleCheck
{
    /// <summary>Cuts above this, in per cent of current, at the first step are outside the Joint Guideline's starting pace.</summary>
    private const decimal InitialPacePercent = 10;

    /// <summary>Above this part of the original no taper has taken place: a token cut is none.</summary>
    private const decimal TokenCut = 0.9m;

    /// <summary>A week: symptoms of a cut may take that long to show (Joint Guideline 2025, patient guide p. 10).</summary>
    private const int SettleDays = 7;

    public static IReadOnlyList<Verdict> Check(DoseSchedule schedule, PatientFacts facts, RuleSet ruleSet)
    {
        IReadOnlyList<Finding> person = [.. CareFirst.Reasons(facts), .. FactRuleTable.Findings(schedule.Drug, schedule.Original, facts, ruleSet)];
        if (NotJudged(ruleSet, schedule.Drug) is { } silent)
            return [new Verdict(ruleSet, null, true, [.. Always(schedule, ruleSet), silent, .. person])];
        return [.. ruleSet.Readings.Select((reading, i) => new Verdict(
            ruleSet, reading.Id, i == 0, [.. Always(schedule, ruleSet), .. Pace(schedule, ruleSet, reading), .. i == 0 ? person : []]))];
    }

    /// <summary>Why no step of this drug is judged by the set; null where steps are.</summary>
    private static Finding? NotJudged(RuleSet ruleSet, Benzodiazepine drug)
    {
        if (ruleSet.Readings.Count == 0)
            return Silent("pace", "names no pace of reduction");
        return ruleSet.Readings.All(r => r.Alternatives.All(l => l.OnlyFor is { } only && only != drug)) ? Silent("other-drug", "speaks of another drug") : null;

        Finding Silent(string id, string why) =>
            new($"{ruleSet.Id}.{id}", Severity.Note, $"{ruleSet.Name} {why}: no step is judged by it.", ruleSet.Source, ruleSet.Confidence);
    }

    /// <summary>What holds in every reading: no rise, and a stop only from a low dose.</summary>
    private static IEnumerable<Finding> Always(DoseSchedule schedule, RuleSet ruleSet)
    {
        foreach (var change in schedule.Changes())
        {
            if (change.IsRise)
                yield return new Finding($"{ruleSet.Id}.rise", Severity.Breach, $"The dose rises from {change.From} to {change.To}.", Sources.OwnRule, Confidence.Derived, change.Step);
            else if (change.IsStop)
                yield return Stop(schedule, change, ruleSet);
        }
        foreach (var (i, time) in RisesWithinTheDay(schedule))
            yield return new Finding($"{ruleSet.Id}.rise", Severity.Breach, $"The {time.Word()} dose rises.", Sources.OwnRule, Confidence.Derived, i);
    }

    private static IEnumerable<(int Step, TimeOfDay Time)> RisesWithinTheDay(DoseSchedule schedule)
    {
        for (var i = 1; i < schedule.Doses.Count; i++)
            if (schedule.Doses[i - 1].ByTime is { } before && schedule.Doses[i].ByTime is { } after && schedule.Doses[i].DailyDose <= schedule.Doses[i - 1].DailyDose)
                foreach (var time in after.Times.Where(t => after[t] > before[t]))
                    yield return (i, time);
    }

    private static Finding Stop(DoseSchedule schedule, DoseChange change, RuleSet ruleSet)
    {
        var equivalent = DiazepamEquivalent.Of(schedule.Drug, change.From) is { } range ? $"{range} diazepam-equivalent" : "no table here gives a diazepam equivalent";
        var text = $"Stop from {change.From} after {change.Held}: 100 % of current, {SafeNumber.Percent(change.PercentOfOriginal)} of original, {change.From} ({equivalent}); for receptors no bound.";
        return Abrupt(schedule, change) is { } why
            ? new Finding($"{ruleSet.Id}.stop", Severity.Breach, $"{text} {why}: stopping here is abrupt.", Sources.Asam, Confidence.Derived, change.Step)
            : new Finding($"{ruleSet.Id}.stop", Severity.Finding, text + (change.HeldDays < SettleDays ? " Symptoms of the cut before may take a week to show." : ""), Sources.OwnRule, Confidence.Derived, change.Step);
    }

    /// <summary>
    /// What makes a stop more than the last step of a taper: too high a dose, or no taper at all before it. Own reading of "do not stop abruptly",
    /// docs/decisions/0008.
    /// </summary>
    private static string? Abrupt(DoseSchedule schedule, DoseChange change)
    {
        var bands = DoseBands.For(schedule.Drug, change.From);
        if (bands.CanBeOver(DoseBand.Low))
            return "The dose is above the low-dose band";
        var isUntapered = change.From.Milligrams > schedule.Original.Milligrams * TokenCut && (bands.Highest is null
            ? !IsSmallestMarketed(schedule.Drug, change.From)
            : DoseBands.For(schedule.Drug, new Dose(change.From.Milligrams * 2)).CanBeOver(DoseBand.Low));
        return isUntapered ? "No reduction of a tenth came before it, and the dose is in the upper half of the low-dose band or its band is unknown" : null;
    }

    /// <summary>At or under the smallest dose that the plain marketed products of the drug make.</summary>
    private static bool IsSmallestMarketed(Benzodiazepine drug, Dose dose) =>
        ProductTable.DefaultStock(drug) is { Count: > 0 } stock
        && stock.WithOneConcentrationEach().Any(s => dose <= MakeableDoses.For(s, StockLimits.Default, new Dose(s.Max(p => p.Strength))).Smallest);

    private static IEnumerable<Finding> Pace(DoseSchedule schedule, RuleSet ruleSet, PaceReading reading)
    {
        var first = true;
        foreach (var change in schedule.Changes().Where(c => !c.IsRise && !c.IsStop))
        {
            if (!reading.Alternatives.Any(limit => Allows(limit, change, schedule.Drug)))
            {
                var limits = string.Join("; or ", reading.Alternatives.Where(l => l.Concerns(schedule.Drug, change.From, change.Original)).Select(l => l.Text));
                yield return new Finding(
                    $"{ruleSet.Id}.{reading.Id}", Severity.Breach,
                    $"{change.Text}. Limit {reading.Name}: {(limits.Length > 0 ? limits : "none that fits this drug and dose")}.",
                    ruleSet.Source, ruleSet.Confidence, change.Step);
            }
            else if (first && ruleSet == RuleSetTable.Asam && change.PercentOfCurrent > InitialPacePercent)
            {
                yield return new Finding(
                    "asam.initial-pace", Severity.Finding, $"{change.Text}. The guideline starts with 5 to 10 %.", Sources.Asam, Confidence.Primary, change.Step);
            }
            first = false;
        }
    }

    private static bool Allows(PaceLimit limit, DoseChange change, Benzodiazepine drug)
    {
        if (!limit.Concerns(drug, change.From, change.Original) || change.HeldDays < limit.MinDays)
            return false;
        if (limit.MaxMg is { } mg)
            return change.From.Milligrams - change.To.Milligrams <= mg;
        var percent = limit.Base is PercentBase.Current ? change.PercentOfCurrent : change.PercentOfOriginal;
        return limit.PerDays is { } days ? percent * days <= limit.MaxPercent * change.HeldDays : percent <= limit.MaxPercent;
    }
}
