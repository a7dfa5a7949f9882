using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace Glidepath.Paper.Tapering;

/// <summary>
/// A plan as an iCalendar file: one all-day entry on the first day of each step. Titles name no drug and no dose, since they show on locked
/// screens; no alarm before a version is approved.
/// </summary>
public static class PlanCalendar
{
    public static string Write(TaperPlan plan, SafetyText safety)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Glidepath//Plan//EN" };
        if (plan.Change is { } change)
            foreach (var (number, stage) in change.Stages.Index())
                calendar.Events.Add(
                    Entry(
                        plan,
                        $"Stage {number + 1} (DRAFT, NOT APPROVED)",
                        stage.Start,
                        string.Join("; ", stage.Doses.Select(d => $"{d.Drug} {d.Dose} {d.Time.Phrase()}")),
                        safety
                    )
                );
        foreach (var step in plan.Steps.Where(s => s.Days != 0))
            calendar.Events.Add(
                Entry(
                    plan,
                    $"Plan step {step.Number} (DRAFT, NOT APPROVED)",
                    step.Start,
                    $"{plan.Request.Drug}, {Sig.For(step).InWords()}",
                    safety
                )
            );
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Entry(TaperPlan plan, string summary, DateOnly day, string doses, SafetyText safety)
    {
        var number = summary.Split(' ').First(w => char.IsAsciiDigit(w[0]));
        var (start, next) = (Day(day), Day(day.AddDays(1)));
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{safety.Draft}\n{safety.DoNotStop}\n{(plan.Findings.Any(f => f.Severity is Severity.CareFirst) ? "Care comes first: read the findings of the plan before anything else.\n" : "")}{(plan.Request.OverrideInForce is { } reason ? $"Override: {reason}\n" : "")}Proposed "
                + $"from this day: {doses}.\n{safety.WhoToCall}"
        );
        return new CalendarEvent
        {
            // The same plan gives the same file: the stamp and the id come from the plan, not from a clock.
            Uid =
                $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number} {day:O} {description}")))[..24]}@glidepath.invalid",
            DtStamp = new CalDateTime(DateTime.SpecifyKind(plan.BeginsOn.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc)),
            Start = start,
            End = next,
            Summary = summary,
            Description = description,
            Class = "PRIVATE",
            Transparency = TransparencyType.Transparent,
        };
    }

    private static CalDateTime Day(DateOnly day) => new(day);
}
