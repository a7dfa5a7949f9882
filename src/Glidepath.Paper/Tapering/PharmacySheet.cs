using Glidepath.Paper.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Paper.Tapering;

/// <summary>A plan for whoever prescribes and dispenses it: directions, prescriptions, every fill, totals. Not a prescription.</summary>
public static class PharmacySheet
{
    private const float Margin = 36, Size = Typography.Least;

    /// <param name="approval">Null prints DRAFT on every page.</param>
    public static PrintedDocument Lay(TaperPlan plan, SafetyText safety, Approval? approval = null)
    {
        var frame = new PaperFrame(PageSize.LetterPortrait, Margin, safety, approval, width => Top(safety, width));
        var flow = frame.NewFlow();
        CareFirst(flow, plan, frame.Width);
        Summary(flow, plan, frame.Width);
        OrderTable.Add(flow, plan, frame.Width);
        FillTable.Add(flow, plan, frame.Width);
        Notes(flow, plan, frame.Width);
        Signature(flow, frame.Width);
        return new PrintedDocument("Order sheet", plan.Steps[0].Start, frame.Finish(flow));
    }

    private static Block Top(SafetyText safety, float width)
    {
        const float Born = 200;
        return Block.Stack(
            Block.Heading("Order sheet", width, 20),
            Block.Text("Not a prescription: the prescriber writes and signs it.", width, Size, Face.Strong),
            Block.Text(safety.DoNotStop, width, Size),
            Block.Space(10),
            Block.Row((0, Blank("Patient", width - Born - 16)), (width - Born, Blank("Date of birth", Born))));
    }

    private static void CareFirst(Flow flow, TaperPlan plan, float width)
    {
        if (CareFirstWords.Frame(plan, width, 16, _ => [], (f, w) => Block.Text(Sourced(f), w, Size).Padded(3)) is { } care)
            flow.Add(care, Block.Space(10));
    }

    private static void Summary(Flow flow, TaperPlan plan, float width)
    {
        var request = plan.Request;
        var weeks = SafeNumber.Write(Math.Round(plan.TotalDays / 7m, 0));
        var rows = new List<(string, string)>
        {
            ("Medicine", request.Drug.Name),
            ("Taken now", $"{request.Regimen} ({request.Regimen.DailyDose} a day)"),
            ("Goal", request.Goal.IsZero ? $"to stop, from {plan.Last} a day" : $"{request.Goal} a day, to stay on"),
            ("Pace", $"at most {request.Pace}"),
            ("Guideline", request.Policy.Name),
            ("Plan", $"{plan.Steps[0].Start.Short()} to {plan.EndsOn.Short()}, about {weeks} weeks, {(plan.Steps.Count == 2 ? "1 step" : $"{plan.Steps.Count - 1} steps")}"),
        };
        if (request.OverrideInForce is { } reason)
            rows.Add(("Override", $"The pace is above the guideline's ceiling. Reason given: {reason}"));
        const float Label = 84;
        flow.Add([.. rows.Select(r => Block.Row((0, Block.Text(r.Item1, Label, Size, Face.Strong)), (Label, Block.Text(r.Item2, width - Label, Size))))]);
    }

    private static void Notes(Flow flow, TaperPlan plan, float width)
    {
        var heading = Block.Stack(Block.Space(14), Block.Heading("To know", width, 16));
        var refills = new Finding("", Severity.Note, $"Schedule IV: at most {5} refills, within {FillPlanner.MaxMonths} months of the date of the prescription. A state may be stricter.", Sources.ControlledRefills);
        // Care first stands on top; the override beside the pace.
        var said = plan.Findings.Where(f => f.Severity is not Severity.CareFirst && f.Rule != "plan.override").OrderByDescending(f => f.Severity).Prepend(refills);
        flow.Table(heading, Block.Space(0), said.Select(f => Said(f, width)));
    }

    private static string Mark(Severity severity) => severity switch
    {
        Severity.CareFirst => "Care first",
        Severity.Breach => "Breach",
        Severity.Finding => "Look at this",
        Severity.Note => "Know",
    };

    internal static Block Said(Finding finding, float width) =>
        Block.Text([Span.Strong($"{Mark(finding.Severity)}: "), new Span(Sourced(finding))], width, Size).Padded(3);

    private static string Sourced(Finding finding)
    {
        var unsure = finding.Confidence switch
        {
            Confidence.Unverified => ", unverified",
            Confidence.Secondary => ", second-hand",
            Confidence.Primary or Confidence.Derived => "",
        };
        return $"{finding.Message} [{finding.Source.Id}{unsure}]";
    }

    private static void Signature(Flow flow, float width)
    {
        var half = (width - 20) / 2;
        flow.Add(
            Block.Space(22),
            Block.Row((0, Blank("Prescriber", half)), (half + 20, Blank("DEA number", half))),
            Block.Space(20),
            Block.Row((0, Blank("Signature", half)), (half + 20, Blank("Date", half))));
    }

    /// <summary>A word and a line to write on.</summary>
    private static Block Blank(string label, float width)
    {
        var wide = Faces.Width(label, Face.Body, Size) + 6;
        var text = Block.Text(label, width, Size);
        return new Block(text.Height, (page, x, y) =>
        {
            text.Draw(page, x, y);
            page.Line(x + wide, y + Size, x + width, y + Size, 0.7f);
        });
    }
}
