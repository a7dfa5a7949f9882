using Glidepath.Pharmacology.Drugs;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Treatment.Monitoring;

/// <summary>How soon a cut of a drug is felt, and what a missed dose of it asks for. The rows are those of the program's rules.</summary>
public enum DrugPace
{
    NotKnown,

    /// <summary>Alprazolam, lorazepam, oxazepam, temazepam.</summary>
    Short,
    Clonazepam,

    /// <summary>Diazepam, clorazepate, chlordiazepoxide, clobazam.</summary>
    Diazepam,

    /// <summary>Triazolam and the z-drugs.</summary>
    Hypnotic,
}

public static class DrugPaces
{
    /// <summary>By the row of <see cref="MissedDoseTable"/> that names the medicine; one that no row names is not known.</summary>
    public static DrugPace Of(Benzodiazepine? drug) =>
        drug is null
            ? DrugPace.NotKnown
            : MissedDoseTable.Named(drug.Name)?.Id switch
            {
                "short" => DrugPace.Short,
                "clonazepam" => DrugPace.Clonazepam,
                "long" => DrugPace.Diazepam,
                "night" => DrugPace.Hypnotic,
                _ => DrugPace.NotKnown,
            };

    /// <summary>Days after a cut on which it is first looked at; of a drug that is not in a row, the later of the two.</summary>
    public static int FirstLookAfter(this DrugPace pace) => pace is DrugPace.Short or DrugPace.Hypnotic ? 3 : 7;

    /// <summary>One missed dose asks for a call the same day. Two do of every drug.</summary>
    public static bool CallsAfterOneMissed(this DrugPace pace) => pace is DrugPace.Short or DrugPace.Clonazepam or DrugPace.NotKnown;
}

/// <summary>What the rules read of the course of a taper. All of it is unknown until there is a course.</summary>
public sealed record CourseSoFar
{
    public static CourseSoFar NotKnown { get; } = new();

    /// <summary>Days of dose reductions, in any order.</summary>
    public IReadOnlyList<DateOnly> Cuts { get; init; } = [];

    public DrugPace Pace { get; init; }

    /// <summary>From this day the next step may be taken.</summary>
    public DateOnly? IntervalEnds { get; init; }

    /// <summary>Holds one after the other, the present one with them.</summary>
    public int HoldsInARow { get; init; }

    public DateOnly? OnHoldSince { get; init; }

    /// <summary>Versions in a row that went back to a dose that was well, the one in force with them; 0 once its next step was
    /// taken.</summary>
    public int StepsBackInARow { get; init; }

    /// <summary>The person asked to stay longer on this step, and nobody has answered yet.</summary>
    public bool AskedToStay { get; init; }

    /// <summary>The first day of the course, from which on check-ins are expected; null unless it is active or on hold.</summary>
    public DateOnly? Since { get; init; }

    public DateOnly? FirstCut => Cuts.Count == 0 ? null : Cuts.Min();

    public LastCut LastCut => new(Cuts.Count == 0 ? null : Cuts.Max());

    /// <summary>The day on which the last cut is first looked at; null without one.</summary>
    public DateOnly? FirstLook => LastCut.On?.AddDays(Pace.FirstLookAfter());
}
