using Glidepath.Application.Shared;
using Glidepath.Application.Tapering;
using Glidepath.Treatment.Tapering;
using Glidepath.Web.Shared;
using Glidepath.Web.Tapering.Courses;
using Glidepath.Web.Tapering.Drafts;

namespace Glidepath.Web.Tapering;

/// <summary>The planner: without an account nothing is stored; from a person's record a prescriber keeps drafts.</summary>
internal static class TaperingArea
{
    public static void AddTapering(this WebApplicationBuilder builder)
    {
        builder.Services.AddTapering().AddScoped<PlannerPrinter>().AddScoped<CoursePrinter>().AddScoped<CourseDecisions>();
        builder.Services.HandOver(
            new RecordLink(
                "Taper",
                "/course",
                RecordTab.Medicines,
                15,
                DataClass.TaperPlan,
                typeof(TaperCourse),
                typeof(TaperVersion),
                typeof(CourseEntry),
                typeof(StayRequest)
            ),
            new RecordLink("Taper draft", "/taper", RecordTab.Medicines, 20, DataClass.TaperPlan, typeof(TaperDraft))
        );
    }

    public static void MapTapering(this WebApplication app)
    {
        app.MapDraftApi();
        app.MapPlannerPrints();
        app.MapTaperDraftsApi();
        app.MapCourses();
    }
}
