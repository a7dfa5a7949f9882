using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A plan for whoever prescribes and dispenses it, a line a fill: tablets first, then the liquid with the syringe of each line. Not a
/// prescription until the prescriber signs. A usual taper takes two pages.
/// </summary>
public static class PharmacySheet
{
    private const float Margin = 30,
        Size = 10.25f,
        Least = Typography.LeastForStaff;

    private const int MostAcross = 5;

    /// <param name="approval">Null prints DRAFT on every page.</param>
    /// <param name="of">Whose plan it is; null leaves lines to write on.</param>
    public static PrintedDocument Lay(TaperPlan plan, SafetyText safety, Approval? approval = null, OrderPerson? of = null)
    {
        var size = PageSize.LetterPortrait;
        var frame = new PaperFrame(size, Margin, Least, number => Foot(safety, approval, number, size.Width - 2 * Margin));
        var (width, names) = (frame.Width, new ProductNames(plan));
        var flow = frame.Begin(Head(plan, safety, approval, of, width), Later(safety, approval, of, width));
        if (CareFirstWords.Frame(plan, width, 13, _ => [], (f, w) => Block.Text(OrderNotes.Said(f), w, Size).Padded(2)) is { } care)
            flow.Add(care, Block.Space(6));
        if (of?.ClockIn is { } place)
            flow.Add(
                Block.Text($"Times of doses are by the clock in {place}, where the patient is.", width, Size, Face.Strong),
                Block.Space(6)
            );
        if (approval is not null)
            flow.Add(
                Block.Text(
                    "Decided: the first line. Each later line is planned, its date the earliest: fill it only after the prescriber "
                        + "confirms the step.",
                    width,
                    Size,
                    Face.Strong
                ),
                Block.Space(6)
            );
        Summary(flow, plan, width);
        if (plan.Change is { } change)
        {
            ChangeOrder.Add(flow, change, Heading($"First: the change to {change.To.Name}", width), width);
            Bullets(flow, "", ChangeOrder.Notes(change), width);
        }
        var steps = plan.LivedSteps().ToList();
        var pieces = steps.TakeWhile(s => !s.IsLiquid()).ToList();
        var liquid = steps.Skip(pieces.Count).ToList();
        // A stop or a goal without any liquid before it belongs to the pieces.
        if (!liquid.Any(s => s.IsLiquid()))
            (pieces, liquid) = (steps, []);
        if (pieces.Count > 0)
            Pieces(flow, new OrderTable(plan, pieces, names, approval, width), plan, pieces, isFirstOfTwo: liquid.Count > 0, width);
        Bullets(flow, "Before the first fill", OrderNotes.BeforeTheFirstFill(plan), width);
        Whole(flow, plan, width);
        if (liquid.Count > 0)
            Liquid(flow, new OrderTable(plan, liquid, names, approval, width), plan, liquid, isSecond: pieces.Count > 0, width);
        Signature(flow, plan, width);
        foreach (var notice in of?.Notices ?? [])
            flow.Add(Block.Space(8), Block.Text(notice, width, Least));
        return new PrintedDocument("Order sheet", plan.BeginsOn, frame.Finish());
    }

