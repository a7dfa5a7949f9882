using System.ComponentModel.DataAnnotations;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Application.Tapering;

/// <summary>
/// What a draft is asked to be. The same words and limits as the command line's <c>plan</c>; no override of a guideline's ceiling exists
/// here.
/// </summary>
public sealed record DraftPlan
{
    /// <summary>Name or US brand, for example <c>clonazepam</c>.</summary>
    [Required, StringLength(40, MinimumLength = 2)]
    public required string Drug { get; init; }

    /// <summary>What is taken now.</summary>
    [Required]
    public required DraftRegimen Regimen { get; init; }

    /// <summary>First day of the plan; today when left out.</summary>
    public DateOnly? Start { get; init; }

    /// <summary>Daily dose to end on, in mg; 0 is to stop.</summary>
    [Range(0, 300)]
    public decimal GoalMg { get; init; }

    /// <summary>Largest step, in percent; 10 when left out.</summary>
    [Range(0.5, 99)]
    public decimal? StepPercent { get; init; }

    /// <summary>What the percent are of.</summary>
    public PercentBase Of { get; init; }

    /// <summary>Days between steps; 14 when left out.</summary>
    [Range(1, TaperPace.MaxIntervalDays)]
    public int? IntervalDays { get; init; }

    /// <summary>Longest hold after a large cut, in days; 28 when left out, or the interval where that is longer.</summary>
    [Range(7, 180)]
    public int? MaxHoldDays { get; init; }

    /// <summary>Products at hand, such as <c>tablet 0.5 scored, odt 0.125</c>; what is marketed when left out.</summary>
    [StringLength(400)]
    public string? Stock { get; init; }

    /// <summary>What is left at home, such as <c>24 x tablet 0.5</c>: it is counted into the first fills.</summary>
    [StringLength(500)]
    public string? Have { get; init; }

    /// <summary>Whether tablets with a line may be divided.</summary>
    public bool Splitting { get; init; } = true;

    /// <summary>No liquid can be had: the plan ends on the last dose that keeps the ceiling.</summary>
    public bool NoLiquid { get; init; }

    /// <summary>Go on to zero with pieces alone; the cuts above the ceiling are named.</summary>
    public bool AcceptLargeLastSteps { get; init; }

    /// <summary>The guideline that steers.</summary>
    [StringLength(20)]
    public string Policy { get; init; } = "asam";

    /// <summary>Longest supply at once, in days.</summary>
    [Range(1, 90)]
    public int FillDays { get; init; } = 28;

    /// <summary>What is known of the person; all of it may be left out, and what is left out stays unknown.</summary>
    public DraftFacts Facts { get; init; } = new();
}

/// <summary>Amounts in mg at each time of day; at least one above 0.</summary>
public sealed record DraftRegimen
{
    [Range(0, Pharmacology.Tapering.Regimen.MaxMg)]
    public decimal Morning { get; init; }

    [Range(0, Pharmacology.Tapering.Regimen.MaxMg)]
    public decimal Midday { get; init; }

    [Range(0, Pharmacology.Tapering.Regimen.MaxMg)]
    public decimal Evening { get; init; }

    [Range(0, Pharmacology.Tapering.Regimen.MaxMg)]
    public decimal Bedtime { get; init; }

    /// <summary>At other times of the day, by the clock.</summary>
    [MaxLength(2)]
    public IReadOnlyList<DraftDose> Other { get; init; } = [];

    internal IEnumerable<(TimeOfDay Time, decimal Mg)> Doses =>
        [(TimeOfDay.Morning, Morning), (TimeOfDay.Midday, Midday), (TimeOfDay.Evening, Evening), (TimeOfDay.Bedtime, Bedtime)];
}

/// <summary>A dose at a time that has no name.</summary>
public sealed record DraftDose
{
    /// <summary>By the clock, for example <c>16:00</c>.</summary>
    [Required, StringLength(5)]
    public required string At { get; init; }

    /// <summary>In mg.</summary>
    [Range(0, Regimen.MaxMg)]
    public required decimal Mg { get; init; }
}

/// <summary>About the person who takes it. Names nobody.</summary>
public sealed record DraftFacts
{
    /// <summary>In years.</summary>
    [Range(0, 120)]
    public int? Age { get; init; }

    public Answer Pregnant { get; init; }

    public Answer SeizureHistory { get; init; }

    public Answer SevereWithdrawal { get; init; }

    public Answer Opioid { get; init; }

    /// <summary>Buprenorphine or methadone for opioid use disorder.</summary>
    public Answer OpioidTreatment { get; init; }

    public Answer Alcohol { get; init; }

    public Answer BipolarOrPsychosis { get; init; }

    public Answer Ptsd { get; init; }

    public Answer LiverDisease { get; init; }

    public Answer EndOfLifeCare { get; init; }

    /// <summary>Sleep apnea, COPD or another lung disease.</summary>
    public Answer SleepApneaOrLungDisease { get; init; }

    public Answer FallsOrConfusion { get; init; }

    public Answer SuicidalThoughts { get; init; }

    public Answer Breastfeeding { get; init; }

    /// <summary>Drives for work, works high up or with machines.</summary>
    public Answer SafetyCriticalDriving { get; init; }

    /// <summary>What it is taken for.</summary>
    public Indication Indication { get; init; }

    /// <summary>How long it has been taken, in days.</summary>
    [Range(0, 36_500)]
    public int? DurationDays { get; init; }

    /// <summary>Days a week it is taken.</summary>
    [Range(1, 7)]
    public int? DaysPerWeek { get; init; }

    public Supply Supply { get; init; }

    /// <summary>Other medicines by name.</summary>
    [MaxLength(40)]
    public IReadOnlyList<string> Medicines { get; init; } = [];
}
