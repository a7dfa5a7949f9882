using System.Globalization;
using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Web.Shared;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering;

public sealed partial class PlannerForm
{
    /// <summary>Percent and days, as one answer: <c>20/14</c>.</summary>
    public static string PaceText(decimal step, int days) => $"{SafeNumber.Write(step)}/{days}";

    /// <summary>What was read at a time of day, to be shown back; null where nothing was written or it was not understood.</summary>
    public Dose? Amount(TimeOfDay time) => this[time.Word()] is { } text && TryAmount(text, time, out var dose, out _) ? dose : null;

    /// <summary>What was understood of the amounts of a day, by field.</summary>
    private IEnumerable<(string Field, Dose Dose)> Amounts =>
        TimesOfDay
            .All.Select(t => (Field: t.Word(), Time: t))
            .Concat([(Field: "dose-5", Time: TimeOfDay.Morning), (Field: "dose-6", Time: TimeOfDay.Morning)])
            .SelectMany<(string Field, TimeOfDay Time), (string, Dose)>(f =>
                this[f.Field] is { } text && TryAmount(text, f.Time, out var dose, out _) && dose.Milligrams <= Regimen.MaxMg
                    ? [(f.Field, dose)]
                    : []
            );

    /// <summary>Own numbers count before a pace that was picked. Null where the usual pace is left as it is.</summary>
    public (decimal? Step, int? Days)? Pace() => Pace(FormReader.Of(_answers, new FieldErrors()));

    private (decimal? Step, int? Days)? Pace(FormReader kept)
    {
        var (step, days) = (Number("step", TaperPace.MinStepPercent, 99, kept), kept.Number("every", 1, TaperPace.MaxIntervalDays, "days"));
        if (step is not null || days is not null)
            return (step, days);
        if (this["pace"] is null or "usual")
            return null;
        if (
            this["pace"]!.Split('/') is [var percent, var every]
            && SafeNumber.TryRead(percent, out var picked)
            && picked is >= TaperPace.MinStepPercent and <= 99
            && int.TryParse(every, NumberStyles.None, CultureInfo.InvariantCulture, out var interval)
            && interval is >= 1 and <= TaperPace.MaxIntervalDays
        )
            return (picked, interval);
        kept.Errors.Add("pace", ChooseOne(this["pace"]!));
        return null;
    }

    /// <summary>An amount, or words that a prescription uses for one: <c>1 tablet of 0.5 mg</c>.</summary>
    private static bool TryAmount(string text, TimeOfDay time, out Dose dose, out Sentence? error)
    {
        if (AmountReader.TryRead(text, out dose, out _, out error))
            return true;
        if (
            RegimenReader.Read($"{text} {time.Word()}", out _) is not { } read
            || read.Regimen.Times.Count != 1
            || read.Regimen.Times[0] != time
        )
            return false;
        dose = read.Regimen[time];
        return true;
    }

    private decimal Mg(string name, FormReader kept)
    {
        if (this[name] is not { } text || !Named(name, out var time))
            return 0;
        if (!TryAmount(text, time, out var dose, out var error))
            kept.Errors.Add(name, $"{T[EnterTheDose(name)]} {Why(text, error)}");
        else if (dose.Milligrams > Regimen.MaxMg)
            kept.Errors.Add(name, $"{Said(text)} {T["EnterTheDoseInMilligramsFrom0To", Regimen.MaxMg]}");
        return dose.Milligrams <= Regimen.MaxMg ? dose.Milligrams : 0;
    }

    /// <summary>Up to two doses at times that have no name.</summary>
    private IEnumerable<DraftDose> Others(FormReader kept)
    {
        foreach (var number in new[] { "5", "6" })
        {
            var (time, dose) = ($"time-{number}", $"dose-{number}");
            if (this[time] is null && this[dose] is null)
                continue;
            var at =
                this[time] is { } said && RegimenReader.Read($"1 mg {said}", out _) is { Regimen.Times: [var read] }
                    ? read
                    : (TimeOfDay?)null;
            if (at is null)
                kept.Errors.Add(time, T["EnterTheTimeLike4Pm"]);
            else if (TimesOfDay.All.Contains(at.Value) && this[at.Value.Word()] is not null)
                kept.Errors.Add(time, T["IsTheTimeOfAnotherDose", at.Value.Clock()]);
            else if (this[dose] is not { } text || !TryAmount(text, at.Value, out var taken, out _) || taken.Milligrams > Regimen.MaxMg)
                kept.Errors.Add(dose, T["EnterTheDoseAt", at.Value.Clock()]);
            else
                yield return new DraftDose { At = at.Value.Word(), Mg = taken.Milligrams };
        }
    }

    private static bool Named(string name, out TimeOfDay time) => TimesOfDay.TryRead(name, out time);

    private decimal Goal(FormReader kept)
    {
        if (this["goal"] is not { } text)
        {
            if (this["to"] is "lower")
                kept.Errors.Add("goal", T["EnterTheDailyDoseToEndOnInMilligramsLike"]);
            return 0;
        }
        if (AmountReader.TryRead(text, out var dose, out _, out var error) && dose.Milligrams <= Regimen.MaxMg)
            return dose.Milligrams;
        kept.Errors.Add("goal", $"{T["EnterTheDailyDoseToEndOnInMilligramsLike"]} {Why(text, error)}");
        return 0;
    }

    private decimal? Number(string name, decimal low, decimal high, FormReader kept)
    {
        if (this[name] is not { } text)
            return null;
        if (SafeNumber.TryRead(text.TrimEnd('%').TrimEnd(), out var value) && value >= low && value <= high)
            return value;
        kept.Errors.Add(name, $"{Said(text)} {T["EnterANumberFromTo", SafeNumber.Write(low), SafeNumber.Write(high)]}");
        return null;
    }

    private int? Duration(FormReader kept)
    {
        var days = kept.OneOf("duration-unit", ["days", "weeks", "months", "years"]) switch
        {
            "days" => 1,
            "weeks" => 7,
            "years" => 365,
            _ => 30,
        };
        return kept.Number("duration", 0, 36_500 / days, this["duration-unit"] ?? "months") * days;
    }

    private static string EnterTheDose(string time) =>
        time switch
        {
            "morning" => "EnterTheMorningDose",
            "midday" => "EnterTheNoonDose",
            "evening" => "EnterTheEveningDose",
            _ => "EnterTheBedtimeDose",
        };

    private static string ChooseOne(string text) => $"{Said(text)} {T["ChooseOneOfTheAnswers"]}";

    private static string Said(string text) =>
        Sentence.Of("person.misread.text", ("text", text.Length > 40 ? text[..40] + "…" : text)).InWords();

    /// <summary>Two readings are told; anything else is only said back.</summary>
    private static string Why(string text, Sentence? error) =>
        error?.What() is { Id: "amount.ambiguous" } two ? two.Under("person.amount.ambiguous").InWords() : Said(text);
}
