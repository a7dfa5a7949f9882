using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Equivalence;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>Judges a schedule by a rule set: one verdict per reading of its text, the default reading first.</summary>
/// <remarks>One measure decides: how far the dose falls over every window of the policy's days. docs/clinical/check.md.</remarks>
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
        var doses = schedule.Judged();
        var changes = DoseChange.Of(doses);
        // What no reading changes stands in the verdict that decides.
        IReadOnlyList<Finding> once =
        [
            .. OfSchedule(schedule, doses),
            .. CareFirst.Reasons(facts),
            .. FactRuleTable.Findings(schedule.Drug, schedule.Original, facts, ruleSet),
        ];
        IReadOnlyList<Finding> always = [.. Always(schedule, changes, ruleSet)];
        if (NotJudged(ruleSet, schedule.Drug) is { } silent)
            return [new Verdict(ruleSet, null, true, [.. always, silent, .. once])];
        return
        [
            .. ruleSet.Readings.Select(
                (reading, i) =>
                    new Verdict(
                        ruleSet,
                        reading.Id,
                        i == 0,
                        [.. always, .. Pace(schedule.Drug, changes, ruleSet, reading), .. i == 0 ? once : []]
                    )
            ),
        ];
    }

    /// <summary>Why no step of this drug is judged by the set; null where steps are.</summary>
    private static Finding? NotJudged(RuleSet ruleSet, Benzodiazepine drug)
    {
        if (ruleSet.Readings.Count == 0)
            return Silent("pace", Sentence.Of("check.no-pace", ("policy", ruleSet.Name)));
        return ruleSet.Readings.Any(r => r.Alternatives.Any(l => l.SpeaksOf(drug)))
            ? null
            : Silent("other-drug", Sentence.Of("check.other-drug", ("drug", drug)));

        Finding Silent(string id, Sentence says) =>
            new(says, Severity.Note, ruleSet.Source, ruleSet.Confidence) { Rule = $"{ruleSet.Id}.{id}" };
    }

    /// <summary>What holds in every reading: no rise, and a stop only from a low dose.</summary>
    private static IEnumerable<Finding> Always(DoseSchedule schedule, IReadOnlyList<DoseChange> changes, RuleSet ruleSet)
    {
        foreach (var change in changes)
        {
            if (change.IsRise)
                yield return new Finding(
                    Sentence.Of("check.rise", ("from", change.From.Dose), ("to", change.To.Dose)),
                    Severity.Breach,
                    Sources.OwnRule,
                    Confidence.Derived,
                    change.Step
                )
                {
                    Rule = $"{ruleSet.Id}.rise",
                };
            else if (change.IsStop)
                yield return Stop(schedule.Drug, change, ruleSet);
        }
        foreach (var (i, time) in RisesWithinTheDay(schedule))
            yield return new Finding(
                Sentence.Of("check.rise.time", ("time", time.Word())),
                Severity.Breach,
                Sources.OwnRule,
                Confidence.Derived,
                i
            )
            {
                Rule = $"{ruleSet.Id}.rise",
            };
    }

    /// <summary>What is to be said of how the schedule is laid out.</summary>
    private static IEnumerable<Finding> OfSchedule(DoseSchedule schedule, IReadOnlyList<JudgedDose> doses)
    {
        foreach (var dose in doses)
            if (dose.Pattern is { } pattern)
                yield return new Finding(
                    Sentence.Of(
                        "glidepath.alternate-days",
                        ("doses", pattern.Text),
                        ("mean", Rounded(pattern.Mean)),
                        ("level", OfDay(schedule.Drug))
                    ),
                    Severity.Finding,
                    Sources.OwnRule,
                    Confidence.Derived,
                    dose.Step
                );
        if (schedule.LastKnownDay is { } last && !schedule.Doses[^1].DailyDose.IsZero)
            yield return new Finding(
                Sentence.Of("glidepath.end-not-known", ("last", last), ("next", last.AddDays(1))),
                Severity.Finding,
                Sources.OwnRule,
                Confidence.Derived
            );
    }

    private static Sentence OfDay(Benzodiazepine drug) =>
        drug.IsLongActing
            ? Sentence.Of("alternate-days.long-acting", ("drug", drug))
            : Sentence.Of(
                "alternate-days.short-acting",
                ("drug", drug),
                ("halfLife", drug.HalfLifeHours is { } hours ? Sentence.Of("alternate-days.half-life", ("hours", hours)) : null)
            );

    private static Dose Rounded(Dose dose) => new(Math.Round(dose.Milligrams, 4, MidpointRounding.AwayFromZero));

    /// <summary>One time of day may rise in the step that empties another: it takes over what the other held.</summary>
    private static IEnumerable<(int Step, TimeOfDay Time)> RisesWithinTheDay(DoseSchedule schedule)
    {
        for (var i = 1; i < schedule.Doses.Count; i++)
            if (
                schedule.Doses[i - 1].ByTime is { } before
                && schedule.Doses[i].ByTime is { } after
                && schedule.Doses[i].DailyDose <= schedule.Doses[i - 1].DailyDose
                && !before.Times.Any(t => after[t].IsZero)
            )
                foreach (var time in after.Times.Where(t => after[t] > before[t]))
                    yield return (i, time);
    }

    private static Finding Stop(Benzodiazepine drug, DoseChange change, RuleSet ruleSet)
    {
        var from = change.From.Dose;
        var equivalent = DiazepamEquivalent.Of(drug, from) is { } range
            ? Sentence.Of("check.stop.equivalent", ("range", range))
            : "check.stop.no-equivalent";
        var abrupt = Abrupt(drug, change);
        var says = Sentence.Of(
            "check.stop",
            ("from", from),
            ("held", change.HeldDays),
            ("original", from.Milligrams * 100 / change.Original.Dose.Milligrams),
            ("equivalent", equivalent),
            (
                "then",
                abrupt is not null ? Sentence.Of("check.stop.abrupt", ("why", abrupt))
                : change.HeldDays < SettleDays ? (Sentence)"check.stop.soon"
                : null
            )
        );
        return new Finding(
            says,
            abrupt is null ? Severity.Finding : Severity.Breach,
            abrupt is null ? Sources.OwnRule : Sources.Asam,
            Confidence.Derived,
            change.Step
        )
        {
            Rule = $"{ruleSet.Id}.stop",
        };
    }

    /// <summary>
    /// What makes a stop more than the last step of a taper: too high a dose, or no taper at all before it. Own reading of "do not stop
    /// abruptly", docs/decisions/0008.
    /// </summary>
    private static Sentence? Abrupt(Benzodiazepine drug, DoseChange change)
    {
        var from = change.From.Dose;
        var bands = DoseBands.For(drug, from);
        if (bands.CanBeOver(DoseBand.Low))
            return "check.stop.above-low";
        var isUntapered =
            from.Milligrams > change.Original.Dose.Milligrams * TokenCut
            && (
                bands.Highest is null
                    ? !IsSmallestMarketed(drug, from)
                    : DoseBands.For(drug, new Dose(from.Milligrams * 2)).CanBeOver(DoseBand.Low)
            );
        return isUntapered ? (Sentence)"check.stop.untapered" : null;
    }

    /// <summary>At or under the smallest dose that the plain marketed products of the drug make.</summary>
    private static bool IsSmallestMarketed(Benzodiazepine drug, Dose dose) =>
        ProductTable.DefaultStock(drug) is { Count: > 0 } stock
        && stock
            .WithOneConcentrationEach()
            .Any(s => dose <= MakeableDoses.For(s, StockLimits.Default, new Dose(s.Max(p => p.Strength))).Smallest);

    private static IEnumerable<Finding> Pace(Benzodiazepine drug, IReadOnlyList<DoseChange> changes, RuleSet ruleSet, PaceReading reading)
    {
        var windows = new PaceWindows(drug, changes);
        var isDefault = reading == ruleSet.Readings[0];
        var isFirst = true;
        var begun = new HashSet<DoseChange>();
        for (var i = 0; i < changes.Count; i++)
        {
            if (!changes[i].IsCut)
                continue;
            if (!windows.Allows(reading, i))
            {
                // The cut that a window begins with stands for it; the others in it are no further breach.
                var fall = windows.Broken(reading, i);
                if (begun.Contains(fall.First))
                    continue;
                begun.Add(changes[i]);
                yield return Outside(windows, ruleSet, reading, i, fall) with
                {
                    Step = changes[i].Step,
                };
            }
            else if (isDefault && !windows.Allows(reading, i, asWritten: true))
            {
                yield return new Finding(
                    Sentence.Of("check.rounding", ("fall", windows.Broken(reading, i, asWritten: true).Words), ("reading", reading.Name)),
                    Severity.Finding,
                    Sources.OwnRule,
                    Confidence.Derived,
                    changes[i].Step
                )
                {
                    Rule = $"{ruleSet.Id}.rounding",
                };
            }
            else if (
                isDefault
                && isFirst
                && ruleSet == RuleSetTable.Asam
                && new DoseFall(changes[i], changes[i]) is { PercentOfCurrent: > InitialPacePercent } first
            )
            {
                yield return new Finding(
                    Sentence.Of("asam.initial-pace", ("fall", first.Words)),
                    Severity.Finding,
                    Sources.Asam,
                    Confidence.Primary,
                    changes[i].Step
                );
            }
            isFirst = false;
        }
        if (begun.Count > 0 && reading.Remark is { } remark)
            yield return new Finding(remark, Severity.Note, ruleSet.Source, Confidence.Derived) { Rule = $"{ruleSet.Id}.reading" };
    }

    private static Finding Outside(PaceWindows windows, RuleSet ruleSet, PaceReading reading, int cut, DoseFall fall)
    {
        var limits = windows.Concerning(reading, cut).ToList();
        object allowed =
            limits.Count > 0 ? new SentenceList("list.or", [.. limits.Select(l => l.Words)]) : (Sentence)"check.pace.none-fits";
        var milder =
            fall.First == fall.Last ? ruleSet.Readings.FirstOrDefault(r => r.Weight < reading.Weight && windows.Allows(r, cut)) : null;
        return new Finding(
            Sentence.Of(
                "check.pace",
                ("fall", fall.Words),
                ("reading", reading.Name),
                ("allowed", allowed),
                ("milder", milder is null ? null : Sentence.Of("check.pace.milder", ("reading", milder.Name)))
            ),
            reading.Weight,
            limits.Select(l => l.Source).OfType<Source>().FirstOrDefault() ?? ruleSet.Source,
            ruleSet.Confidence
        )
        {
            Rule = $"{ruleSet.Id}.{reading.Id}",
        };
    }
}
