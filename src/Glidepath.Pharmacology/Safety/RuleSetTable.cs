using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using static Glidepath.Pharmacology.Tapering.PercentBase;

namespace Glidepath.Pharmacology.Safety;

/// <summary>
/// The guidelines the engine knows. Where a text can be read in more than one way that matters, each reading stands and the first decides.
/// </summary>
public static class RuleSetTable
{
    private const string AsamWindow =
        "The guideline writes \"typically\" not above 25 % every 2 weeks, and not of which dose. "
        + "Measuring the fall over every 14 days, against the dose at their start, is our reading.";

    public static RuleSet Asam { get; } =
        new()
        {
            Id = "asam",
            Name = "Joint Guideline 2025 (ASAM and nine societies)",
            Source = Sources.Asam,
            Ceiling = new PaceCeiling(25, 25, 14, "typically not above 25 % every 2 weeks (recommendation 6)"),
            Readings =
            [
                new(
                    "window.current",
                    "over any 14 days, of current dose",
                    [
                        new()
                        {
                            Text = "at most 25 % less at the end of any 14 days than at their start",
                            MaxPercent = 25,
                            Base = Current,
                            WindowDays = 14,
                        },
                    ]
                )
                {
                    Remark = AsamWindow,
                },
                new(
                    "window.original",
                    "over any 14 days, of original dose",
                    [
                        new()
                        {
                            Text = "at most 25 % of the original dose less in any 14 days",
                            MaxPercent = 25,
                            Base = Original,
                            WindowDays = 14,
                        },
                    ]
                ),
                new(
                    "rate.current",
                    "as a rate, of current dose",
                    [
                        new()
                        {
                            Text = "25 % of the current dose in 2 weeks as a rate: 33 % after 28 days passes",
                            MaxPercent = 25,
                            Base = Current,
                            PerDays = 14,
                        },
                    ]
                )
                {
                    Weight = Severity.Finding,
                },
            ],
            Remarks =
            [
                "Start with 5 to 10 % every 2 to 4 weeks (recommendation 6, key takeaways).",
                AsamWindow,
                "Read as a rate, a long hold allows a larger cut. That reading is milder: it is shown to look at, and never decides.",
                "Low dose taken under 3 months may go faster; a lower dose rather than zero may be the goal.",
            ],
        };

    public static RuleSet NiceCks { get; } =
        new()
        {
            Id = "nice-cks",
            Name = "NICE CKS (UK)",
            Source = Sources.NiceCks,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(12.5m, 10, 7, "5 to 10 % every 1 to 2 weeks, or an eighth each fortnight"),
            Readings =
            [
                new(
                    "step",
                    "any of its steps",
                    [
                        new()
                        {
                            Text = "10 % of the current dose, a week or more apart",
                            MaxPercent = 10,
                            Base = Current,
                            WindowDays = 7,
                        },
                        new()
                        {
                            Text = "an eighth of the current dose, 2 weeks or more apart",
                            MaxPercent = 12.5m,
                            Base = Current,
                            WindowDays = 14,
                        },
                        DiazepamStep(4, above: 20, upTo: 40),
                        DiazepamStep(2, above: 10, upTo: 20),
                        DiazepamStep(1, above: 5, upTo: 10),
                        DiazepamStep(1, above: 0, upTo: 5) with
                        {
                            Text = "diazepam from 5 mg down: 0.5 to 1 mg, a week or more apart",
                            SteerMg = 0.5m,
                        },
                    ]
                ),
            ],
            Remarks = ["From diazepam 40 mg about 30 to 60 weeks, from 20 mg about 20 to 40 weeks.", "Slower at low doses."],
        };

    public static RuleSet NswHealth { get; } =
        new()
        {
            Id = "nsw",
            Name = "NSW Health (Australia)",
            Source = Sources.NswHealth,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(10, 10, 10, "10 % every 10 to 14 days"),
            Readings =
            [
                new(
                    "step.current",
                    "of current dose",
                    [
                        new()
                        {
                            Text = "10 % of the current dose, 10 days or more apart",
                            MaxPercent = 10,
                            Base = Current,
                            WindowDays = 10,
                        },
                    ]
                ),
                new(
                    "step.original",
                    "of original dose",
                    [
                        new()
                        {
                            Text = "10 % of the original dose, 10 days or more apart",
                            MaxPercent = 10,
                            Base = Original,
                            WindowDays = 10,
                        },
                    ]
                ),
            ],
            Remarks =
            [
                "Unplanned admission: stabilise at 40 % of the usual dose or 40 mg diazepam a day, whichever is lower; never "
                    + "stop abruptly.",
            ],
        };

    public static RuleSet SaHealth { get; } =
        new()
        {
            Id = "sa-health",
            Name = "SA Health (Australia)",
            Source = Sources.SaHealth,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(25, 25, 14, "names no pace; the Joint Guideline's ceiling is used"),
            Remarks =
            [
                "Names no pace of reduction.",
                "Inpatient care for comorbidity, several drugs, other sedatives, above 50 mg diazepam-equivalent a day or "
                    + "injecting, opioid treatment being stabilised, or past seizures.",
                "Inpatient switch: four times a day, starting at half the calculated dose.",
            ],
        };

