using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using static Glidepath.Pharmacology.Tapering.PercentBase;

namespace Glidepath.Pharmacology.Safety;

/// <summary>
/// The guidelines the engine knows. Where a text can be read in more than one way that matters, each reading stands and the first decides.
/// </summary>
public static class RuleSetTable
{
    private const string AsamWindow = "asam.remark.window";

    public static RuleSet Asam { get; } =
        new()
        {
            Id = "asam",
            Name = "Joint Guideline 2025 (ASAM and nine societies)",
            Source = Sources.Asam,
            Ceiling = new PaceCeiling(25, 25, 14, "asam.ceiling"),
            Readings =
            [
                new(
                    "window.current",
                    "reading.over-any-14-days-of-current-dose",
                    [
                        new()
                        {
                            Words = "asam.limit.1",
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
                    "reading.over-any-14-days-of-original-dose",
                    [
                        new()
                        {
                            Words = "asam.limit.2",
                            MaxPercent = 25,
                            Base = Original,
                            WindowDays = 14,
                        },
                    ]
                ),
                new(
                    "rate.current",
                    "reading.as-a-rate-of-current-dose",
                    [
                        new()
                        {
                            Words = "asam.limit.3",
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
            Remarks = ["asam.remark.1", AsamWindow, "asam.remark.2", "asam.remark.3"],
        };

    public static RuleSet NiceCks { get; } =
        new()
        {
            Id = "nice-cks",
            Name = "NICE CKS (UK)",
            Source = Sources.NiceCks,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(12.5m, 10, 7, "nice-cks.ceiling"),
            Readings =
            [
                new(
                    "step",
                    "reading.any-of-its-steps",
                    [
                        new()
                        {
                            Words = "nice-cks.limit.1",
                            MaxPercent = 10,
                            Base = Current,
                            WindowDays = 7,
                        },
                        new()
                        {
                            Words = "nice-cks.limit.2",
                            MaxPercent = 12.5m,
                            Base = Current,
                            WindowDays = 14,
                        },
                        DiazepamStep(4, above: 20, upTo: 40),
                        DiazepamStep(2, above: 10, upTo: 20),
                        DiazepamStep(1, above: 5, upTo: 10),
                        DiazepamStep(1, above: 0, upTo: 5) with
                        {
                            Words = "nice-cks.limit.3",
                            SteerMg = 0.5m,
                        },
                    ]
                ),
            ],
            Remarks = ["nice-cks.remark.1", "nice-cks.remark.2"],
        };

    public static RuleSet NswHealth { get; } =
        new()
        {
            Id = "nsw",
            Name = "NSW Health (Australia)",
            Source = Sources.NswHealth,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(10, 10, 10, "nsw.ceiling"),
            Readings =
            [
                new(
                    "step.current",
                    "reading.of-current-dose",
                    [
                        new()
                        {
                            Words = "nsw.limit.1",
                            MaxPercent = 10,
                            Base = Current,
                            WindowDays = 10,
                        },
                    ]
                ),
                new(
                    "step.original",
                    "reading.of-original-dose",
                    [
                        new()
                        {
                            Words = "nsw.limit.2",
                            MaxPercent = 10,
                            Base = Original,
                            WindowDays = 10,
                        },
                    ]
                ),
            ],
            Remarks = ["nsw.remark.1"],
        };

    public static RuleSet SaHealth { get; } =
        new()
        {
            Id = "sa-health",
            Name = "SA Health (Australia)",
            Source = Sources.SaHealth,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(25, 25, 14, "sa-health.ceiling"),
            Remarks = ["sa-health.remark.1", "sa-health.remark.2", "sa-health.remark.3"],
        };

    public static RuleSet Deprescribing { get; } =
        new()
        {
            Id = "deprescribing",
            Name = "deprescribing.org (Pottie 2018)",
            Source = Sources.Deprescribing,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(25, 25, 14, "deprescribing.ceiling"),
            Readings =
            [
                new(
                    "step.original",
                    "reading.of-original-dose",
                    [
                        new()
                        {
                            Words = "deprescribing.limit.1",
                            MaxPercent = 25,
                            Base = Original,
                            WindowDays = 14,
                            AboveFraction = 0.5m,
                        },
                        new()
                        {
                            Words = "deprescribing.limit.2",
                            MaxPercent = 12.5m,
                            Base = Original,
                            WindowDays = 14,
                            UpToFraction = 0.5m,
                        },
                    ]
                ),
            ],
            Remarks = ["deprescribing.remark.1"],
        };

    public static RuleSet Casn { get; } =
        new()
        {
            Id = "casn",
            Name = "CASN (Canada)",
            Source = Sources.Casn,
            Confidence = Confidence.Secondary,
            Ceiling = new PaceCeiling(10, 10, 7, "casn.ceiling"),
            Readings =
            [
                new("step.original", "reading.of-original-dose", CasnSteps(Original)),
                new("step.current", "reading.of-current-dose", CasnSteps(Current)),
            ],
            Remarks = ["casn.remark.1"],
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
                    "reading.of-original-dose",
                    [
                        new()
                        {
                            Words = "va.limit.1",
                            MaxPercent = 25,
                            Base = Original,
                            WindowDays = 14,
                        },
                    ]
                ),
            ],
            Remarks = ["va.remark.1"],
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
                    "reading.as-printed",
                    [
                        new()
                        {
                            Words = "fda-label.limit.1",
                            MaxMg = 0.25m,
                            WindowDays = 3,
                            OnlyFor = BenzodiazepineTable.Clonazepam,
                        },
                        new()
                        {
                            Words = "fda-label.limit.2",
                            MaxMg = 0.5m,
                            WindowDays = 3,
                            OnlyFor = BenzodiazepineTable.Alprazolam,
                            Source = Sources.FdaAlprazolam,
                        },
                        new()
                        {
                            Words = "fda-label.limit.3",
                            MaxMg = 10,
                            WindowDays = 7,
                            OnlyFor = BenzodiazepineTable.Clobazam,
                            Source = Sources.FdaClobazam,
                        },
                    ]
                ),
            ],
            Remarks = ["fda-label.remark.1", "fda-label.remark.2"],
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
            Words = Sentence.Of("nice-cks.limit.diazepam", ("from", upTo), ("to", above), ("step", mg)),
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
                Words = "casn.limit.1",
                MaxPercent = 10,
                Base = of,
                WindowDays = 7,
                AboveFraction = 0.2m,
            },
            new()
            {
                Words = "casn.limit.2",
                MaxPercent = 5,
                Base = of,
                WindowDays = 14,
                UpToFraction = 0.2m,
            },
            new()
            {
                Words = "casn.limit.3",
                MaxMg = 5,
                WindowDays = 7,
                OnlyFor = BenzodiazepineTable.Diazepam,
                AboveMg = 20,
            },
            new()
            {
                Words = "casn.limit.4",
                MaxMg = 2,
                WindowDays = 7,
                OnlyFor = BenzodiazepineTable.Diazepam,
                UpToMg = 20,
            },
        ];
}
