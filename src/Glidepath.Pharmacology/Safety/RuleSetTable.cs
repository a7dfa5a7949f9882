using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using static Glidepath.Pharmacology.Tapering.PercentBase;

namespace Glidepath.Pharmacology.Safety;

/// <summary>The guidelines the engine knows. Where a text can be read in more than one way that matters, each reading stands and the first decides.</summary>
public static class RuleSetTable
{
    public static RuleSet Asam { get; } = new()
    {
        Id = "asam",
        Name = "Joint Guideline 2025 (ASAM and nine societies)",
        Source = Sources.Asam,
        Ceiling = new PaceCeiling(25, 25, 14, "typically not above 25 % every 2 weeks (recommendation 6)"),
        Readings =
        [
            new("step.current", "per step, of current dose", [new() { Text = "no step above 25 % of the current dose", MaxPercent = 25, Base = Current, WindowDays = 14 }]),
            new("step.original", "per step, of original dose", [new() { Text = "no step above 25 % of the original dose", MaxPercent = 25, Base = Original, WindowDays = 14 }]),
            new("rate.current", "as a rate, of current dose", [new() { Text = "at most 25 % of the current dose in 2 weeks", MaxPercent = 25, Base = Current, PerDays = 14 }]),
            new("rate.original", "as a rate, of original dose", [new() { Text = "at most 25 % of the original dose in 2 weeks", MaxPercent = 25, Base = Original, PerDays = 14 }]),
        ],
        Remarks =
        [
            "Start with 5 to 10 % every 2 to 4 weeks (recommendation 6, key takeaways).",
            "The text does not say per cent of what, nor whether 25 % in 2 weeks is a step or a rate: all four readings are judged, and per step of current dose decides.",
            "Low dose taken under 3 months may go faster; a lower dose rather than zero may be the goal.",
        ],
    };

    public static RuleSet NiceCks { get; } = new()
    {
        Id = "nice-cks",
        Name = "NICE CKS (UK)",
        Source = Sources.NiceCks,
        Confidence = Confidence.Secondary,
        Ceiling = new PaceCeiling(12.5m, 10, 7, "5 to 10 % every 1 to 2 weeks, or an eighth each fortnight"),
        Readings =
        [
            new("step", "any of its steps",
            [
                new() { Text = "10 % of the current dose, a week or more apart", MaxPercent = 10, Base = Current, MinDays = 7 },
                new() { Text = "an eighth of the current dose, 2 weeks or more apart", MaxPercent = 12.5m, Base = Current, MinDays = 14 },
                DiazepamStep(4, above: 20, upTo: 40), DiazepamStep(2, above: 10, upTo: 20), DiazepamStep(1, above: 0, upTo: 10),
            ]),
        ],
        Remarks = ["From diazepam 40 mg about 30 to 60 weeks, from 20 mg about 20 to 40 weeks.", "Slower at low doses."],
    };

    public static RuleSet NswHealth { get; } = new()
    {
        Id = "nsw",
        Name = "NSW Health (Australia)",
        Source = Sources.NswHealth,
        Confidence = Confidence.Secondary,
        Ceiling = new PaceCeiling(10, 10, 10, "10 % every 10 to 14 days"),
        Readings =
        [
            new("step.current", "of current dose", [new() { Text = "10 % of the current dose, 10 days or more apart", MaxPercent = 10, Base = Current, MinDays = 10 }]),
            new("step.original", "of original dose", [new() { Text = "10 % of the original dose, 10 days or more apart", MaxPercent = 10, Base = Original, MinDays = 10 }]),
        ],
        Remarks = ["Unplanned admission: stabilise at 40 % of the usual dose or 40 mg diazepam a day, whichever is lower; never stop abruptly."],
    };

    public static RuleSet SaHealth { get; } = new()
    {
        Id = "sa-health",
        Name = "SA Health (Australia)",
        Source = Sources.SaHealth,
        Confidence = Confidence.Secondary,
        Ceiling = new PaceCeiling(25, 25, 14, "names no pace; the Joint Guideline's ceiling is used"),
        Remarks =
        [
            "Names no pace of reduction.",
            "Inpatient care for comorbidity, several drugs, other sedatives, above 50 mg diazepam-equivalent a day or injecting, opioid treatment being stabilised, or past seizures.",
            "Inpatient switch: four times a day, starting at half the calculated dose.",
        ],
    };

