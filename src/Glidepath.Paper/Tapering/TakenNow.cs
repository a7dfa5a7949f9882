using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>What a person takes now, and what the plan begins with where that is something else.</summary>
public static class TakenNow
{
    /// <summary><c>2 mg morning, extended-release</c>; <c>1 mg bedtime, on 5 days a week</c>; as a rule the regimen of the plan.</summary>
    public static string Of(TaperRequest request)
    {
        if (request.AsTaken is not { } taken)
            return Times(request.Regimen);
        var days = SpreadDays(request) is { } some ? $", on {some} days a week" : "";
        return $"{Times(taken)}{(request.IsChangedFromExtendedRelease ? ", extended-release" : "")}{days}";
    }

    /// <summary><c>2 mg a day</c>; <c>5 mg a week</c> where it is not taken every day.</summary>
    public static string Amount(TaperRequest request) =>
        SpreadDays(request) is null ? $"{(request.AsTaken ?? request.Regimen).DailyDose} a day" : $"{Week(request)} a week";

    /// <summary>For a clinician; null where the plan begins with what is taken.</summary>
    public static string? BeginsWith(TaperRequest request) =>
        request.AsTaken is null ? null
        : request.IsChangedFromExtendedRelease
            ? $"The plan begins with a change to plain tablets, {Times(request.Regimen)}: the prescriber's "
                + $"decision.{(SpreadDays(request) is null ? "" : $" {Spread(request)}.")}"
        : $"{Spread(request)}: {Times(request.Regimen)} every day.";

    /// <summary>The same, said to the person.</summary>
    public static string? ForPatients(TaperRequest request)
    {
        if (request.AsTaken is null)
            return null;
        var (now, day) = (Times(request.AsTaken, t => t.Phrase()), Times(request.Regimen, t => t.Phrase()));
        var begins = request.IsChangedFromExtendedRelease
            ? $"Now you take an extended-release medicine: {now}{(SpreadDays(request) is { } days ? $", on {days} days a week" : "")}. "
                + $"This plan begins with plain tablets instead: {day}."
            : $"Now you take {now}, on {request.Facts.DaysPerWeek} days a week. "
                + $"{Spread(request).Replace("The plan", "This plan", StringComparison.Ordinal)}: {day}, every day.";
        return $"{begins} Don't change over on your own: your prescriber decides whether and when.";
    }

    private static string Spread(TaperRequest request)
    {
        var week = Week(request);
        var isRounded = week.Milligrams != 7 * request.Regimen.DailyDose.Milligrams;
        return $"The plan spreads the week's {week} over 7 days{(isRounded ? ", rounded down" : "")}";
    }

    /// <summary><c>0.5 mg morning, 1 mg bedtime</c>.</summary>
    internal static string Times(Regimen regimen) => Times(regimen, t => t.Name());

    private static string Times(Regimen regimen, Func<TimeOfDay, string> name) =>
        string.Join(", ", regimen.Times.Select(t => $"{regimen[t]} {name(t)}"));

    private static Dose Week(TaperRequest request) => new(request.AsTaken!.DailyDose.Milligrams * request.Facts.DaysPerWeek!.Value);

    /// <summary>Null where the plan does not spread a week.</summary>
    private static int? SpreadDays(TaperRequest request) =>
        request is { AsTaken: { } taken, Facts.DaysPerWeek: >= 4 and <= 6 and var days } && taken.DailyDose != request.Regimen.DailyDose
            ? days
            : null;
}
