using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Safety;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;

namespace Glidepath.Application.Tapering;

internal static partial class TaperingContributions
{
    /// <summary>By recipe: the drug, what is taken of it, and why the draft was set aside; null while it stands.</summary>
    private static readonly Dictionary<string, (string Drug, string Morning, string Bedtime, string? WhySetAside)> DemoDrafts = new()
    {
        ["first-cut-made"] = ("clonazepam", "0.5 mg", "1 mg", null),
        ["half-way-down"] = ("clonazepam", "0.25 mg", "0.5 mg", "Jun wants to stay on this dose until the move is over."),
    };

    private static readonly DemoEntries InDemo = DemoEntries.One(DemoDrafts, (person, told) => Draft(person, told));

    /// <summary>Asked of the planner, with the answers that a form would have.</summary>
    internal static (TaperPlan Plan, Dictionary<string, string> Answers) Planned(
        string drug,
        string morning,
        string bedtime,
        DateOnly start
    ) =>
        (
            TaperPlanner
                .Plan(
                    new TaperRequest
                    {
                        Drug = BenzodiazepineTable.Find(drug)!,
                        Regimen = Regimen.Read($"{morning} morning, {bedtime} bedtime", out _)!,
                        Start = start,
                        Facts = PatientFacts.None with { Supply = Supply.Prescribed, Indication = Indication.Panic },
                    }
                )
                .Plan!,
            new()
            {
                ["for"] = "panic",
                ["supply"] = "prescribed",
                ["drug"] = drug,
                ["morning"] = morning,
                ["bedtime"] = bedtime,
                ["start"] = start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            }
        );

    private static TaperDraft Draft(DemoPerson person, (string Drug, string Morning, string Bedtime, string? WhySetAside) told)
    {
        const int KeptDaysAgo = 2;
        var (plan, answers) = Planned(told.Drug, told.Morning, told.Bedtime, person.Day(KeptDaysAgo).AddDays(7));
        var by = person.Staff[Role.Prescriber].Id;
        var draft = TaperDraft.Keep(
            person.Episode,
            answers,
            plan,
            CourseWords.Kept.OfStep,
            new Entry(Guid.CreateVersion7(), person.At(KeptDaysAgo), by)
        );
        if (told.WhySetAside is { } why)
            draft.SetAside(why, person.At(1), by);
        return draft;
    }
}
