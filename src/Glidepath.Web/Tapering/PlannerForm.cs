using System.Globalization;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tapering;

/// <summary>The answers as they were typed, which is all the planner keeps: they travel in the body of each request and are stored nowhere.</summary>
public sealed class PlannerForm
{
    public static readonly string[] About = ["age", "supply", "seizure", "withdrawal", "alcohol", "opioid", "pregnant", "end-of-life"];

    public static readonly string[] Medicine =
        ["drug", "morning", "midday", "evening", "bedtime", "goal", "every", "step", "start", "splitting", "medicines", "duration", "duration-unit", "days-per-week", "bipolar", "ptsd", "liver"];

    private const int LongestAnswer = 500;

    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);

    private PlannerForm() { }

    public static PlannerForm Empty => new();

    /// <summary>Where a name stands twice the last counts: a button that was pressed stands after what the page kept.</summary>
    public static PlannerForm Read(IFormCollection sent)
    {
        var form = new PlannerForm();
        foreach (var name in About.Concat(Medicine).Append("choice").Append("go"))
            if (sent[name] is { Count: > 0 } values && values[^1]?.Trim() is { Length: > 0 } value)
                form._answers[name] = value.Length > LongestAnswer ? value[..LongestAnswer] : value;
        return form;
    }

    public string? this[string name] => _answers.GetValueOrDefault(name);

    public IEnumerable<KeyValuePair<string, string>> AllBut(IReadOnlyCollection<string> shown) => _answers.Where(a => a.Key is not "go" && !shown.Contains(a.Key));

    /// <summary>What is known before the medicine is: for what must be said first.</summary>
    public DraftFacts AboutFacts(FieldErrors errors)
    {
        var opioid = this["opioid"];
        var treatment = opioid is "treatment";
        return new DraftFacts
        {
            Age = Whole("age", 0, 120, "years", errors),
            Supply = OneOf("supply", ["prescribed", "not-prescribed", "unknown"], errors) switch { "prescribed" => Supply.Prescribed, "not-prescribed" => Supply.NotPrescribed, "unknown" => Supply.Unknown, _ => Supply.NotAsked },
            SeizureHistory = YesNo("seizure", errors),
            SevereWithdrawal = YesNo("withdrawal", errors),
            Alcohol = YesNo("alcohol", errors),
            Opioid = treatment ? Answer.Unknown : AnswerOf(OneOf("opioid", ["yes", "no", "treatment", "unknown"], errors)),
            OpioidTreatment = treatment ? Answer.Yes : opioid is "no" ? Answer.No : Answer.Unknown,
            Pregnant = YesNo("pregnant", errors),
            EndOfLifeCare = YesNo("end-of-life", errors),
        };
    }

    /// <returns>Null when an answer was not understood; what else is wrong is then still read.</returns>
    public DraftPlan? Draft(FieldErrors errors)
    {
        var facts = AboutFacts(errors);
        if (this["drug"] is null)
            errors.Add("drug", "Choose the medicine.");
        var draft = new DraftPlan
        {
            Drug = this["drug"] ?? "",
            Regimen = new DraftRegimen { Morning = Mg("morning", errors), Midday = Mg("midday", errors), Evening = Mg("evening", errors), Bedtime = Mg("bedtime", errors) },
            GoalMg = Mg("goal", errors),
            IntervalDays = Whole("every", 1, TaperPace.MaxIntervalDays, "days", errors) ?? TaperPace.Default.IntervalDays,
            StepPercent = Number("step", TaperPace.MinStepPercent, 99, "%", errors) ?? TaperPace.Default.StepPercent,
            Start = Day("start", errors),
            Splitting = OneOf("splitting", ["yes", "no"], errors) is not "no",
            Facts = facts with
            {
                DurationDays = Duration(errors),
                DaysPerWeek = Whole("days-per-week", 1, 7, "days", errors),
                BipolarOrPsychosis = YesNo("bipolar", errors),
                Ptsd = YesNo("ptsd", errors),
                LiverDisease = YesNo("liver", errors),
                Medicines = this["medicines"]?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            },
        };
        return errors.Any ? null : draft;
    }

    private decimal Mg(string name, FieldErrors errors) => Number(name, 0, Regimen.MaxMg, "mg", errors) ?? 0;

    private decimal? Number(string name, decimal low, decimal high, string unit, FieldErrors errors)
    {
        if (this[name] is not { } text)
            return null;
        var plain = text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) ? text[..^unit.Length].TrimEnd() : text;
        if (SafeNumber.TryRead(plain, out var value) && value >= low && value <= high)
            return value;
        errors.Add(name, $"{Said(text)} Write a number from {SafeNumber.Write(low)} to {SafeNumber.Write(high)}, like 0.5, with a point for decimals.");
        return null;
    }

    private int? Whole(string name, int low, int high, string unit, FieldErrors errors)
    {
        if (this[name] is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= low && value <= high)
            return value;
        errors.Add(name, $"{Said(text)} Write a whole number of {unit} from {low} to {high}.");
        return null;
    }

    private DateOnly? Day(string name, FieldErrors errors)
    {
        if (this[name] is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return day;
        errors.Add(name, $"{Said(text)} Write a date like 2026-12-01: year, month, day.");
        return null;
    }

    private int? Duration(FieldErrors errors)
    {
        var days = OneOf("duration-unit", ["days", "weeks", "months", "years"], errors) switch { "days" => 1, "weeks" => 7, "years" => 365, _ => 30 };
        return Whole("duration", 0, 36_500 / days, this["duration-unit"] ?? "months", errors) * days;
    }

    private Answer YesNo(string name, FieldErrors errors) => AnswerOf(OneOf(name, ["yes", "no", "unknown"], errors));

    private static Answer AnswerOf(string? word) => word switch { "yes" => Answer.Yes, "no" => Answer.No, _ => Answer.Unknown };

    private string? OneOf(string name, string[] accepted, FieldErrors errors)
    {
        if (this[name] is not { } text || accepted.Contains(text))
            return this[name];
        errors.Add(name, $"{Said(text)} Choose one of the answers.");
        return null;
    }

    private static string Said(string text) => $"We read \"{(text.Length > 40 ? text[..40] + "…" : text)}\".";
}
