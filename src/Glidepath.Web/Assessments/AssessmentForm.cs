using System.Globalization;
using Glidepath.Application.Assessments;
using Glidepath.Application.Shared;
using Glidepath.Treatment.Assessments;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Assessments;

/// <summary>A scale as it was posted. An item without a tile is unanswered, and never zero.</summary>
internal sealed class AssessmentForm(FormReader sent)
{
    public const string Skip = "skip";

    /// <summary>How far back a filling-in may be dated.</summary>
    private const int DaysBack = 366;

    /// <summary>By place: what a file calls its items may not be an id.</summary>
    public static string Field(Instrument instrument, Item item) => $"item-{instrument.Items.TakeWhile(i => i.Id != item.Id).Count() + 1}";

    public Filling Read(Instrument instrument, bool forPatient, DateOnly today, Guid? amends)
    {
        var answers = new Dictionary<string, int>();
        foreach (var item in Shown(instrument, forPatient))
        {
            if (sent[Field(instrument, item)] is not { } given || given == Skip)
                continue;
            if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var score) && item.Accepts(score))
                answers[item.Id] = score;
            else
                sent.Errors.Add(
                    Field(instrument, item),
                    AssessmentsText.T["ExpectedOneOf", item.Text, string.Join(", ", item.Anchors.Select(a => a.Score).Order())]
                );
        }
        var finish = sent["go"] is "finish" or "finish-open";
        if (finish && answers.Count == 0 && !sent.Errors.Any)
            sent.Errors.Add(Field(instrument, instrument.Items[0]), AssessmentsText.T["NothingWasAnsweredYetAnswerOneOrMoreOr"]);
        var reason = sent["reason"];
        if (reason?.Length > 2_000)
            sent.Errors.Add("reason", AssessmentsText.T["WhyItIsCorrectedAtMost2000Characters"]);
        else if (amends is not null && finish && string.IsNullOrEmpty(reason))
            sent.Errors.Add("reason", AssessmentsText.T["WriteWhyTheEntryIsCorrectedItStaysBeside"]);
        return new Filling(
            instrument,
            Day(today),
            answers,
            finish && !sent.Errors.Any,
            sent["go"] is "finish-open",
            amends,
            reason?.Length > 2_000 ? reason[..2_000] : reason
        );
    }

    public static IEnumerable<Item> Shown(Instrument instrument, bool forPatient) =>
        instrument.Items.Where(i => !forPatient || !i.IsObserved);

    /// <returns>What is wrong with the day; null when it may stand.</returns>
    public static string? Problem(DateOnly on, DateOnly today) =>
        on > today || on < today.AddDays(-DaysBack)
            ? AssessmentsText.T["ExpectedADayFromTo", today.AddDays(-DaysBack).Day(), today.Day()]
            : null;

    private DateOnly Day(DateOnly today)
    {
        if (sent.Day("on") is not { } on)
            return today;
        if (Problem(on, today) is not { } problem)
            return on;
        sent.Errors.Add("on", problem);
        return today;
    }
}
