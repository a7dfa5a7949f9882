using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A dose as small outlines without a number, for a box of the calendar and the words beside it. They are drawn only where each outline
/// means one product: two plain circles of different strengths could be taken for one another.
/// </summary>
internal static class PieceIcon
{
    private const float Gap = 3;

    /// <summary>Up to so many pieces of one kind are each drawn; more are one and a number.</summary>
    private const int DrawnEach = 3;

    private enum Outline
    {
        Circle,
        ScoredCircle,
        DoubleRing,
        Capsule,
        Syringe,
    }

    /// <summary>Whether each outline of these doses means one product.</summary>
    public static bool Tells(IEnumerable<MakeableDose> doses) =>
        doses.SelectMany(d => d.Makeup).Select(m => m.Product).Distinct().GroupBy(Of).All(g => g.Count() == 1);

    /// <summary>In a line as high as <paramref name="size"/>, in points.</summary>
    public static Block Line(MakeableDose dose, float size, out float width)
    {
        var items = dose.Makeup.SelectMany(m => Items(m, size)).ToList();
        width = items.Sum(i => i.Width) + Gap * (items.Count - 1);
        return new Block(
            size,
            (page, x, y) =>
            {
                foreach (var (wide, draw) in items)
                {
                    draw(page, x, y + size / 2);
                    x += wide + Gap;
                }
            }
        );
    }

    private static Outline Of(Product product) =>
        product.Form switch
        {
            _ when product.IsLiquid => Outline.Syringe,
            ProductForm.Capsule or ProductForm.ExtendedReleaseCapsule => Outline.Capsule,
            ProductForm.OrallyDisintegratingTablet => Outline.DoubleRing,
            _ => product.Scoring is Scoring.Unscored ? Outline.Circle : Outline.ScoredCircle,
        };

    private static IEnumerable<(float Width, Action<Page, float, float> Draw)> Items(MakeupItem part, float size)
    {
        if (part.Product.IsLiquid)
        {
            yield return Syringe(size);
            yield break;
        }
        var whole = (int)decimal.Floor(part.Count);
        if (whole > DrawnEach)
        {
            var number = $"{whole}×";
            yield return (
                Faces.Width(number, Face.Body, Typography.Least),
                (page, x, y) => page.Text(number, x, y + Typography.FigureHeight * Typography.Least / 2, Typography.Least)
            );
        }
        for (var i = 0; i < (whole > DrawnEach ? 1 : whole); i++)
            yield return Whole(Of(part.Product), size);
        if (part.Count > whole)
            yield return Part(part.Count - whole, size);
    }

    private static (float, Action<Page, float, float>) Whole(Outline outline, float size)
    {
        var radius = size / 2 - 0.5f;
        return outline is Outline.Capsule
            ? (1.6f * size, (page, x, y) => page.Box(x, y - radius * 0.8f, 1.6f * size, 1.6f * radius, 0.8f * radius, 1.2f))
            : (
                size,
                (page, x, y) =>
                {
                    var centre = x + size / 2;
                    page.Arc(centre, y, radius, weight: 1.2f);
                    if (outline is Outline.DoubleRing)
                        page.Arc(centre, y, radius - 2.2f, weight: 0.8f);
                    if (outline is Outline.ScoredCircle)
                    {
                        page.Line(centre, y - radius, centre, y - 0.35f * radius, 1);
                        page.Line(centre, y + 0.35f * radius, centre, y + radius, 1);
                    }
                }
            );
    }

    /// <summary>Clockwise from three o'clock: the left half begins at six, a quarter at nine. What is not taken is dashed.</summary>
    private static (float, Action<Page, float, float>) Part(decimal part, float size)
    {
        var (from, sweep) = part switch
        {
            0.25m => (180f, 90f),
            0.5m => (90f, 180f),
            _ => (90f, 270f),
        };
        var radius = size / 2 - 0.5f;
        return (
            size,
            (page, x, y) =>
            {
                var centre = x + size / 2;
                page.Arc(centre, y, radius, from, sweep, 1.3f);
                page.Arc(centre, y, radius, from + sweep, 360 - sweep, 0.7f, dashed: true);
                foreach (var degrees in new[] { from, from + sweep })
                {
                    var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
                    page.Line(centre, y, centre + radius * cos, y + radius * sin, 1.2f);
                }
            }
        );
    }

    private static (float, Action<Page, float, float>) Syringe(float size)
    {
        var (barrel, half) = (1.3f * size, 0.3f * size);
        const float Tip = 5,
            Rod = 6;
        return (
            Tip + barrel + Rod,
            (page, x, y) =>
            {
                page.Line(x, y, x + Tip, y, 1.5f);
                page.Box(x + Tip, y - half, barrel, 2 * half, 1, 1.1f);
                for (var mark = x + Tip + 3; mark < x + Tip + barrel - 2; mark += 3)
                    page.Line(mark, y, mark, y + half, 0.6f);
                page.Line(x + Tip + barrel, y, x + Tip + barrel + Rod, y, 1.3f);
                page.Line(x + Tip + barrel + Rod, y - half, x + Tip + barrel + Rod, y + half, 1.3f);
            }
        );
    }
}
