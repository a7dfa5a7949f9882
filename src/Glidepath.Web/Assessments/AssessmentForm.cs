using System.Globalization;
using Glidepath.Application.Assessments;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;

namespace Glidepath.Web.Assessments;

/// <summary>A scale as it was posted. An item without a tile is unanswered, and never zero.</summary>
internal sealed class AssessmentForm(IFormCollection posted)
{
    public const string Skip = "skip";

    /// <summary>How far back a filling-in may be dated.</summary>
    private const int DaysBack = 366;

    /// <summary>By place: what a file calls its items may not be an id.</summary>
    public static string Field(Instrument instrument, Item item) => $"item-{instrument.Items.TakeWhile(i => i.Id != item.Id).Count() + 1}";

    public string? this[string field] => posted[field] is { Count: > 0 } values ? values[0] : null;

    public Filling Read(Instrument instrument, bool forPatient, DateOnly today, Guid? amends, FieldErrors errors)
    {
        var answers = new Dictionary<string, int>();
        foreach (var item in Shown(instrument, forPatient))
        {
            if (this[Field(instrument, item)] is not { Length: > 0 } given || given == Skip)
                continue;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && item.Accepts(score))
                answers[item.Id] = score;
            else
                errors.Add(
                    Field(instrument, item),
                    $"{item.Text}: expected one of {string.Join(", ", item.Anchors.Select(a => a.Score).Order())}."
                );
        }
        var finish = this["go"] is "finish" or "finish-open";
        if (finish && answers.Count == 0 && !errors.Any)
            errors.Add(Field(instrument, instrument.Items[0]), AssessmentsText.T["NothingWasAnsweredYetAnswerOneOrMoreOr"]);
        var reason = this["reason"]?.Trim();
        if (reason?.Length > 2_000)
            errors.Add("reason", AssessmentsText.T["WhyItIsCorrectedAtMost2000Characters"]);
        else if (amends is not null && finish && string.IsNullOrEmpty(reason))
            errors.Add("reason", AssessmentsText.T["WriteWhyTheEntryIsCorrectedItStaysBeside"]);
        return new Filling(
            instrument,
            Day(today, errors),
            answers,
            finish && !errors.Any,
            this["go"] is "finish-open",
            amends,
            reason?.Length > 2_000 ? reason[..2_000] : reason
        );
    }

    public static IEnumerable<Item> Shown(Instrument instrument, bool forPatient) =>
        instrument.Items.Where(i => !forPatient || !i.IsObserved);

    /// <returns>What is wrong with the day; null when it may stand.</returns>
    public static string? Problem(DateOnly on, DateOnly today) =>
        on > today || on < today.AddDays(-DaysBack)
            ? $"Expected a day from {today.AddDays(-DaysBack):yyyy-MM-dd} to {today:yyyy-MM-dd}."
            : null;

    private DateOnly Day(DateOnly today, FieldErrors errors)
    {
        if (this["on"] is not { Length: > 0 } text)
            return today;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on))
            errors.Add("on", AssessmentsText.T["WriteTheDayAsYyyyMMDd"]);
        else if (Problem(on, today) is { } problem)
            errors.Add("on", problem);
        else
            return on;
        return today;
    }
}
