using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Pharmacology.Units;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tapering;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Tapering;

/// <summary>What the area of tapers hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class TaperingContributions
{
    public static IServiceCollection AddTapering(this IServiceCollection services) =>
        services
            .AddSingleton<PlannerService>()
            .AddScoped<TaperDraftsService>()
            .AddScoped<CoursesService>()
            .AddScoped<RuleCountsService>()
            .AddScoped<CoursePapersService>()
            .AddScoped<CourseLetterService>()
            .AddScoped<OwnCourseService>()
            .HandOver(OnTimeline, DecidedOnTimeline, AskedOnTimeline)
            .HandOver(CourseLeftOut.Prepend(NotOnToday))
            .HandOver(Decide)
            .HandOver(StepsAhead)
            .HandOver(Taken)
            .HandOver(Today)
            .HandOver(SoFar)
            .HandOver(OnTheWard)
            .HandOver(DosesSoFar)
            .HandOver(EndsCourse)
            .HandOver(NotInForce)
            .HandOver(InCopy, VersionsInCopy, DecidedInCopy, AskedInCopy)
            .HandOver(MadeWithCourses.Prepend(CoursesInDemo).Prepend(InDemo))
            .HandOver(CourseNames.Prepend(Names));

    /// <summary>The answers that a draft was planned from are what an intake holds: who may not see those does not see it.</summary>
    internal static readonly RecordPart<TaperDraft> Kept = RecordPart.Of<TaperDraft>(alsoNeeds: IntakeService.Holds);

    private static readonly RecordName Names = new(typeof(TaperDraft), "your taper drafts");

    private static readonly TimelineRows OnTimeline = new(
        Kept,
        person =>
            person
                .Of(Kept)
                .Select(draft => new Happening(
                    draft.Id,
                    HappeningKind.Decision,
                    person.DayOf(draft.RecordedAt),
                    draft.RecordedAt,
                    draft.RecordedBy,
                    T[
                        draft.Stands ? "TaperDraftKept" : "TaperDraftSetAside",
                        draft.Plan.Drug,
                        SafeNumber.Write(draft.Plan.FromMg),
                        draft.Plan.Goal()
                    ],
                    draft.WhySetAside ?? draft.Plan.OverrideReason
                ))
    );

    private static readonly LeftOut NotOnToday = new(
        RecordList.Today,
        "A draft asks nothing of anybody until it is talked over.",
        typeof(TaperDraft)
    );

    /// <summary>In the patient's own copy alone: nobody outside is told of doses that nobody approved.</summary>
    private static readonly CopySection InCopy = new(
        InformationCategory.TaperPlan,
        "Taper drafts: not approved, not an order to change a dose",
        ["Kept on", "Medicine", "First day", "What was planned", "Set aside because"],
        CopyRows.Each<TaperDraft>(
            d => d.RecordedAt,
            (d, person, _) =>
                d.Plan.Steps.Select(s =>
                    new[]
                    {
                        CopyText.Day(person.DayOf(d.RecordedAt)),
                        d.Plan.Drug,
                        CopyText.Day(s.Start),
                        s.DailyMg == 0 ? T["TaperToZero"] : T["TaperStepInCopy", SafeNumber.Write(s.DailyMg), s.Sig],
                        d.WhySetAside,
                    }
                ),
            Kept
        )
    )
    {
        IsOwn = true,
    };

    /// <summary>Where it leads: to zero, or to a dose to stay on.</summary>
    internal static string Goal(this DraftedTaper plan) => plan.ToMg == 0 ? T["TaperToZero"] : T["TaperToMg", SafeNumber.Write(plan.ToMg)];
}