    public static RuleSet Deprescribing { get; } =
        new()
        {
            Id = "deprescribing",
            Name = "deprescribing.org (Pottie 2018)",
            Source = Sources.Deprescribing,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(25, 25, 14, "25 % every 2 weeks, 12.5 % near the end"),
            Readings =
            [
                new(
                    "step.original",
                    "of original dose",
                    [
                        new()
                        {
                            Text = "25 % of the original dose, 2 weeks or more apart, down to half",
                            MaxPercent = 25,
                            Base = Original,
                            WindowDays = 14,
                            AboveFraction = 0.5m,
                        },
                        new()
                        {
                            Text = "12.5 % of the original dose, 2 weeks or more apart, near the end",
                            MaxPercent = 12.5m,
                            Base = Original,
                            WindowDays = 14,
                            UpToFraction = 0.5m,
                        },
                    ]
                ),
            ],
            Remarks = ["\"Near the end\" is read as the lower half; the text does not say. Drug-free days may be added at the end."],
        };

    public static RuleSet Casn { get; } =
        new()
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
            Remarks =
            [
                "At most 5 mg diazepam-equivalent a week; 1 to 2 mg a week below 20 mg. Stop the taper in severe anxiety or "
                    + "depression. Visits every 1 to 4 weeks.",
            ],
        };

    public static RuleSet Va { get; } =
        new()
        {
            Id = "va",
            Name = "VA sample taper",
            Source = Sources.Va,
            Confidence = Confidence.Unverified,
            Readings =
            [
                new(
                    "step.original",
                    "of original dose",
                    [
                        new()
                        {
                            Text = "25 % of the original dose, 2 weeks or more apart",
                            MaxPercent = 25,
                            Base = Original,
                            WindowDays = 14,
                        },
                    ]
                ),
            ],
            Remarks = ["Details not verified: 25 % every 2 weeks, a stop of 1 to 2 months at half the dose, about 15 weeks in all."],
        };

    public static RuleSet FdaLabel { get; } =
        new()
        {
            Id = "fda-label",
            Name = "FDA labels, advice on stopping",
            Source = Sources.FdaLabel,
            Confidence = Confidence.Secondary,
            Readings =
            [
                new(
                    "step",
                    "as printed",
                    [
                        new()
                        {
                            Text = "clonazepam: 0.125 mg less twice a day, every 3 days",
                            MaxMg = 0.25m,
                            WindowDays = 3,
                            OnlyFor = BenzodiazepineTable.Clonazepam,
                        },
                        new()
                        {
                            Text = "alprazolam: at most 0.5 mg a day less every 3 days",
                            MaxMg = 0.5m,
                            WindowDays = 3,
                            OnlyFor = BenzodiazepineTable.Alprazolam,
                            Source = Sources.FdaAlprazolam,
                        },
                        new()
                        {
                            Text = "clobazam: 5 to 10 mg a day less every week",
                            MaxMg = 10,
                            WindowDays = 7,
                            OnlyFor = BenzodiazepineTable.Clobazam,
                            Source = Sources.FdaClobazam,
                        },
                    ]
                ),
            ],
            Remarks =
            [
                "Clonazepam 1 mg a day to nothing in 12 days: far outside the Joint Guideline 2025. Shown so that the conflict "
                    + "is seen, never followed.",
                "Other labels that were looked at ask for a gradual taper and name no pace: their drugs are not judged.",
            ],
        };

    /// <summary>Default first.</summary>
    public static IReadOnlyList<RuleSet> All { get; } = [Asam, NiceCks, NswHealth, SaHealth, Deprescribing, Casn, Va, FdaLabel];

    /// <param name="id">Its own, or that of its source, which stands behind every finding: <c>asam</c>, <c>asam-2025</c>.</param>
    /// <returns>Null when there is no such id.</returns>
    public static RuleSet? Find(string id) =>
        All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(r => string.Equals(r.Source.Id, id, StringComparison.OrdinalIgnoreCase));

    private static PaceLimit DiazepamStep(decimal mg, decimal above, decimal upTo) =>
        new()
        {
            Text = $"diazepam from {upTo:0} mg to {above:0} mg: {mg:0} mg, a week or more apart",
            MaxMg = mg,
            WindowDays = 7,
            OnlyFor = BenzodiazepineTable.Diazepam,
            AboveMg = above,
            UpToMg = upTo,
        };

    private static IReadOnlyList<PaceLimit> CasnSteps(PercentBase of) =>
        [
            new()
            {
                Text = "10 %, a week or more apart, down to 20 % of the original",
                MaxPercent = 10,
                Base = of,
                WindowDays = 7,
                AboveFraction = 0.2m,
            },
            new()
            {
                Text = "5 %, 2 weeks or more apart, from 20 % of the original",
                MaxPercent = 5,
                Base = of,
                WindowDays = 14,
                UpToFraction = 0.2m,
            },
            new()
            {
                Text = "diazepam above 20 mg: 5 mg, a week or more apart",
                MaxMg = 5,
                WindowDays = 7,
                OnlyFor = BenzodiazepineTable.Diazepam,
                AboveMg = 20,
            },
            new()
            {
                Text = "diazepam up to 20 mg: 2 mg, a week or more apart",
                MaxMg = 2,
                WindowDays = 7,
                OnlyFor = BenzodiazepineTable.Diazepam,
                UpToMg = 20,
            },
        ];
}
