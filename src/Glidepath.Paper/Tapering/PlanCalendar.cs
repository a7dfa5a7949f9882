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
/// screens;
/// no alarm before a version is approved.
/// </summary>
public static class PlanCalendar
{
    public static string Write(TaperPlan plan, SafetyText safety)
    {
        var calendar = new Ical.Net.Calendar { ProductId = "-//Glidepath//Plan//EN" };
        foreach (var step in plan.Steps.Where(s => s.Days != 0))
            calendar.Events.Add(Entry(plan, step, safety));
        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    private static CalendarEvent Entry(TaperPlan plan, TaperStep step, SafetyText safety)
    {
        var (start, next) = (Day(step.Start), Day(step.Start.AddDays(1)));
        var description = string.Create(
            CultureInfo.InvariantCulture,
            $"{safety.Draft}\n{safety.DoNotStop}\n{(plan.Findings.Any(f => f.Severity is Severity.CareFirst) ? "Care comes first: read the findings of the plan before anything else.\n" : "")}{(plan.Request.OverrideInForce is { } reason ? $"Override: {reason}\n" : "")}Proposed from this day: {plan.Request.Drug}, {Sig.For(step)}.\n{safety.WhoToCall}"
        );
        return new CalendarEvent
        {
            // The same plan gives the same file: the stamp and the id come from the plan, not from a clock.
            Uid =
                $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{step.Number} {step.Start:O} {description}")))[..24]}@glidepath.invalid",
            DtStamp = new CalDateTime(DateTime.SpecifyKind(plan.Steps[0].Start.ToDateTime(TimeOnly.MinValue), DateTimeKind.Utc)),
            Start = start,
            End = next,
            Summary = $"Plan step {step.Number} (DRAFT, NOT APPROVED)",
            Description = description,
            Class = "PRIVATE",
            Transparency = TransparencyType.Transparent,
        };
    }

    private static CalDateTime Day(DateOnly day) => new(day);
}
