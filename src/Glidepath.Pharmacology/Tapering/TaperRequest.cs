using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>What a taper is asked to be.</summary>
public sealed record TaperRequest
{
    public required Benzodiazepine Drug { get; init; }

    /// <summary>What is taken now.</summary>
    public required Regimen Regimen { get; init; }

    /// <summary>
    /// What is taken now, where the plan begins with something else: plain tablets in place of extended-release ones, or a daily dose in
    /// place of some days a week.
    /// </summary>
    public Regimen? AsTaken { get; init; }

    /// <summary>Whether <see cref="AsTaken"/> is of extended-release products, and the plan of plain ones.</summary>
    public bool IsChangedFromExtendedRelease { get; init; }

    /// <summary>First day of the starting regimen in the plan.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The daily dose to end on. Zero, the default, is to stop.</summary>
    public Dose Goal { get; init; }

    public TaperPace Pace { get; init; } = TaperPace.Default;

    /// <summary>
    /// Whether somebody chose the pace. Where nobody did, short use at a low dose is offered the faster pace first, and a policy with steps
    /// in mg steers to those.
    /// </summary>
    public bool PaceIsAsked { get; init; }

    /// <summary>
    /// Longest hold that a large cut may lead to, in days; 7 to 180. Null, the default, is 28 days, or the asked interval where that is
    /// longer.
    /// </summary>
    public int? MaxHoldDays
    {
        get;
        init =>
            field = value is null or (>= 7 and <= 180)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(MaxHoldDays), value, "Accepted: 7 to 180.");
    }

    /// <summary>Null means <see cref="ProductTable.DefaultStock"/>.</summary>
    public Stock? Stock { get; init; }

    /// <summary>What the person has already, each product once. It is handed out first.</summary>
    public IReadOnlyList<OnHand> OnHand { get; init; } = [];

    /// <summary>No liquid can be had: the plan ends on the last dose that keeps the ceiling.</summary>
    public bool NoLiquid { get; init; }

    /// <summary>Go on to zero with pieces alone where no step keeps the ceiling, each such cut named. No liquid is used.</summary>
    public bool AcceptLargeLastSteps { get; init; }

    public StockLimits Limits { get; init; } = StockLimits.Default;

    /// <summary>The daily dose from which the patient stops. Null leaves it to the rule of docs/clinical/last-dose.md.</summary>
    public Dose? Last { get; init; }

    /// <summary>The time of day that keeps its dose longest.</summary>
    public TimeOfDay? DropLast { get; init; }

    /// <summary>
    /// Leaves out the interval on the starting regimen, unless it is the hold before the stop: that time has been spent on it already.
    /// </summary>
    public bool CutNow { get; init; }

    public RuleSet Policy { get; init; } = RuleSetTable.Asam;

    /// <summary>
    /// Why a prescriber goes on where the planner would not: a pace above the ceiling, a number out of range, a person who needs care
    /// first.
    /// </summary>
    public string? OverrideReason { get; init; }

    /// <summary>The override of the pace that is in force: null where the pace is within the ceiling and nothing was overridden.</summary>
    public string? OverrideInForce => PaceCeilingCheck.Exceeds(Policy, Pace, Regimen.DailyDose) is null ? null : OverrideReason;

    public PatientFacts Facts { get; init; } = PatientFacts.None;

    /// <summary>Longest supply handed out at once, in days; 1 to 90. The default is 28.</summary>
    public int FillDays
    {
        get;
        init =>
            field = value is >= 1 and <= 90 ? value : throw new ArgumentOutOfRangeException(nameof(FillDays), value, "Accepted: 1 to 90.");
    } = 28;

    /// <summary>What the plan may be made of.</summary>
    public Stock StockInUse => NoLiquid || AcceptLargeLastSteps ? new Stock(StockOrDefault.Where(p => !p.IsLiquid)) : StockOrDefault;

    private Stock StockOrDefault => Stock ?? ProductTable.DefaultStock(Drug);
}
