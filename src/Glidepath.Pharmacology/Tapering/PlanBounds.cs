using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Tapering;

/// <summary>How long a plan may be. Nobody is served by decades of dates, and a page of them takes a host's memory. Program rules.</summary>
public static class PlanBounds
{
    /// <summary>Ten years, as long as a level is computed for.</summary>
    public const int MostDays = 3652;

    /// <summary>Lines of supply: a product handed out each day for more than five years, or two for half of that.</summary>
    public const int MostFills = 2000;

    /// <summary>Before anything is written of it.</summary>
    /// <returns>Null where it is within both.</returns>
    internal static Refusal? Exceeded(PlanDraft draft)
    {
        var days = draft.Days.Sum(s => s.Days ?? 0);
        if (days > MostDays)
            return new Refusal(
                BindingLimit.Length,
                Sentence.Of(
                    "refusal.too-long",
                    ("pace", draft.Request.Pace.Words),
                    ("years", Math.Round(days / 365.25m)),
                    ("most", MostDays / 365)
                ),
                ["would-do.larger-step", "would-do.shorter-interval"]
            );
        var fillDays = draft.Request.FillDays;
        var fills = draft.Days.Sum(s =>
            ((s.Days ?? 0) + fillDays - 1) / fillDays * s.Doses.SelectMany(d => d.Dose.Makeup).Select(m => m.Product).Distinct().Count()
        );
        return fills > MostFills
            ? new Refusal(
                BindingLimit.Length,
                Sentence.Of("refusal.too-many-fills", ("days", fillDays), ("fills", fills), ("most", MostFills)),
                ["would-do.longer-supply"]
            )
            : null;
    }
}