    private static Block Head(TaperPlan plan, SafetyText safety, Approval? approval, OrderPerson? of, float width)
    {
        const float Mark = 168;
        var to =
            plan.Steps[^1].Doses.Count == 0
                ? "zero"
                : $"{plan.Steps[^1].DailyDose}, {(plan.Ends is PlanEnd.StockLimit ? "where these products end" : "to stay on")}";
        var steps = plan.Steps.Count(s => s.Number > 0 && !s.DailyDose.IsZero);
        var whole =
            $"{(plan.Change is { } first ? $"{first.From.Name} {first.Taken.DailyDose} a day to {first.To.Name} " : "")}{plan.Steps[0].DailyDose} "
            + $"a day to {to}, {plan.BeginsOn.Short()} to {plan.EndsOn.Short()}: about "
            + $"{Counted.Weeks(plan.WholeDays)}{(plan.Change is null ? "" : " with the change")}, "
            + $"{Counted.Of(steps, "step")}{(plan.Steps[^1].Doses.Count == 0 ? ", then stop" : "")}";
        var left = Block.Stack(
            Block.Text(
                plan.Change is { } change
                    ? $"Order sheet: change to {change.To.Name}, taper"
                    : $"Order sheet: {plan.Request.Drug.Name} taper",
                width - Mark - 8,
                18,
                Face.Heading
            ),
            Block.Text(whole, width - Mark - 8, Size)
        );
        return Block.Stack(
            Block.Row(
                (0, left),
                (width - Mark, Block.Stack(Status(safety, approval, Mark), Block.Text("No signature, no order.", Mark, Least).Padded(2)))
            ),
            Block.Space(6),
            Two(width, "Patient", "Date of birth", of?.Patient, of?.Born?.Short()),
            Two(width, "Prescriber", "DEA no. / NPI", of?.Prescriber),
            Two(width, "Clinic address", "Phone"),
            Two(width, "Pharmacy", "Allergies"),
            Block.Space(7)
        );
    }

    /// <summary>A page that is parted from the first still says whose it is.</summary>
    private static Block Later(SafetyText safety, Approval? approval, OrderPerson? of, float width)
    {
        const float Mark = 168,
            Born = 150;
        var name = width - Mark - Born - 24;
        return Block.Stack(
            Block.Row(
                (0, Blank.Line("Patient", name, Size, Face.Body, of?.Patient).Padded(6)),
                (name + 12, Blank.Line("Date of birth", Born, Size, Face.Body, of?.Born?.Short()).Padded(6)),
                (width - Mark, Status(safety, approval, Mark))
            ),
            Block.Space(8)
        );
    }

    private static Block Status(SafetyText safety, Approval? approval, float width) =>
        Block.Framed(
            w => Block.Text(approval is null ? safety.DraftMark : $"Approved plan, version {approval.Version}", w, 11, Face.Strong),
            width,
            5,
            1.8f
        );

    private static Block Two(float width, string left, string right, string? onLeft = null, string? onRight = null)
    {
        const float Between = 22;
        var half = (width - Between) / 2;
        return Block
            .Row((0, Blank.Line(left, half, Size, Face.Body, onLeft)), (half + Between, Blank.Line(right, half, Size, Face.Body, onRight)))
            .Padded(5);
    }

    private static void Summary(Flow flow, TaperPlan plan, float width)
    {
        var request = plan.Request;
        var worst = plan.WorstStep;
        var largest = worst.Number == 0 ? "The stop is the only cut." : $"Largest: {worst.ShortCut()} (step {worst.Number}).";
        var rows = new List<(string, string)>
        {
            (
                "Drug",
                plan.Change is { } change
                    ? $"{Now(change.From, TakenNow.Times(change.Taken), $"{change.Taken.DailyDose} a day")} Then {request.Drug.Name} "
                        + $"(C-IV)."
                    : $"{Now(request.Drug, TakenNow.Of(request), TakenNow.Amount(request))}{(TakenNow.BeginsWith(request) is { } begins ? $" {begins}" : "")}"
            ),
            ("Pace", $"{Asked(plan)} {largest} Guideline: {plan.Verdicts[0].RuleSet.Name}."),
            (
                "Refills",
                $"0 on each line: one line is one fill. Schedule IV: no fill or refill after {FillPlanner.MaxMonths} months from "
                    + $"the date of issue, 5 refills at most (21 CFR 1306.22). State law may be stricter."
            ),
        };
        if (request.OverrideInForce is { } reason)
            rows.Add(("Override", $"The pace is above the guideline's ceiling. Reason given: {reason}"));
        const float Label = 56;
        flow.Add([
            Block.Rule(width, 1.5f),
            Block.Space(3),
            .. rows.Select(r =>
                Block.Row((0, Block.Text(r.Item1, Label, Size, Face.Strong)), (Label, Block.Text(r.Item2, width - Label, Size)))
            ),
            Block.Space(3),
            Block.Rule(width, 1.5f),
            Block.Space(6),
        ]);
    }

