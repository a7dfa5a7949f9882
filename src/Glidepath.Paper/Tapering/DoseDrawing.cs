using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A dose as pieces: outlines only, never a real pill's colour. A half is drawn with the other half as a ghost; half of a tablet without a
/// line is never drawn. Read as text it says the same: "2 × 0.5 + ½ of 0.5".
/// </summary>
internal static class DoseDrawing
{
    /// <summary>Of a tablet; a line of syringes alone is lower.</summary>
    public const float Height = 38;

    private const float Gap = 5,
        LineGap = 4,
        Text = Typography.Least;

    /// <summary>Up to so many pieces of one kind are each drawn; more are one and a number.</summary>
    private const int DrawnEach = 2;

    private const float NumberSize = 20;

    /// <summary>The number of mg, large, and the pieces beside it, or under it where the column is narrow.</summary>
    public static Block WithNumber(MakeableDose dose, float width, bool isNarrow)
    {
        var number = Together(Word(SafeNumber.Write(dose.Dose.Milligrams), NumberSize, Face.Strong), Word("="));
        var pieces = dose.Makeup.SelectMany(Items).ToList();
        return isNarrow
            ? Block.Stack(Line([number]), Flowing(Joined(pieces, 0), width))
            : Flowing(Joined([number with { Height = Height }, .. pieces], 1), width);
    }

    /// <summary>The pieces from left to right, on as many lines as the width needs.</summary>
    public static Block Of(MakeableDose dose, float width) => Flowing(Joined([.. dose.Makeup.SelectMany(Items)], 0), width);

    /// <summary>Of the pieces on one line, in points.</summary>
    public static float Width(MakeableDose dose)
    {
        var items = Joined([.. dose.Makeup.SelectMany(Items)], 0).ToList();
        return items.Sum(i => i.Width) + Gap * (items.Count - 1);
    }

    private static Block Flowing(IEnumerable<Item> items, float width)
    {
        var lines = new List<List<Item>> { new() };
        var x = 0f;
        foreach (var item in items)
        {
            if (lines[^1].Count > 0 && x + item.Width > width)
            {
                lines.Add([]);
                x = 0;
            }
            lines[^1].Add(item);
            x += item.Width + Gap;
        }
        return Block.Stack([.. lines.SelectMany((line, i) => new[] { Block.Space(i == 0 ? 0 : LineGap), Line(line) })]);
    }

    private static Block Line(IReadOnlyList<Item> items) =>
        new(
            items.Max(i => i.Height),
            (page, x, y) =>
            {
                foreach (var item in items)
                {
                    item.Draw(page, x, y + items.Max(i => i.Height) / 2);
                    x += item.Width + Gap;
                }
            }
        );

    /// <summary>A plus before each item but the first, held to it so that no line ends with a plus.</summary>
    private static IEnumerable<Item> Joined(IReadOnlyList<Item> items, int leads)
    {
        for (var i = 0; i < items.Count; i++)
            yield return i <= leads ? items[i] : Together(Word("+"), items[i]);
    }

    private static IEnumerable<Item> Items(MakeupItem part)
    {
        var product = part.Product;
        if (product.IsLiquid)
        {
            yield return Syringe($"{SafeNumber.Write(part.Count)} mL");
            yield break;
        }
        var strength = SafeNumber.Write(product.Strength);
        var whole = (int)decimal.Floor(part.Count);
        if (whole > DrawnEach)
            yield return Together(Word($"{whole} ×"), Piece(product, strength));
        else
            for (var i = 0; i < whole; i++)
                yield return Piece(product, strength);
        if (part.Count > whole)
            yield return Together(Part(product, part.Count - whole), Word($"of {strength}"));
    }

    private static Item Piece(Product product, string strength) =>
        product.Form switch
        {
            ProductForm.Capsule or ProductForm.ExtendedReleaseCapsule => Capsule(strength),
            ProductForm.OrallyDisintegratingTablet => Round(
                strength,
                Height / 2,
                (page, x, y) => page.Arc(x, y, Height / 2 - 3, weight: 0.8f)
            ),
            _ when product.Scoring is Scoring.Unscored => Round(strength, Height / 2 - 2, (_, _, _) => { }),
            _ => Round(strength, Height / 2 - 1, (page, x, y) => Score(page, x, y, product.Scoring)),
        };

