using Glidepath.Application.Monitoring;
using Glidepath.Treatment.Monitoring;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>A step against what is suggested, or where nothing could be, needs a reason.</summary>
internal static class StepReason
{
    /// <param name="suggestion">Null where part of what it rests on is not open.</param>
    /// <returns>What to say; null where no reason is missing.</returns>
    public static string? Missing(SuggestionView? suggestion, string? why) =>
        string.IsNullOrWhiteSpace(why)
        && suggestion?.Suggestion.Kind is null or SuggestionKind.Hold or SuggestionKind.Call or SuggestionKind.RedFlag
            ? T[suggestion is null ? "NothingCanBeSuggestedSayWhy" : "AnotherThingIsSuggestedSayWhy"]
            : null;
}
