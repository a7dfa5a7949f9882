using System.Globalization;
using System.Text.Json.Serialization;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Patients;

namespace Glidepath.Treatment.Medications;

public enum MedicationRoute
{
    Oral,
    Sublingual,
    Buccal,
    Intranasal,
    Inhaled,
    Intramuscular,
    Intravenous,
    Subcutaneous,
    Transdermal,
    Rectal,
}

/// <summary>Why a benzodiazepine may be ordered as needed at all (WA Health, read second-hand: none inside a taper but these).</summary>
public enum RescueKind
{
    None,
    Seizure,

    /// <summary>By the score of a scale for alcohol withdrawal.</summary>
    AlcoholWithdrawal,
}

/// <summary>One dose of the day.</summary>
/// <param name="Minutes">After midnight, where the program is.</param>
/// <param name="Amount">In the unit of the order.</param>
/// <param name="Pieces">What it is made of; empty where the order leaves that to who gives it.</param>
public sealed record OrderDose(int Minutes, decimal Amount, IReadOnlyList<GivenPiece> Pieces)
{
    private static readonly string[] Clocks = ["HH:mm", "H:mm", "HHmm"];

    [JsonIgnore]
    public TimeOnly Time => new(Minutes / 60, Minutes % 60);

    /// <summary>
    /// Reads times of the day with commas between, on a clock of 24 hours; a time may have an amount of its own: "08:00, 14:00, 22:00 10".
    /// </summary>
    /// <param name="amount">Of each time that has none of its own.</param>
    /// <exception cref="RuleViolationException"><c>order.times.unread</c></exception>
    public static IReadOnlyList<OrderDose> Read(string? text, decimal amount)
    {
        var written = Recorded.Optional(text, "order.times") ?? "";
        return [.. written.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(t => One(t, amount))];
    }

