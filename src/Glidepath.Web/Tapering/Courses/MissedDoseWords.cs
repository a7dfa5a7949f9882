using Glidepath.Treatment.Tapering;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>What a person does about a dose that was not taken, on the phone and on paper.</summary>
internal static class MissedDoseWords
{
    /// <summary>A sentence each; the first and the last matter most.</summary>
    public static IReadOnlyList<string> Of(MissedDoseRow row) =>
        [
            T["NeverTakeADoubleDose"],
            T[row.IsSkipped ? "TheSameNightSkipItIfLessThanSevenHoursAreLeft" : "TheSameDayTakeItIfMoreThanHalfIsLeft"],
            T[row.MayGoOn ? "OneMissedGoOnAndTell" : "OneMissedCallTodayAndGoOn"],
            T["MoreThanOneCallToday"],
            T["NothingForHoursDoNotStartAlone", PlanWords.Every(row.NotAloneAfterHours / 24)],
        ];
}
