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

    /// <summary>First day of the starting regimen in the plan.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>The daily dose to end on. Zero, the default, is to stop.</summary>
    public Dose Goal { get; init; }

    public TaperPace Pace { get; init; } = TaperPace.Default;

    /// <summary>Null means every marketed immediate-release product of the drug.</summary>
    public Stock? Stock { get; init; }

    /// <summary>What the person has already, each product once. It is handed out first.</summary>
    public IReadOnlyList<OnHand> OnHand { get; init; } = [];

    public StockLimits Limits { get; init; } = StockLimits.Default;

    /// <summary>The daily dose from which the patient stops. Null means the smallest makeable; docs/clinical/last-dose.md says how.</summary>
    public Dose? Last { get; init; }

    /// <summary>The time of day that keeps its dose longest.</summary>
    public TimeOfDay? DropLast { get; init; }

    /// <summary>Shortens the hold on the starting regimen by one interval, unless it is the hold before the stop.</summary>
    public bool CutNow { get; init; }

    public RuleSet Policy { get; init; } = RuleSetTable.Asam;

    /// <summary>Why a pace above the policy's ceiling is asked for.</summary>
    public string? OverrideReason { get; init; }

    /// <summary>The override that is in force: null where the pace is within the ceiling and nothing was overridden.</summary>
    public string? OverrideInForce => PaceCeilingCheck.Exceeds(Policy, Pace, Regimen.DailyDose) is null ? null : OverrideReason;

    public PatientFacts Facts { get; init; } = PatientFacts.None;

    /// <summary>Longest supply handed out at once, in days; 1 to 90. The default is 28.</summary>
    public int FillDays { get; init => field = value is >= 1 and <= 90 ? value : throw new ArgumentOutOfRangeException(nameof(FillDays), value, "Accepted: 1 to 90."); } = 28;

    public Stock StockOrDefault => Stock ?? ProductTable.DefaultStock(Drug);
}