    public static RuleSet Deprescribing { get; } = new()
    {
        Id = "deprescribing",
        Name = "deprescribing.org (Pottie 2018)",
        Source = Sources.Deprescribing,
        Confidence = Confidence.Secondary,
        Ceiling = new PaceCeiling(25, 25, 14, "25 % every 2 weeks, 12.5 % near the end"),
        Readings =
        [
            new("step.original", "of original dose",
            [
                new() { Text = "25 % of the original dose, 2 weeks or more apart, down to half", MaxPercent = 25, Base = Original, MinDays = 14, AboveFraction = 0.5m },
                new() { Text = "12.5 % of the original dose, 2 weeks or more apart, near the end", MaxPercent = 12.5m, Base = Original, MinDays = 14, UpToFraction = 0.5m },
            ]),
        ],
        Remarks = ["\"Near the end\" is read as the lower half; the text does not say. Drug-free days may be added at the end."],
    };

    public static RuleSet Casn { get; } = new()
    {
        Id = "casn",
        Name = "CASN (Canada)",
        Source = Sources.Casn,
        Confidence = Confidence.Secondary,
        Ceiling = new PaceCeiling(10, 10, 7, "10 % every 1 to 2 weeks"),
        Readings =
        [
            new("step.original", "of original dose", CasnSteps(Original)),
            new("step.current", "of current dose", CasnSteps(Current)),
        ],
        Remarks = ["At most 5 mg diazepam-equivalent a week; 1 to 2 mg a week below 20 mg. Stop the taper in severe anxiety or depression. Visits every 1 to 4 weeks."],
    };

    public static RuleSet Va { get; } = new()
    {
        Id = "va",
        Name = "VA sample taper",
        Source = Sources.Va,
        Confidence = Confidence.Unverified,
        Readings =
        [
            new("step.original", "of original dose", [new() { Text = "25 % of the original dose, 2 weeks or more apart", MaxPercent = 25, Base = Original, MinDays = 14 }]),
        ],
        Remarks = ["Details not verified: 25 % every 2 weeks, a stop of 1 to 2 months at half the dose, about 15 weeks in all."],
    };

    public static RuleSet FdaLabel { get; } = new()
    {
        Id = "fda-label",
        Name = "Klonopin label, panic disorder",
        Source = Sources.FdaLabel,
        Confidence = Confidence.Secondary,
        Readings =
        [
            new("step", "as printed",
            [
                new()
                {
                    Text = "0.125 mg less twice a day, 3 days or more apart", MaxMg = 0.25m, MinDays = 3, OnlyFor = BenzodiazepineTable.Clonazepam,
                },
            ]),
        ],
        Remarks = ["1 mg a day to nothing in 12 days: far outside the Joint Guideline 2025. Shown so that the conflict is seen, never followed."],
    };

    /// <summary>Default first.</summary>
    public static IReadOnlyList<RuleSet> All { get; } = [Asam, NiceCks, NswHealth, SaHealth, Deprescribing, Casn, Va, FdaLabel];

    /// <returns>Null when there is no such id.</returns>
    public static RuleSet? Find(string id) => All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase));

    private static PaceLimit DiazepamStep(decimal mg, decimal above, decimal upTo) => new()
    {
        Text = $"diazepam from {(above == 0 ? "10 mg down" : $"{upTo:0} mg to {above:0} mg")}: {mg:0} mg, a week or more apart",
        MaxMg = mg,
        MinDays = 7,
        OnlyFor = BenzodiazepineTable.Diazepam,
        AboveMg = above,
        UpToMg = upTo,
    };

    private static IReadOnlyList<PaceLimit> CasnSteps(PercentBase of) =>
    [
        new() { Text = "10 %, a week or more apart, down to 20 % of the original", MaxPercent = 10, Base = of, MinDays = 7, AboveFraction = 0.2m },
        new() { Text = "5 %, 2 weeks or more apart, from 20 % of the original", MaxPercent = 5, Base = of, MinDays = 14, UpToFraction = 0.2m },
        new() { Text = "diazepam above 20 mg: 5 mg, a week or more apart", MaxMg = 5, MinDays = 7, OnlyFor = BenzodiazepineTable.Diazepam, AboveMg = 20 },
        new() { Text = "diazepam up to 20 mg: 2 mg, a week or more apart", MaxMg = 2, MinDays = 7, OnlyFor = BenzodiazepineTable.Diazepam, UpToMg = 20 },
    ];
}
