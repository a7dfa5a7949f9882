using System.ComponentModel.DataAnnotations;
using Glidepath.Application.Tasks;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using static Glidepath.Web.Shared.JsonRoutes;

namespace Glidepath.Web.Tasks;

/// <summary>Tasks for other software.</summary>
internal static class TasksEndpoints
{
    public static void MapTasksApi(this WebApplication app)
    {
        var api = app.MapJson("/api/patients/{id:guid}/tasks", "Tasks");
        api.MapGet("", async (Guid id, TasksService s, CancellationToken stop) => Found((await s.ListAsync(id, stop))?.All))
            .WithName("Tasks")
            .WithSummary("What the care team has to do and did for the person, the first due first.")
            .Reads(Policies.Clinician);
        Post<TasksService, SendTask>(
            api,
            "",
            "AskTask",
            Policies.Clinician,
            (s, id, b, once, _, stop) => s.AskAsync(id, b.ToDetails(), once, stop)
        );
        Put<TasksService, SendTaskNote>(
            api,
            "/{entry:guid}/done",
            "FinishTask",
            Policies.Clinician,
            (s, id, e, b, v, stop) => s.FinishAsync(id, e, v, b.Note, stop),
            OneAsync
        );
        Put<TasksService, SendTaskNote>(
            api,
            "/{entry:guid}/cancellation",
            "CancelTask",
            Policies.Clinician,
            (s, id, e, b, v, stop) => s.CancelAsync(id, e, v, b.Note, stop),
            OneAsync
        );
        var all = app.MapJson("/api/tasks", "Tasks");
        all.MapGet(
                "",
                async (WhichTasks? show, TaskLists s, CancellationToken stop) =>
                    Results.Ok(await s.ListAsync(show ?? WhichTasks.Mine, stop))
            )
            .WithName("OpenTasks")
            .WithSummary("Open tasks about people whom the caller treats: mine, patients or overdue.")
            .Produces<TaskListView>()
            .Reads(Policies.Clinician);
        all.MapPost(
                "/hand-over",
                async (HttpContext context, SendTaskHandOver body, [FromServices] TaskHandOvers s, CancellationToken stop) =>
                    Results.Ok(await s.HandOverAsync(body.From, body.To, body.Why, OnceOf(context, body), stop))
            )
            .WithName("HandOverTasks")
            .WithSummary("All open tasks of one account to another: one's own, or anybody's for a director.")
            .Produces<TasksHandedOver>()
            .ProducesValidationProblem()
            .Writes(Policies.ClinicianOrDirector);
    }

    private static async Task<object?> OneAsync(TasksService service, Guid id, Guid entry, CancellationToken stop) =>
        (await service.ListAsync(id, stop))?.All.FirstOrDefault(t => t.Id == entry);
}

/// <summary>A task as it is asked for: of one account or of one role of the care team.</summary>
[ValidatableType]
public sealed record SendTask
{
    [StringLength(200, MinimumLength = 1)]
    public required string What { get; init; }

    public Guid? ForAccountId { get; init; }

    public CareTeamRole? ForRole { get; init; }

    /// <summary>Today or later.</summary>
    public required DateOnly DueOn { get; init; }

    public TaskDetails ToDetails() => new(What, new TaskOwner(ForAccountId, ForRole), DueOn);
}

/// <param name="Note">Of what was done, if anything; why it was canceled.</param>
[ValidatableType]
public sealed record SendTaskNote([property: StringLength(1000)] string? Note);

/// <param name="From">The account whose open tasks they are.</param>
[ValidatableType]
public sealed record SendTaskHandOver(Guid From, Guid To, [property: StringLength(1000, MinimumLength = 1)] string Why);
