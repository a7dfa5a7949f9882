using System.Globalization;
using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Products;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// The box of one day: its date, and at each time what to take, as mg of pieces or mL of a liquid. A thick frame where a step begins. Only
/// an approved plan has boxes to tick.
/// </summary>
/// <param name="Height">In points.</param>
/// <param name="Icons">Whether the pieces are drawn beside the number.</param>
internal sealed record DayBox(CalendarMonth Month, float Width, float Height, bool Icons, bool Ticks)
{
    private const float Pad = 4.5f,
        DateLine = 16,
        DateSize = 14,
        Label = 12,
        LeastDose = 13.5f,
        Icon = 15,
        Tick = 13;

    private const float LeastLine = 17,
        MostLine = 28;

    private readonly IReadOnlyList<TimeOfDay> _times = Month.Times;

    /// <summary>Beside mL, a number of mg says so.</summary>
    private readonly bool _hasLiquid = Month.Steps.Any(s => s.IsLiquid());

    public static float LeastHeight(int times) => DateLine + Math.Max(1, times) * LeastLine + Pad;

    public static float MostHeight(int times) => DateLine + Math.Max(1, times) * MostLine + Pad;

    private float Line => (Height - DateLine - Pad) / Math.Max(1, _times.Count);

    /// <summary>Of a number: larger where a line is high.</summary>
    private float DoseSize => Math.Clamp(Line * 0.8f, 14, 18);

    public void Draw(Page page, DateOnly day, float x, float y)
    {
        page.Box(x, y, Width, Height, weight: 0.8f);
        Date(page, day, x + Pad, y + 2);
        if (Month.StageOn(day) is { } stage)
            Stage(page, stage, day, x, y);
        if (Month.On(day) is not { } step)
        {
            if (day >= Month.Plan.BeginsOn)
                return;
            Hatch(page, x, y + DateLine + LeastLine + 2, Width, Height - DateLine - LeastLine - 2);
            page.Text("as now", x + Pad, y + DateLine + 12, Label);
            return;
        }
        if (step.Start == day)
            First(page, step, x, y);
        if (step.Doses.Count == 0)
            page.Text("no dose", x + Pad, y + DateLine + 13, DateSize);
        else
            for (var i = 0; i < _times.Count; i++)
                Dose(page, step, _times[i], x + Pad, y + DateLine + (i + 0.5f) * Line, Width - 2 * Pad);
    }

    /// <summary>What is measured reads in mL; all else in mg.</summary>
    public static string Number(MakeableDose dose) =>
        IsMeasured(dose) ? $"{SafeNumber.Write(dose.Makeup[0].Count)} mL" : SafeNumber.Write(dose.Dose.Milligrams);

    /// <summary>Whether it is a liquid and nothing else.</summary>
    public static bool IsMeasured(MakeableDose dose) => dose.Makeup is [{ Product.IsLiquid: true }];

    /// <summary>The month stands with the first day of the plan, of a page and of a month.</summary>
    private void Date(Page page, DateOnly day, float x, float y) =>
        page.Text(
            day.ToString(day == Month.Plan.BeginsOn || day == Month.Monday || day.Day == 1 ? "MMM d" : "%d", CultureInfo.InvariantCulture),
            x,
            y + 13,
            DateSize,
            Face.Strong
        );

    /// <summary>While two medicines are taken: the page that has them in full.</summary>
    private void Stage(Page page, CrossOverStage stage, DateOnly day, float x, float y)
    {
        if (stage.Start == day)
        {
            Corner(page, $"stage {Month.Plan.Change!.Stages.Index().First(s => s.Item == stage).Index + 1}*", x, y);
            page.Box(x + 1, y + 1, Width - 2, Height - 2, weight: 3);
        }
        if (stage.From.DailyDose.IsZero)
            return;
        page.Text("See the page", x + Pad, y + DateLine + 13, Label);
        page.Text(ChangeSheet.Title, x + Pad, y + DateLine + 28, Label, Face.Strong);
    }

    private void First(Page page, TaperStep step, float x, float y)
    {
        Corner(
            page,
            step.Number == 0 ? "start"
                : step.Doses.Count == 0 ? "stop*"
                : $"step {step.Number}*",
            x,
            y
        );
        if (step.Number > 0)
            page.Box(x + 1, y + 1, Width - 2, Height - 2, weight: 3);
    }

    private void Corner(Page page, string word, float x, float y)
    {
        var wide = Faces.Width(word, Face.Strong, Label);
        page.Text(word, x + Width - Pad - wide - 4, y + 14, Label, Face.Strong);
        page.Box(x + Width - Pad - wide - 8, y + 3, wide + 8, 15, 7.5f);
    }

    private void Dose(Page page, TaperStep step, TimeOfDay time, float x, float middle, float width)
    {
        var dose = step.Doses.FirstOrDefault(d => d.Time == time)?.Dose;
        var left = x;
        if (Ticks)
        {
            if (dose is not null)
                page.Box(left, middle - Tick / 2, Tick, Tick, 2, 1.2f);
            left += Tick + 4;
        }
        page.Text(time.Abbreviation(), left, Baseline(middle, Label), Label);
        left += _times.Max(t => Faces.Width(t.Abbreviation(), Face.Body, Label)) + 3;
        var number = dose is null ? "none" : $"{Number(dose)}{(_hasLiquid && !IsMeasured(dose) ? " mg" : "")}";
        var (face, most) = dose is null ? (Face.Body, DateSize) : (Face.Strong, DoseSize);
        var icons = 0f;
        // Of a liquid the number already says what is measured.
        if (
            dose is not null
            && Icons
            && dose.Makeup.Any(m => !m.Product.IsLiquid)
            && PieceIcon.Line(dose, Icon, out var wide) is var drawn
            && left + wide + 3 + Faces.Width(number, face, LeastDose) <= x + width
        )
        {
            drawn.Draw(page, left, middle - Icon / 2);
            icons = wide + 3;
        }
        var size = Math.Clamp(most * (x + width - left - icons) / Faces.Width(number, face, most), Label, most);
        page.Text(number, x + width - Faces.Width(number, face, size), Baseline(middle, size), size, face);
    }

    private static float Baseline(float middle, float size) => middle + Typography.FigureHeight * size / 2;

    private static void Hatch(Page page, float x, float y, float width, float height)
    {
        const float Apart = 6;
        for (var at = Apart; at < width + height; at += Apart)
            page.Line(x + Math.Max(0, at - height), y + Math.Min(at, height), x + Math.Min(at, width), y + Math.Max(0, at - width), 0.25f);
    }
}
