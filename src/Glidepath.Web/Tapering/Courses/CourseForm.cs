using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Web.Tapering.Courses;

/// <summary>The planner filled in from where a person is in a course: the dose that is taken, and the change that is asked for.</summary>
internal static class CourseForm
{
    /// <summary>What is said of the plan that was, and never of the next one.</summary>
    private static readonly string[] OfThePlan =
    [
        "morning",
        "midday",
        "evening",
        "bedtime",
        "time-5",
        "dose-5",
        "time-6",
        "dose-6",
        "have",
        "start",
        "weeks",
        "choice",
        "reason",
        "pace",
        "step",
        "every",
    ];

    /// <param name="form">The answers that the version in force was planned with, and what the record says since.</param>
    /// <param name="change">slower, smaller, lower, stock, cross-over, back or restart; anything else changes nothing but the dose.</param>
    public static PlannerForm Of(PlannerForm form, CourseFile file, DateOnly today, string change)
    {
        if (!file.Course.State.HasDose() && change is not "restart")
            return form;
        var answers = form.Answers.Where(a => !OfThePlan.Contains(a.Key)).ToDictionary();
        var (percent, days) = Pace(form);
        switch (change)
        {
            case "slower":
                days += 7;
                break;
            case "smaller":
                percent /= 2;
                break;
            case "back":
                (percent, days) = (percent / 2, Math.Clamp(days, CourseFile.LeastDaysBackOn, CourseFile.MostDaysBackOn));
                break;
            case "lower":
                answers["to"] = "lower";
                break;
            case "cross-over":
                answers["choice"] = "cross-over";
                break;
        }
        answers["step"] = SafeNumber.Write(Math.Max(percent, TaperPace.MinStepPercent));
        answers["every"] = $"{Math.Min(days, TaperPace.MaxIntervalDays)}";
        answers["days-per-week"] = "7";
        answers["drug"] = file.Course.Now.Drug;
        // After a gap nobody knows the dose but who sees the person.
        if (change is not "restart" && Step(file, today, change) is { IsStop: false } step && step.Daily.Count == 1)
        {
            answers["drug"] = step.Daily.Keys.Single();
            Fill(answers, step);
        }
        return PlannerForm.Of(answers);
    }

    /// <summary>The dose that is taken; for a step back the last one above it.</summary>
    private static VersionStep Step(CourseFile file, DateOnly today, string change)
    {
        var now = file.Course.Now.On(today);
        return change is "back" ? file.Reached.LastOrDefault(r => r.Daily.Count == 1 && Mg(r, file) > Mg(now, file)) ?? now : now;
    }

    private static decimal Mg(VersionStep step, CourseFile file) => step.Daily.GetValueOrDefault(file.Course.Now.Drug);

    private static (decimal Percent, int Days) Pace(PlannerForm form)
    {
        var asked = form.Pace();
        return (asked?.Step ?? TaperPace.Default.StepPercent, asked?.Days ?? TaperPace.Default.WholeWeeksDays);
    }

    private static void Fill(Dictionary<string, string> answers, VersionStep step)
    {
        var other = 5;
        foreach (var dose in step.Doses.GroupBy(d => d.Time).OrderBy(g => g.Key))
        {
            var amount = new Dose(dose.Sum(d => d.Mg)).ToString();
            if (dose.Key.IsNamed)
                answers[dose.Key.Word()] = amount;
            else if (other <= 6)
            {
                answers[$"time-{other}"] = dose.Key.Clock();
                answers[$"dose-{other++}"] = amount;
            }
        }
    }
}
