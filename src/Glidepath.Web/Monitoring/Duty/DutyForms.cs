using System.Globalization;
using Glidepath.Application.Monitoring;
using Glidepath.Application.Shared;
using Glidepath.Treatment;
using Glidepath.Treatment.Monitoring;
using Glidepath.Web.Shared;
using static Glidepath.Web.Monitoring.Duty.DutyText;

namespace Glidepath.Web.Monitoring.Duty;

/// <summary>How rotations and overrides are asked for in a form.</summary>
internal static class DutyForms
{
    private const string Moment = "yyyy-MM-ddTHH:mm";

    /// <summary>By rule of the domain.</summary>
    private static readonly Dictionary<string, string> OverrideFields = new()
    {
        ["duty.override.order"] = "o-to-day",
        ["duty.override.long"] = "o-to-day",
        ["duty.override.past"] = "o-to-day",
        ["duty.override.far"] = "o-from-day",
        ["duty.override.role"] = "o-role",
        ["duty.override.unable"] = "o-account",
        ["duty.override.nobody"] = "o-account",
        ["duty.override.not-yours"] = "o-account",
    };

    /// <returns>Where an empty shift is filled: the form with its duty and its time.</returns>
    public static string Fill(DutyStretch gap, TimeZoneInfo zone)
    {
        var (from, to) = (Local(gap.From, zone), Local(gap.To, zone));
        var last = (from.Day.AddDays(DutyOverride.MostDays), from.Time);
        return $"/duty/change?role={gap.Role}&from={Written(from)}&to={Written(to.CompareTo(last) < 0 ? to : last)}#override";
    }

    /// <summary>As <see cref="Fill"/> wrote it.</summary>
    /// <returns>Nulls where it was something else.</returns>
    public static (string? Day, string? Time) Asked(string? moment) =>
        DateTime.TryParseExact(moment, Moment, CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? (moment![..10], moment[11..])
            : (null, null);

    public static RotationTerms Rotation(FormReader sent) =>
        new(
            sent.Needed<DutyRole>("role", T["ChooseADuty"]),
            NeededWords(sent, "shift", DutyRotation.LongestShift, T["EnterANameForTheShift"]),
            sent.NeededTime("starts"),
            sent.NeededTime("ends"),
            sent.Flags<DutyDays>("days"),
            sent.NeededDay("from"),
            sent.Day("until"),
            [.. Turns.Select(sent.Id).OfType<Guid>()],
            sent.Number("every", 1, DutyRotation.MostEveryDays, T["DaysWord"]) ?? 0
        );

    public static OverrideTerms Override(FormReader sent)
    {
        var account = sent["o-account"];
        if (account is null)
            sent.Errors.Add("o-account", T["ChooseWhoTakesIt"]);
        return new(
            sent.Needed<DutyRole>("o-role", T["ChooseADuty"]),
            sent.NeededDay("o-from-day"),
            sent.NeededTime("o-from-time"),
            sent.NeededDay("o-to-day"),
            sent.NeededTime("o-to-time"),
            // What is no account is one that cannot have the duty, and never nobody.
            account is Nobody
                ? null
                : sent.Id("o-account") ?? Guid.Empty,
            NeededWords(sent, "o-why", 200, T["SayWhy"])
        );
    }

    /// <summary>Nobody at all: an answer, unlike none.</summary>
    public const string Nobody = "nobody";

    public static IEnumerable<string> Turns => Enumerable.Range(1, DutyRotation.MostInTurn).Select(n => $"turn{n}");

    public static string FieldOfRotation(string rule) =>
        rule.Split('.') is ["duty", "rotation", var field and ("days" or "from" or "until" or "every"), ..] ? field
        : rule.StartsWith("duty.rotation.turn", StringComparison.Ordinal) ? "turn1"
        : "shift";

    public static string FieldOfOverride(string rule) => OverrideFields.GetValueOrDefault(rule, "o-why");

    /// <summary>Clinicians to choose from, each with their role.</summary>
    public static IEnumerable<Choice> People(DutyView view, IEnumerable<DutyRole> duties) =>
        view
            .People.Where(p => p.Duty is { } duty && duties.Contains(duty))
            .Select(p => new Choice($"{p.Id}", T["WithComma", p.Name, T[RoleWords.Of(p.Duty!.Value.Needs())]]));

    public static IEnumerable<Choice> Duties(IEnumerable<DutyRole> duties) => duties.Select(d => new Choice($"{d}", d.InWords()));

    private static string? NeededWords(FormReader sent, string field, int longest, string message)
    {
        if (sent[field] is null)
            sent.Errors.Add(field, message);
        return sent.Words(field, longest);
    }

    private static (DateOnly Day, TimeOnly Time) Local(DateTime utc, TimeZoneInfo zone) =>
        (LocalDay.Of(utc, zone), LocalTime.Of(utc, zone));

    private static string Written((DateOnly Day, TimeOnly Time) local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local.Day:yyyy-MM-dd}T{local.Time:HH:mm}");
}