    private static Item Round(string strength, float radius, Action<Page, float, float> also) =>
        new(
            2 * radius,
            Height,
            (page, x, y) =>
            {
                page.Arc(x + radius, y, radius);
                also(page, x + radius, y);
                Centred(page, strength, x + radius, y);
            }
        );

    /// <summary>The line is drawn short of the number, so that it never reads as a figure one.</summary>
    private static void Score(Page page, float x, float y, Scoring scoring)
    {
        const float Outer = Height / 2 - 1,
            Inner = 9;
        page.Line(x, y - Outer, x, y - Inner);
        page.Line(x, y + Inner, x, y + Outer);
        if (scoring is not Scoring.Quarters)
            return;
        page.Line(x - Outer, y, x - Outer + 3, y);
        page.Line(x + Outer - 3, y, x + Outer, y);
    }

    private static Item Part(Product product, decimal part)
    {
        if (product.Scoring is Scoring.Unscored || (product.Scoring is Scoring.Halves && part != 0.5m))
            throw new ArgumentException($"{product} has no line for {part}.", nameof(product));
        const float Radius = Height / 2;
        // Clockwise from three o'clock: the left half begins at six, a quarter at nine.
        var (from, sweep, label, dx, dy) = part switch
        {
            0.25m => (180f, 90f, "¼", -7.5f, -7f),
            0.5m => (90f, 180f, "½", -8.5f, 0f),
            _ => (90f, 270f, "¾", -8.5f, 0f),
        };
        return new Item(
            2 * Radius,
            Height,
            (page, x, y) =>
            {
                var centre = x + Radius;
                page.Arc(centre, y, Radius, from, sweep);
                page.Arc(centre, y, Radius, from + sweep, 360 - sweep, weight: 0.9f, dashed: true);
                foreach (var degrees in new[] { from, from + sweep })
                {
                    var (sin, cos) = MathF.SinCos(degrees * MathF.PI / 180);
                    page.Line(centre, y, centre + Radius * cos, y + Radius * sin, 1.3f);
                }
                Centred(page, label, centre + dx, y + dy);
            }
        );
    }

    private static Item Capsule(string strength)
    {
        var width = Math.Max(46, Faces.Width(strength, Face.Strong, Text) + 22);
        return new Item(
            width,
            28,
            (page, x, y) =>
            {
                page.Box(x, y - 12, width, 24, 12, 1.3f);
                Centred(page, strength, x + width / 2, y);
            }
        );
    }

    private static Item Syringe(string volume)
    {
        var barrel = Math.Max(54, Faces.Width(volume, Face.Strong, Text) + 14);
        const float Tip = 9,
            Rod = 14,
            Half = 11;
        return new Item(
            Tip + barrel + Rod,
            2 * Half + 4,
            (page, x, y) =>
            {
                page.Box(x, y - 2.5f, Tip, 5, 0, 1.1f);
                page.Box(x + Tip, y - Half, barrel, 2 * Half, 2, 1.3f);
                for (var mark = x + Tip + 6; mark < x + Tip + barrel - 3; mark += 6)
                    page.Line(mark, y + Half - 3, mark, y + Half, 0.8f);
                page.Line(x + Tip + barrel, y, x + Tip + barrel + Rod, y, 2);
                page.Line(x + Tip + barrel + Rod, y - 8, x + Tip + barrel + Rod, y + 8, 2);
                Centred(page, volume, x + Tip + barrel / 2, y - 1);
            }
        );
    }

    private static Item Word(string text, float size = Text, Face face = Face.Body)
    {
        var width = Faces.Width(text, face, size);
        return new Item(
            width,
            size * Typography.Leading,
            (page, x, y) => page.Text(text, x, y + Typography.FigureHeight * size / 2, size, face)
        );
    }

    private static Item Together(Item first, Item second) =>
        new(
            first.Width + Gap + second.Width,
            Math.Max(first.Height, second.Height),
            (page, x, y) =>
            {
                first.Draw(page, x, y);
                second.Draw(page, x + first.Width + Gap, y);
            }
        );

    private static void Centred(Page page, string text, float x, float y) =>
        page.Text(text, x - Faces.Width(text, Face.Strong, Text) / 2, y + Typography.FigureHeight * Text / 2, Text, Face.Strong);

    /// <param name="Draw">With its left end at x and its middle at y.</param>
    private sealed record Item(float Width, float Height, Action<Page, float, float> Draw);
}
