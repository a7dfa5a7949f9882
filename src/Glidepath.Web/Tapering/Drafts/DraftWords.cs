using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Tapering;
using static Glidepath.Web.Tapering.TaperingText;

namespace Glidepath.Web.Tapering.Drafts;

/// <summary>How a kept draft is named and dated, wherever it is shown.</summary>
internal static class DraftWords
{
    public static string Title(DraftedTaper plan) => T["DraftTitle", plan.Drug, SafeNumber.Write(plan.FromMg), plan.Goal()];

    public static string Kept(TaperDraft draft, IReadOnlyDictionary<Guid, string> names, TimeZoneInfo zone) =>
        string.Join(
            " · ",
            new[]
            {
                T["FromTo", draft.Plan.Begins.Day(), draft.Plan.Ends.Day()],
                T["DraftKeptBy", zone.Day(draft.RecordedAt), names.GetValueOrDefault(draft.RecordedBy, "?")],
                draft is { SetAsideAt: { } at, SetAsideBy: { } by }
                    ? T["DraftSetAsideBy", zone.Day(at), names.GetValueOrDefault(by, "?")]
                    : null,
            }.OfType<string>()
        );
}