    private static string Now(Benzodiazepine drug, string taken, string amount) => $"{drug.Name} (C-IV). Taken now: {taken} ({amount}).";

    /// <summary>The pace as it was asked for: a larger cut is named beside it, so it is no upper limit.</summary>
    private static string Asked(TaperPlan plan) =>
        plan.Route switch
        {
            TaperRoute.Hypnotic => $"Every marketed strength in turn, {plan.WeeksOnEach} on each.",
            TaperRoute.Short => "A week on each dose, after less than 4 weeks of use.",
            _ when plan.IsSteeredByMilligrams =>
                $"The steps in mg of {plan.Request.Policy.Name}, every {plan.Request.Pace.WholeWeeksDays} days.",
            _ => $"{Percents(plan.Request.Pace.Words.InWords())}, in whole weeks; longer after a larger cut.",
        };

    /// <summary>American text sets no space before the sign.</summary>
    private static string Percents(string text) => text.Replace(" %", "%", StringComparison.Ordinal);

    private static void Pieces(Flow flow, OrderTable table, TaperPlan plan, IReadOnlyList<TaperStep> steps, bool isFirstOfTwo, float width)
    {
        var first = IssueSet.Of(plan);
        var set = first.Count == 0 ? "" : $"Issue set 1: date of issue {first[0].IssuedOn.Short()}, fills until {first[0].Until.Short()}.";
        var title = steps.SelectMany(s => s.Products).Any(p => p.Unit == "capsule") ? "capsules" : "tablets";
        var heading = Heading(isFirstOfTwo ? $"First phase: {title}" : Letters.Capital(title), width, set);
        table.Add(flow, heading);
        Bullets(flow, "", OrderNotes.OfPieces(plan), width);
    }

    private static void Liquid(Flow flow, OrderTable table, TaperPlan plan, IReadOnlyList<TaperStep> steps, bool isSecond, float width)
    {
        var liquid = steps.SelectMany(s => s.Products).First(p => p.IsLiquid);
        var set =
            !isSecond && IssueSet.Of(plan) is [var first, ..]
                ? $" Issue set 1: date of issue {first.IssuedOn.Short()}, fills until {first.Until.Short()}."
                : "";
        var heading = Block.Stack(
            Heading(isSecond ? "Second phase: liquid" : "Liquid", width),
            Block.Text(OrderNotes.Liquid(plan, liquid) + set, width, Size),
            Block.Space(3)
        );
        // Whole on the second page where it would run over to it anyway and fits there with what stands under it.
        const float Under = 75;
        var whole = heading.Height + table.Height;
        if (flow.Pages.Count == 1 && whole > flow.Room && whole + Under <= flow.LaterRoom)
            flow.NewPage();
        table.Add(flow, heading);
        Bullets(flow, "", [OrderNotes.OfLiquid], width);
    }

    private static void Bullets(Flow flow, string heading, IEnumerable<string> texts, float width) =>
        flow.Table(heading.Length == 0 ? Block.Space(3) : Heading(heading, width), Block.Space(0), texts.Select(t => Bullet(t, width)));

    private static Block Bullet(string said, float width)
    {
        const float Indent = 10;
        var text = Block.Text(said, width - Indent, Size);
        return new Block(
            text.Height,
            (page, x, y) =>
            {
                page.Arc(x + 3, y + Size * 0.65f, 1.2f, weight: 2.2f);
                text.Draw(page, x + Indent, y);
            }
        );
    }

