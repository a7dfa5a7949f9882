using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>Each dose of the plan once, largest first: the number, the pieces, the words. The one place that names the medicine.</summary>
internal static class HowToMake
{
    private const float Number = 92, Pieces = 230;

    public static void Add(Flow flow, TaperPlan plan, float width)
    {
        var doses = plan.LivedSteps().SelectMany(s => s.Doses).Select(d => d.Dose).DistinctBy(d => d.Dose).OrderByDescending(d => d.Dose).ToList();
        var heading = Block.Stack(
            Block.Space(14),
            Block.Heading("How to make each dose", width),
            Block.Text([new Span("Medicine: "), Span.Strong(plan.Request.Drug.Name), new Span(". " + Legend(plan, doses))], width, 14),
            Block.Space(6));
        var header = Block.Stack(
            Block.Row((0, Block.Text("Dose", Number, 14, Face.Strong)), (Number, Block.Text("Pieces", Pieces, 14, Face.Strong)), (Number + Pieces + 12, Block.Text("In words", 200, 14, Face.Strong))),
            Block.Space(2),
            Block.Rule(width, 1.5f));
        flow.Table(heading, header, doses.Select(d => Row(d, width)));
    }

    private static Block Row(MakeableDose dose, float width)
    {
        var words = Block.Text(Sig.For(dose), width - Number - Pieces - 12, 14);
        var pieces = DoseDrawing.Of(dose, Pieces);
        var number = Block.Text($"{dose.Dose}{Typography.Joint}=", Number, 16, Face.Strong);
        var height = Math.Max(Math.Max(words.Height, pieces.Height), number.Height);
        return Block.Stack(
            Block.Space(5),
            Block.Row(
                (0, number.Padded((height - number.Height) / 2)),
                (Number, pieces.Padded((height - pieces.Height) / 2)),
                (Number + Pieces + 12, words.Padded((height - words.Height) / 2))),
            Block.Space(5),
            Block.Rule(width, 0.5f));
    }

    /// <summary>Only what this plan draws.</summary>
    private static string Legend(TaperPlan plan, IReadOnlyList<MakeableDose> doses)
    {
        var products = doses.SelectMany(d => d.Makeup).Select(m => m.Product).Distinct().ToList();
        var legend = new List<string>();
        if (doses.Any(d => d.SplitPieces > 0))
            legend.Add("Split only tablets with a line. The dashed part is not in this dose.");
        if (products.Any(p => p.Form is ProductForm.OrallyDisintegratingTablet))
            legend.Add("A double ring is an orally disintegrating tablet: it melts in the mouth. Do not split it.");
        if (products.FirstOrDefault(p => p.IsLiquid) is { } liquid)
        {
            var syringe = OralSyringe.ThreeMilliliter;
            legend.Add($"Measure the liquid with a {syringe.Name} marked every {SafeNumber.Write(syringe.MarkMl)} mL.");
            if (doses.SelectMany(d => d.Makeup).Any(m => m.Product == liquid && m.Count > syringe.CapacityMl))
                legend.Add($"More than {SafeNumber.Write(syringe.CapacityMl)} mL is more than one filling.");
            if (liquid.BeyondUseDays is { } days)
                legend.Add($"It keeps {PaperWords.Days(days)} after it is made. Shake well.");
        }
        legend.Add("Keep it locked up, away from children.");
        return string.Join(' ', legend);
    }
}
