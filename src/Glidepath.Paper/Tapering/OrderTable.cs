using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// Steps of a plan, a line a fill: when, how much a day, the cut in both percentages, what is taken at each time, the product, its quantity
/// and days.
/// Steps of one liquid alone have its syringe in place of the product.
/// </summary>
internal sealed class OrderTable
{
    public const float Size = 10;

    private const float Head = 10,
        Pad = 1.2f,
        Gap = 6;

    private const float StepWide = 31,
        FillOn = 60,
        Daily = 48,
        Cut = 78,
        Quantity = 44,
        Days = 26;

    private const int MostColumns = 2;

    private readonly TaperPlan _plan;
    private readonly IReadOnlyList<TaperStep> _steps;
    private readonly IReadOnlyList<TimeOfDay> _times;
    private readonly ProductNames _names;
    private readonly string _first;
    private readonly bool _isOneLiquid;
    private readonly float _width,
        _product,
        _time;

    public OrderTable(TaperPlan plan, IReadOnlyList<TaperStep> steps, ProductNames names, Approval? approval, float width)
    {
        (_plan, _steps, _names, _width) = (plan, steps, names, width);
        _first = approval is null ? "Start" : "Now";
        _times = [.. plan.Times().Where(t => steps.Any(s => !s.Regimen[t].IsZero))];
        _isOneLiquid = steps.SelectMany(s => s.Products).Distinct().ToList() is [{ IsLiquid: true }];
        _product =
            !_isOneLiquid ? 70
            : steps.SelectMany(s => s.Doses).SelectMany(d => d.Dose.Makeup).Any(m => m.Syringe?.Fillings(m.Count) > 1) ? 104
            : 56;
        var room = width - StepWide - FillOn - Daily - Cut - _product - Quantity - Days;
        _time = _times.Count is 0 or > MostColumns ? room : room / _times.Count;
    }

    public void Add(Flow flow, Block heading)
    {
        var issued = IssueSet.Of(_plan).Skip(1).ToLookup(s => s.FirstStep);
        flow.Table(heading, Header(), _steps.Select(s => Block.Stack([.. issued[s.Number].Select(Again), Step(s)])));
    }

    /// <summary>Of every row, in points.</summary>
    public float Height => Header().Height + _steps.Sum(s => Step(s).Height);

    /// <summary>Three times and more share one column: each would be too narrow.</summary>
    private bool IsShared => _times.Count > MostColumns;

    private float TimeAt(int i) => StepWide + FillOn + Daily + Cut + Gap + i * _time;

    private float ProductAt => _width - Days - Quantity - _product;

    private Block Header()
    {
        var cells = new List<(float, Block)>
        {
            (0, Bold("Step", StepWide)),
            (StepWide, Bold("Fill on", FillOn)),
            Right("A day", StepWide + FillOn + Daily - 2),
            Right("Cut, % of", StepWide + FillOn + Daily + Cut),
            Right("current / original", StepWide + FillOn + Daily + Cut, line: 1),
            (ProductAt, Bold(_isOneLiquid ? "Oral syringe" : "Product", _product - Gap)),
            Right("Quantity", _width - Days),
            Right("Days", _width),
        };
        if (IsShared)
            cells.Add((TimeAt(0), Bold("By mouth", _time - Gap)));
        else
            cells.AddRange(
                _times.Select((t, i) => (TimeAt(i), Block.Stack(Bold($"{Letters.Capital(t.Name())},", _time), Bold("by mouth", _time))))
            );
        return Block.Stack(InColumns(Tag.HeaderCell, cells), Block.Space(2), Block.Rule(_width, 1.5f));

        static Block Bold(string text, float width) => Block.Text(text, width, Head, Face.Strong);
        static (float, Block) Right(string text, float right, int line = 0) =>
            RightOf(text, right, Head, Face.Strong, line * Head * Typography.Leading);
    }

    /// <summary>
    /// What stands in a column is one cell of it. Read aloud, the step comes first, with its dose, its cut and what is taken; then the
    /// fill,
    /// with its date, product, quantity and days.
    /// </summary>
    private Block InColumns(Tag kind, IEnumerable<(float X, Block Block)> parts)
    {
        float[] columns =
        [
            0,
            StepWide,
            StepWide + FillOn,
            StepWide + FillOn + Daily,
            .. Enumerable.Range(0, IsShared ? 1 : _times.Count).Select(TimeAt),
            ProductAt,
            _width - Days - Quantity,
            _width - Days,
        ];
        var cells = parts.ToLookup(p => columns.Count(c => c <= p.X + 0.01f) - 1);
        int[] aloud = [0, .. Enumerable.Range(2, columns.Length - 5), 1, columns.Length - 3, columns.Length - 2, columns.Length - 1];
        return Block.Cells(kind, [.. aloud.Select(c => (0f, cells[c].Any() ? Block.Row([.. cells[c]]) : Block.Space(0)))]);
    }

    /// <summary>A date of issue covers six months of lines.</summary>
    private Block Again(IssueSet set) =>
        Block.Stack(
            Block
                .Text($"Issue again on or after {set.IssuedOn.Short()}: fills until {set.Until.Short()}", _width, Head, Face.Strong)
                .Padded(Pad, Pad)
                .Tagged(Tag.Cell)
                .Tagged(Tag.Row),
            Block.Rule(_width, 1)
        );

