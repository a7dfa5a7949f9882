using Glidepath.Application.Shared;
using Glidepath.Application.Tasks;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Shared;

namespace Glidepath.Web.Tasks;

/// <summary>What the care team has to do: of one person, of one's own, and handed over.</summary>
internal static class TasksArea
{
    public static void AddTasks(this WebApplicationBuilder builder)
    {
        builder.Services.AddTasks();
        builder
            .Services.HandOver(new RecordLink("Tasks", "/tasks", RecordTab.Care, 45, DataClass.CarePlan, typeof(CareTask)))
            .HandOver(StaffPages);
    }

    public static void MapTasks(this WebApplication app) => app.MapTasksApi();

    private static readonly StaffLink[] StaffPages =
    [
        new("Tasks", "/tasks", 25, Clinicians.Roles),
        new("Hand over tasks", "/tasks/hand-over", 75, Role.Director),
    ];
}
