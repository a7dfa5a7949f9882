using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Each dose of some steps once, largest first: the number, the pieces, the words; then what to do with pieces and liquid.
/// </summary>
internal static class HowToMake
{
    private const float Size = Typography.Least,
        Icon = 17;

    public static Block Heading(float width) => Block.Stack(Block.Text("How to make each dose", width, 14, Face.Heading), Block.Space(3));

    public static IReadOnlyList<MakeableDose> Doses(IEnumerable<TaperStep> steps) =>
        Doses(steps.SelectMany(s => s.Doses).Select(d => d.Dose));

    public static IReadOnlyList<MakeableDose> Doses(IEnumerable<MakeableDose> doses) =>
        [.. doses.DistinctBy(d => string.Join('+', d.Makeup)).OrderByDescending(d => d.Dose)];

    /// <summary>Small outlines where they tell the products apart, else larger ones with their strengths.</summary>
    public static IEnumerable<Block> Rows(IReadOnlyList<MakeableDose> doses, float width)
    {
        var number = doses.Max(d => Faces.Width(DoseText(d), Face.Strong, Size)) + 6;
        return doses.Select(d => PieceIcon.Tells(doses) ? Small(d, number, width) : Large(d, number, width));
    }

    /// <summary>What to do with them: only what these doses need.</summary>
    public static Block Rules(IReadOnlyList<MakeableDose> doses, float width) => Block.Text(Rules(doses), width, Size).Padded(2);

    private static string DoseText(MakeableDose dose) => $"{(DayBox.IsMeasured(dose) ? DayBox.Number(dose) : dose.Dose)} =";

    private static Block Small(MakeableDose dose, float number, float width)
    {
        var icons = PieceIcon.Line(dose, Icon, out var wide);
        return Row(dose, icons, wide, number, width);
    }

    private static Block Large(MakeableDose dose, float number, float width)
    {
        var most = (width - number) / 2;
        return Row(dose, DoseDrawing.Of(dose, most), most, number, width);
    }

    private static Block Row(MakeableDose dose, Block pieces, float wide, float number, float width)
    {
        var words = Block.Text(PlanInWords.Make(dose), width - number - wide - 8, Size);
        var label = Block.Text(Typography.Joined(DoseText(dose)), number, Size, Face.Strong);
        var height = Math.Max(Math.Max(words.Height, pieces.Height), label.Height);
        return Block
            .Row(
                (0, label.Padded((height - label.Height) / 2)),
                (number, pieces.Padded((height - pieces.Height) / 2)),
                (number + wide + 8, words.Padded((height - words.Height) / 2))
            )
            .Padded(0.5f, 0.5f);
    }

    private static string Rules(IReadOnlyList<MakeableDose> doses)
    {
        var products = doses.SelectMany(d => d.Makeup).Select(m => m.Product).Distinct().ToList();
        var rules = new List<string>();
        if (doses.Any(d => d.SplitPieces > 0))
            rules.Add("Split only a tablet with a line. The dashed part isn't in this dose.");
        if (products.Any(p => p.Form is ProductForm.OrallyDisintegratingTablet))
            rules.Add("Dry hands for the melting tablet; let it melt on your tongue. Don't split it.");
        if (products.FirstOrDefault(p => p.IsLiquid) is { } liquid)
            rules.Add(
                $"The liquid is {Typography.Joined(liquid.StrengthText)}. Shake it "
                    + $"well.{(liquid.BeyondUseDays is { } days ? $" It keeps {PaperWords.Days(days)} after it's made." : "")}"
            );
        if (products.Any(p => p.IsTold()))
            rules.Add("A product here was named by you: check it with your pharmacist.");
        rules.Add("Lock it all away from children.");
        return string.Join(' ', rules);
    }
}
