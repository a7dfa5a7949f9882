using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>What is taken of an approved version, for papers that hang on a fridge: what is not decided is on none of them.</summary>
/// <param name="Doses">In the order of the day; of two medicines both. Empty where nothing is taken.</param>
public sealed record TakenStep(IReadOnlyList<CrossOverDose> Doses)
{
    /// <summary>Its first day; null where nobody wrote it down.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Its last day, where what comes after it is decided already.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>No step is taken before somebody has looked again, on this day.</summary>
    public DateOnly? HeldUntil { get; init; }

    /// <summary>The earliest day of the next step; null where it waits already, or none comes.</summary>
    public DateOnly? NextNotBefore { get; init; }

    /// <summary>A next step may come.</summary>
    public bool GoesOn { get; init; }

    /// <summary>By when somebody of the clinic talks to the person.</summary>
    public DateOnly? TalkBy { get; init; }

    /// <summary>What to do about a dose that was not taken, a sentence each.</summary>
    public IReadOnlyList<string> Missed { get; init; } = [];

    /// <summary>Why a prescriber went on where the planner would not; it stands on every paper of the version.</summary>
    public string? OverrideReason { get; init; }

    internal bool IsOfTwoMedicines => Doses.Select(d => d.Drug).Distinct().Count() > 1;

    /// <summary>Which days this dose is for.</summary>
    internal string Days
    {
        get
        {
            var from = Since is { } since ? $"From {since.WithWeekday()}." : "Now.";
            if (Until is { } last)
                return $"{from} Last day: {last.WithWeekday()}. Then take a new paper.";
            if (HeldUntil is { } held)
                return $"{from} Stay on this dose. Your clinic looks again on {held.WithWeekday()}.";
            if (!GoesOn)
                return $"{from} You stay on this dose.";
            return NextNotBefore is { } next
                ? $"{from} To {next.AddDays(-1).WithWeekday()} at least. Then stay on it until your clinic says when."
                : $"{from} Stay on it until your clinic says when.";
        }
    }
}
