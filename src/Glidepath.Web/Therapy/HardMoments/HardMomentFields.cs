using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Therapy;
using Glidepath.Web.Shared;
using static Glidepath.Web.Therapy.TherapyText;

namespace Glidepath.Web.Therapy;

/// <summary>A hard moment as its forms have it, on the page and in what a phone sealed.</summary>
internal static class HardMomentFields
{
    public static CravingStart Start(FormReader sent) =>
        new(
            sent.Number("strength", 0, CravingEpisode.Strongest, T["StrengthLower"]) ?? Missing(sent, "strength", T["ChooseHowStrongItIs"]),
            Own(sent, "place"),
            Own(sent, "with"),
            sent.Words("set-off", Recorded.ShortText),
            Near(sent)
        );

    /// <param name="minutes">Since it began, by the clock of the host; null where the phone says.</param>
    public static CravingStep Step(FormReader sent, decimal? minutes) =>
        new(
            minutes ?? sent.Number("minutes", 0, CravingEpisode.LongestMinutes, T["MinutesWord"]) ?? 0,
            sent.Number("strength", 0, CravingEpisode.Strongest, T["StrengthLower"]),
            EnumWords.Read<CravingEnd>(sent["end"] ?? "") ?? CravingEnd.NotKnown,
            EnumWords.Read<CravingWay>(sent["way"] ?? "") ?? CravingWay.NotSaid,
            Own(sent, "did")
        );

    /// <summary>The field that a refusal speaks of.</summary>
    public static string FieldOf(string rule) =>
        rule switch
        {
            _ when rule.StartsWith("craving.place", StringComparison.Ordinal) => "place-own",
            _ when rule.StartsWith("craving.with", StringComparison.Ordinal) => "with-own",
            _ when rule.StartsWith("craving.set-off", StringComparison.Ordinal) => "set-off",
            _ when rule.StartsWith("craving.did", StringComparison.Ordinal) => "did-own",
            _ => "strength",
        };

    /// <summary>What was typed goes before what was tapped.</summary>
    public static string? Own(FormReader sent, string name) =>
        sent.Words($"{name}-own", Recorded.ShortText) ?? sent.Words(name, Recorded.ShortText);

    private static NearDose Near(FormReader sent) => EnumWords.Read<NearDose>(sent["near-dose"] ?? "") ?? NearDose.NotSaid;

    private static int Missing(FormReader sent, string field, string says)
    {
        if (sent.Errors.Of(field) is null)
            sent.Errors.Add(field, says);
        return 0;
    }
}