    private Block Step(TaperStep step)
    {
        var name =
            step.Number == 0 ? _first
            : step.Doses.Count == 0 ? "Stop"
            : $"{step.Number}";
        var cells = new List<(float, Block)>
        {
            (0, Block.Text(name, StepWide, Size, Face.Strong)),
            RightOf(step.DailyDose.ToString(), StepWide + FillOn + Daily - 2, Size, Face.Strong),
            RightOf(
                step.Number == 0 ? "no cut" : step.ShortCut(),
                StepWide + FillOn + Daily + Cut,
                Size,
                step.Findings.Any(f => f.Severity is Severity.Breach) ? Face.Strong : Face.Body
            ),
        };
        if (step.Doses.Count == 0)
            cells.Add((TimeAt(0), Block.Text("none from this day on", 120, Size)));
        else if (IsShared)
            cells.Add(
                (TimeAt(0), Block.Text([.. step.Doses.SelectMany((d, i) => Shared(d, i == step.Doses.Count - 1))], _time - Gap, Size))
            );
        else
            cells.AddRange(
                _times.Select(
                    (t, i) =>
                        (
                            TimeAt(i),
                            step.Doses.FirstOrDefault(d => d.Time == t) is { } dose
                                ? Taken(dose.Dose)
                                : Block.Text("none", _time - Gap, Size)
                        )
                )
            );
        var fills = Fills(step);
        return Block.Stack(
            Block.Space(Pad),
            Block.Row([.. fills.Select((fill, i) => (0f, InColumns(Tag.Cell, i == 0 ? cells.Concat(fill) : fill)))]),
            Block.Space(Pad),
            Block.Rule(_width, step.Number == _plan.Steps[^1].Number ? 1.5f : 0.5f)
        );
    }

    /// <summary>A line of the table each; the first stands beside the step.</summary>
    private List<List<(float, Block)>> Fills(TaperStep step)
    {
        var fills = _plan.Fills.Where(f => f.Step == step.Number).ToList();
        var lines = new List<List<(float, Block)>>();
        var y = 0f;
        for (var i = 0; i < fills.Count; i++)
        {
            var fill = fills[i];
            var line = new List<(float, Block)>();
            if (i == 0 || fills[i - 1].From != fill.From)
                line.Add((StepWide, Block.Text(fill.From.Short(), FillOn, Size).Padded(y)));
            // The line under it has the columns of quantity and days too, which are filled on the first line alone.
            var what = Block.Stack(
                Block.Text(_isOneLiquid ? Syringes(step, "") : Product(step, fill.Product), _product - Gap, Size),
                fill.FromHand > 0 ? Block.Text(AtHome(fill), _product + Quantity + Days, Size) : Block.Space(0)
            );
            line.Add((ProductAt, what.Padded(y)));
            line.Add(RightOf(Amount(fill.ToDispense, fill.Product), _width - Days, Size, Face.Strong, y));
            var days = (fill.To.DayNumber - fill.From.DayNumber + 1).ToString(CultureInfo.InvariantCulture);
            line.Add(RightOf(days, _width, Size, Face.Strong, y));
            lines.Add(line);
            y += what.Height + 1;
        }
        if (lines.Count > 0)
            return lines;
        lines.Add([(StepWide, Block.Text(step.Start.Short(), FillOn, Size))]);
        if (step.End is null && step.Doses.Count > 0)
            lines[0].Add((ProductAt, Block.Text("to stay on: not counted", _product + Quantity + Days, Size)));
        return lines;
    }

    private static string AtHome(Fill fill) =>
        fill.ToDispense == 0 ? "from home, 0 to dispense" : Typography.Joined($"{Amount(fill.FromHand, fill.Product)} at home");

    private static string Product(TaperStep step, Product product) =>
        product.IsLiquid ? $"{ProductNames.Short(product)}, {Syringes(step, " syringe")}" : ProductNames.Short(product);

    /// <summary>
    /// Each syringe of the step once, smallest first: <c>1 mL, 3 mL</c>; with how often it is filled where a dose is more than it holds.
    /// </summary>
    /// <param name="word">Behind each size.</param>
    private static string Syringes(TaperStep step, string word) =>
        string.Join(
            ", ",
            step.Doses.SelectMany(d => d.Dose.Makeup)
                .Where(m => m.Product.IsLiquid)
                .Select(m => (m.Syringe!.CapacityMl, Times: m.Syringe.Fillings(m.Count)))
                .Distinct()
                .Order()
                .Select(s =>
                    Typography.Joined($"{SafeNumber.Write(s.CapacityMl)} mL{word}")
                    + (s.Times > 1 ? $", filled {Typography.Joined($"{s.Times} times")}" : "")
                )
        );

    /// <summary>Pieces or a volume with the mg beside it; one whole piece says its mg itself.</summary>
    private Block Taken(MakeableDose dose)
    {
        var made = Span.Strong(_names.Pieces(dose));
        return Block.Text(IsOneWholePiece(dose) ? [made] : [made, new Span($" ({dose.Dose})")], _time - 4, Size);
    }

    private static bool IsOneWholePiece(MakeableDose dose) => dose.Makeup is [{ Product.IsLiquid: false, Count: 1 }];

    private IEnumerable<Span> Shared(TimedDose dose, bool isLast) =>
        [
            new($"{dose.Time.Abbreviation()} "),
            Span.Strong(_names.Pieces(dose.Dose)),
            new($"{(IsOneWholePiece(dose.Dose) ? "" : $" ({dose.Dose.Dose})")}{(isLast ? "" : "; ")}"),
        ];

    /// <summary>A count of pieces, or mL with their unit.</summary>
    public static string Amount(decimal count, Product product) =>
        Typography.Joined($"{SafeNumber.Write(count)}{(product.IsLiquid ? " mL" : "")}");

    private static (float, Block) RightOf(string text, float right, float size, Face face, float down = 0)
    {
        var joined = Typography.Joined(text);
        var wide = Faces.Width(joined, face, size);
        return (right - wide, Block.Text(joined, wide + 2, size, face).Padded(down));
    }
}