    private static void Whole(Flow flow, TaperPlan plan, float width)
    {
        const float Height = 30;
        var isHome = plan.Fills.Any(f => f.FromHand > 0);
        var fills = plan.Fills.Count(f => f.ToDispense > 0);
        List<(string Name, string Number)> cells =
        [
            .. FillPlanner
                .Totals(plan.Fills)
                .Select(t =>
                    (
                        $"{ProductNames.Short(t.Product)}{(t.FromHand > 0 ? $", {OrderTable.Amount(t.FromHand, t.Product)} at home" : "")}",
                        OrderTable.Amount(t.ToDispense, t.Product)
                    )
                ),
        ];
        // What is at home takes a line of the page: these two stand in the heading then.
        if (!isHome)
            cells.Add(("Fills · days", $"{fills} · {plan.TotalDays}"));
        var across = Math.Min(cells.Count, MostAcross);
        var wide = width / across;
        flow.Table(
            Heading(
                plan.Change is not null ? "Whole taper, the change not counted"
                    : isHome ? $"Whole plan, to dispense: {Counted.Of(fills, "fill")}, {Counted.Of(plan.TotalDays, "day")}"
                    : "Whole plan",
                width
            ),
            Block.Space(0),
            cells
                .Chunk(across)
                .Select(row => new Block(
                    Height + 2,
                    (page, x, y) =>
                    {
                        for (var i = 0; i < row.Length; i++)
                        {
                            var left = x + i * wide;
                            page.Box(left, y, wide, Height, 0, 1);
                            Block.Text(row[i].Name, wide - 8, Least).Draw(page, left + 6, y + 2);
                            Block.Text(row[i].Number, wide - 8, 13, Face.Strong).Draw(page, left + 6, y + 14);
                        }
                    }
                ))
        );
    }

    private static void Signature(Flow flow, TaperPlan plan, float width)
    {
        const float Right = 190;
        var sets = string.Join(new string(Typography.Joint, 3), IssueSet.Of(plan).Select(s => s.Number));
        var left = width - Right - 20;
        flow.Add(
            Block.Space(10),
            Block.Row(
                (0, Blank.Line("Prescriber's signature", left, Size, Face.Body)),
                (left + 20, Blank.Line("Date of issue", Right, Size, Face.Body))
            ),
            Block.Space(9),
            Block.Row(
                (0, Blank.Line($"Issue set (circle): {sets}", left, Size, Face.Body)),
                (left + 20, Blank.Line("Next review", Right, Size, Face.Body))
            )
        );
    }

    /// <param name="beside">On the line of the heading, at its right.</param>
    private static Block Heading(string text, float width, string beside = "")
    {
        const float High = 13;
        var at = Faces.Width(text, Face.Heading, High) + 14;
        return Block.Stack(
            Block.Space(6),
            Block.Row((0, Block.Text(text, width, High, Face.Heading)), (at, Block.Text(beside, width - at, Size).Padded(4))),
            Block.Space(2)
        );
    }

    private static Block Foot(SafetyText safety, Approval? approval, string number, float width)
    {
        var wide = Faces.Width(number, Face.Body, Least) + 2;
        var said = approval is null ? safety.Draft : approval.ToString();
        return Block.Stack(
            Block.Space(3),
            Block.Rule(width, 0.7f),
            Block.Space(1),
            Block.Row(
                (0, Block.Text($"{said} Not a prescription until signed.", width - wide - 8, Least)),
                (width - wide, Block.Text(number, wide, Least))
            ),
            Block.Text($"{safety.DoNotStop} {safety.WhoToCall}", width, Least)
        );
    }
}

/// <summary>Whose plan an order sheet is.</summary>
/// <param name="Prescriber">Who planned it, or prints it; nobody has signed yet.</param>
/// <param name="Notices">What must go with it where it leaves a record.</param>
public sealed record OrderPerson(string Patient, DateOnly? Born, string Prescriber, IReadOnlyList<string> Notices)
{
    /// <summary>Where the doses are taken, if the clock there is another than the program's.</summary>
    public string? ClockIn { get; init; }
}
