using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Medications.Supply;

/// <summary>What is looked at before medicine is handed out.</summary>
/// <param name="BreathAlcohol">Grams in 210 L of breath; null where it was not measured.</param>
public sealed record SupplyCheck(bool IsAwake, bool LooksSedated, bool LooksIntoxicated, decimal? BreathAlcohol = null)
{
    private const decimal HighestReading = 0.6m;

    /// <summary>Any alcohol that was measured leaves it to the prescriber. Program rule: no source that was read gives a number.</summary>
    /// <exception cref="RuleViolationException"><c>supply.breath</c>: the reading cannot be.</exception>
    public bool MayBeSupplied() =>
        BreathAlcohol is < 0m or > HighestReading
            ? throw new RuleViolationException("supply.breath", ("given", BreathAlcohol), ("most", HighestReading))
            : IsAwake && !LooksSedated && !LooksIntoxicated && BreathAlcohol is null or 0m;
}

/// <summary>Medicine was not handed out: the prescriber knows the same day, and the person is seen by the next.</summary>
/// <param name="Told">The prescriber who was told.</param>
/// <param name="ToldOn">In the zone of the program, as the other days.</param>
/// <param name="SeenNextOn">When the person is seen next.</param>
public sealed record NotSupplied(string? Told, DateOnly? ToldOn, DateOnly? SeenNextOn)
{
    /// <exception cref="RuleViolationException"><c>supply.told.…</c>, <c>supply.next.…</c>: one of them is missing.</exception>
    public NotSupplied Checked(DateOnly today) =>
        ToldOn != today ? throw new RuleViolationException("supply.told.same-day", ("today", today))
        : SeenNextOn is null || SeenNextOn < today || SeenNextOn > today.AddDays(1)
            ? throw new RuleViolationException("supply.next.by-tomorrow", ("today", today), ("tomorrow", today.AddDays(1)))
        : this with { Told = Recorded.Required(Told, "supply.told") };
}