    private static OrderDose One(string text, decimal amount)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (
            parts.Length > 2
            || !TimeOnly.TryParseExact(parts[0], Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            || (parts.Length == 2 && !decimal.TryParse(parts[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out amount))
        )
            throw new RuleViolationException("order.times.unread", ("given", text.Length > 40 ? text[..40] : text));
        return new((time.Hour * 60) + time.Minute, amount, []);
    }
}

/// <summary>A dose that is given when it is needed.</summary>
/// <param name="LeastGapMinutes">From one to the next.</param>
/// <param name="MostADay">In any 24 hours.</param>
/// <param name="EffectMinutes">After how long somebody looks whether it helped.</param>
public sealed record AsNeededTerms(
    decimal Amount,
    int LeastGapMinutes,
    int MostADay,
    int EffectMinutes,
    RescueKind Rescue = RescueKind.None
);

/// <summary>What a prescriber orders to be given on the ward.</summary>
/// <param name="Drug">A benzodiazepine by the name in the engine's table.</param>
/// <param name="Unit">Of each amount: mg, mL, tablet and the like.</param>
/// <param name="Doses">In the order of the day; none for an order as needed.</param>
/// <param name="Indication">What for.</param>
public sealed record OrderDetails(
    string Drug,
    string Unit,
    IReadOnlyList<OrderDose> Doses,
    MedicationRoute Route,
    string Indication,
    AsNeededTerms? AsNeeded = null
)
{
    public const int MostTimes = 12,
        MostAsNeededADay = 24,
        LeastGap = 15,
        MostGap = 7 * 24 * 60,
        LeastEffect = 10,
        MostEffect = 24 * 60,
        MostRescueDays = 7;

    public const decimal MostAmount = 10_000;

    /// <summary>The version of the taper that it was written from, and the step there; null for an order of its own.</summary>
    public OrderedStep? From { get; init; }

    /// <summary>The prescriber asks for sedation and breathing rate before each dose of it, whatever it is.</summary>
    public bool AskLook { get; init; }

    [JsonIgnore]
    public Benzodiazepine? Benzodiazepine => BenzodiazepineTable.Find(Drug);

    /// <summary>Sedation and breathing rate are looked at before each dose.</summary>
    [JsonIgnore]
    public bool NeedsLook => AskLook || IsSedative(Drug);

    public static bool IsSedative(string drug) =>
        SecondSedative.Read(drug).Any()
        || InteractionTable.IsOneOf(drug, InteractionTable.Opioids)
        || InteractionTable.IsOneOf(drug, InteractionTable.Barbiturates);

    /// <exception cref="RuleViolationException"><c>order.…</c>: a field is missing, too long or cannot be.</exception>
    public OrderDetails Checked()
    {
        var drug = Recorded.Required(Drug, "order.drug");
        var told = this with
        {
            Drug = BenzodiazepineTable.Find(drug)?.Name ?? drug,
            Unit = Recorded.Required(Unit, "order.unit", 20),
            Indication = Recorded.Required(Indication, "order.indication"),
            Doses = [.. Doses.OrderBy(d => d.Minutes)],
        };
        if (!Enum.IsDefined(Route))
            throw new RuleViolationException("order.route");
        if (told.Doses.Count == 0 == AsNeeded is null)
            throw new RuleViolationException("order.times");
        if (told.Doses.Count > MostTimes)
            throw new RuleViolationException("order.times.most", ("most", MostTimes), ("given", told.Doses.Count));
        if (told.Doses.Any(d => d.Minutes is < 0 or >= 24 * 60) || told.Doses.DistinctBy(d => d.Minutes).Count() != told.Doses.Count)
            throw new RuleViolationException("order.times.twice");
        foreach (var amount in told.Doses.Select(d => d.Amount).Append(AsNeeded?.Amount ?? 1))
            CheckAmount(amount);
        if (AsNeeded is { } terms)
            Check(terms, told.Benzodiazepine is not null);
        return told;
    }

    internal static void CheckAmount(decimal amount)
    {
        if (amount is <= 0 or > MostAmount || decimal.Round(amount, 4) != amount)
            throw new RuleViolationException("order.amount", ("given", SafeNumber.Write(amount)), ("most", MostAmount));
    }

    private static void Check(AsNeededTerms terms, bool isBenzodiazepine)
    {
        if (terms.LeastGapMinutes is < LeastGap or > MostGap)
            throw new RuleViolationException("order.gap", ("least", LeastGap), ("given", terms.LeastGapMinutes));
        if (terms.MostADay is < 1 or > MostAsNeededADay)
            throw new RuleViolationException("order.most-a-day", ("most", MostAsNeededADay), ("given", terms.MostADay));
        if (terms.EffectMinutes is < LeastEffect or > MostEffect)
            throw new RuleViolationException("order.effect", ("least", LeastEffect), ("given", terms.EffectMinutes));
        if (isBenzodiazepine && terms.Rescue is RescueKind.None)
            throw new RuleViolationException("order.prn-benzodiazepine");
    }
}

/// <param name="Position">Of the step in it, from 0.</param>
public sealed record OrderedStep(Guid VersionId, int Position);

/// <summary>One product of a dose, and how much of it.</summary>
/// <param name="Product">As it stands on the package: "diazepam 5 mg tablet".</param>
/// <param name="Count">Pieces to the quarter, or mL to the hundredth.</param>
public sealed record GivenPiece(string Product, decimal Count)
{
    public override string ToString() => $"{Product} × {SafeNumber.Write(Count)}";

    /// <summary>Reads what <see cref="ToString"/> writes, several with semicolons between; a piece without a count is one.</summary>
    /// <exception cref="RuleViolationException"><c>piece.…</c></exception>
    public static IReadOnlyList<GivenPiece> Read(string? text)
    {
        var written = Recorded.Optional(text, "piece", 400);
        return written is null
            ? []
            : [.. written.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(One)];
    }

    private static GivenPiece One(string text)
    {
        var cut = text.LastIndexOfAny(['×', '*']);
        if (cut < 0)
            return new(text, 1);
        var product = Recorded.Required(text[..cut], "piece.product");
        if (!decimal.TryParse(text[(cut + 1)..].Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count))
            throw new RuleViolationException("piece.count", ("given", text[(cut + 1)..].Trim()));
        return new(product, CheckCount(product, count));
    }

    private static decimal CheckCount(string product, decimal count)
    {
        var step = IsLiquid(product) ? 0.01m : 0.25m;
        return count > 0 && count <= 1_000 && count % step == 0
            ? count
            : throw new RuleViolationException(step == 0.25m ? "piece.quarters" : "piece.hundredths", ("given", SafeNumber.Write(count)));
    }

    private static bool IsLiquid(string product) => product.Contains("mL", StringComparison.OrdinalIgnoreCase);
}
