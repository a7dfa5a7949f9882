using Glidepath.Application.Medications;
using Glidepath.Treatment;
using Glidepath.Treatment.Medications;
using Glidepath.Web.Shared;
using static Glidepath.Web.Medications.WardText;

namespace Glidepath.Web.Medications;

/// <summary>What is sent of one dose.</summary>
internal static class DoseFields
{
    public static DoseAsked Read(FormReader sent, WardView view, OpenDose open)
    {
        var outcome = sent.Needed<DoseOutcome>("outcome", T["ChooseWhatBecameOfIt"]);
        var pieces = Pieces(sent);
        return new(open.File.Order.Id, open.Dose?.Slot.Day, open.Dose?.Slot.Dose.Minutes, outcome)
        {
            At = sent.TimeOfLastDay("actual", view.Now, view.Zone, sent.IsTicked("paper")),
            GiverId = sent.Id("giver"),
            IsFromPaper = sent.IsTicked("paper"),
            Pieces = pieces,
            Reason = sent.Words("reason", 1_000),
            IsOwnSupply = sent.IsTicked("own"),
            SecondCheckId = sent.Id("second"),
            Despite =
                sent["despite-prescriber"] is { } prescriber || sent.Id("despite-nurse") is not null
                    ? new(sent["despite-prescriber"] ?? "", sent["despite-why"] ?? "", sent.Id("despite-nurse") ?? Guid.Empty)
                    : null,
            Wasted = Wasted(sent, pieces),
        };
    }

    /// <summary>Null where nothing was measured.</summary>
    public static LookAsked? Look(FormReader sent)
    {
        var look = new LookAsked(
            sent.Number("sedation", 0, 3, T["OfSedation"]),
            sent.Number("breaths", 0, 80, T["BreathsAMinute"]),
            sent.Number("pulse", 0, 300, T["BeatsAMinute"]),
            sent.Number("systolic", 0, 350, T["MmHg"]),
            sent.Number("diastolic", 0, 250, T["MmHg"]),
            sent.Number("oxygen", 0, 100, T["PercentWord"])
        );
        return look == LookAsked.Nothing ? null : look;
    }

    public static string FieldOf(string rule) =>
        rule switch
        {
            _ when rule.StartsWith("piece", StringComparison.Ordinal) => "product",
            _ when rule.StartsWith("dose.reason", StringComparison.Ordinal) => "reason",
            _ when rule.StartsWith("dose.despite.prescriber", StringComparison.Ordinal) => "despite-prescriber",
            _ when rule.StartsWith("dose.despite", StringComparison.Ordinal) => "despite-why",
            "dose.look" => "sedation",
            "dose.withhold" => "outcome",
            "dose.second-check" => "second",
            "dose.same-person" or "dose.staff" or "dose.giver" => "giver",
            "dose.wasted" => "wasted",
            "dose.future" or "dose.early" or "dose.long-ago" or "dose.paper.old" or "dose.gap" or "dose.next-is-due" => "actual",
            _ when rule.StartsWith("vital", StringComparison.Ordinal) => "sedation",
            _ => "outcome",
        };

    public static IReadOnlyList<GivenPiece>? Pieces(FormReader sent)
    {
        try
        {
            return sent["product"] is { } text ? GivenPiece.Read(text) : null;
        }
        catch (RuleViolationException broken)
        {
            sent.Errors.Add("product", broken.Message);
            return null;
        }
    }

    private static WastedPiece? Wasted(FormReader sent, IReadOnlyList<GivenPiece>? pieces)
    {
        if (sent["wasted"] is null)
            return null;
        var count = sent.Decimal("wasted") ?? 0;
        if (sent.Id("witness") is { } witness)
            return new(pieces is [{ Product: var product }, ..] ? product : "", count, witness);
        sent.Errors.Add("witness", T["ChooseTheWitness"]);
        return null;
    }
}
