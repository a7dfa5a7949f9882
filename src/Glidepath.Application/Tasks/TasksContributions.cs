using Glidepath.Application.Patients;
using Glidepath.Application.Shared;
using Glidepath.Storage.Privacy;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Tasks;
using Microsoft.EntityFrameworkCore;
using static Glidepath.Application.Shared.ApplicationText;

namespace Glidepath.Application.Tasks;

/// <summary>What the area of tasks hands over: its services, and its rows in the lists of a record.</summary>
internal static partial class TasksContributions
{
    public static IServiceCollection AddTasks(this IServiceCollection services) =>
        services
            .AddScoped<TasksService>()
            .AddScoped<TaskLists>()
            .AddScoped<TaskHandOvers>()
            .AddSingleton<ITaskBook, TaskBook>()
            .HandOver(OnTimeline)
            .HandOver(Waiting)
            .HandOver(InProgram)
            .HandOver(InCopy)
            .HandOver(InDemo)
            .HandOver(Names)
            .HandOver(Moving);

    /// <summary>Whose they are keeps them where they may open the record that goes on; else they need a person there.</summary>
    private static readonly OpenAtMerge Moving = new(
        "OpenTasks",
        (db, patientId, _, cancellationToken) =>
            db.Deciding<CareTask>().CountAsync(t => t.PatientId == patientId && t.State == CareTaskState.Open, cancellationToken),
        async (db, from, to, step, cancellationToken) =>
        {
            using var deciding = db.BeginDeciding();
            db.Grant(from, AccessAction.Write, DataClass.CarePlan);
            db.Grant(to.PatientId, AccessAction.Write, DataClass.CarePlan);
            var team = await db.TeamAsync(to.PatientId, step.At, cancellationToken);
            if (step.TeamsJoined)
                team.AddRange(await db.TeamAsync(from, step.At, cancellationToken));
            foreach (
                var task in await db.Set<CareTask>()
                    .Where(t => t.PatientId == from && t.State == CareTaskState.Open)
                    .ToListAsync(cancellationToken)
            )
                db.Add(
                    task.GoOn(
                        Guid.CreateVersion7(),
                        to,
                        team.Exists(m => m.AccountId == task.ForAccountId || m.Role == task.ForRole),
                        step.Why,
                        step.Today,
                        step.At,
                        step.By
                    )
                );
        }
    );

    private static readonly RecordPart<CareTask> Open = RecordPart.Of<CareTask>(t => t.State == CareTaskState.Open);

    private static readonly RecordPart<CareTask> Done = RecordPart.Of<CareTask>(t => t.State == CareTaskState.Done);

    private static readonly RecordName Names = new(typeof(CareTask), "tasks about your care");

    /// <summary>What is still to do is on its page: the line is of what happened.</summary>
    private static readonly TimelineRows OnTimeline = new(
        Done,
        person =>
            person
                .Of(Done)
                .Select(t => new Happening(
                    t.Id,
                    HappeningKind.Decision,
                    person.DayOf(t.EndedAt!.Value),
                    t.EndedAt.Value,
                    t.EndedBy!.Value,
                    T["TaskDone", t.What],
                    t.Note
                ))
    );

    private static readonly TodayRows Waiting = new(
        TodayPart.Decide,
        [Open],
        person =>
            person
                .Entries.Of(Open)
                .Where(t => t.NeedsPerson || t.DueOn <= person.Today && TaskLists.IsMine(t, person.Viewer))
                .OrderByDescending(t => t.NeedsPerson)
                .ThenBy(t => t.DueOn)
                .Select(t => new WorkRow(
                    Sign.Hold,
                    person.Head,
                    t.NeedsPerson ? T["TaskNeedsAPerson", t.What] : t.What,
                    T[
                        t.NeedsPerson || t.ForRole is not null ? "TaskOfYourTeam" : "YourTask",
                        t.DueOn > person.Today ? T["DueOnDay", t.DueOn.Day()]
                        : t.DaysOverdueOn(person.Today) is > 0 and var days ? T.Count("DaysOverdue", days)
                        : T["DueToday"]
                    ],
                    t.NeedsPerson ? "Take it over" : "Done",
                    $"/patients/{t.PatientId}/tasks/{t.Id}",
                    t.DueOn.ToDateTime(TimeOnly.MinValue)
                )
                {
                    By = t.ForAccountId,
                })
    );

    private static readonly ProgramDue InProgram = new(
        "Tasks",
        (db, day) =>
            db.Deciding<CareTask>()
                .Where(t => t.State == CareTaskState.Open && t.DueOn <= day.Today)
                .GroupBy(t => t.ForAccountId)
                .Select(g => new DueCount(g.Key, g.Count(t => t.DueOn < day.Today), g.Count(t => t.DueOn == day.Today)))
    );

    /// <summary>How the clinic divides its work is the patient's to read, and goes to nobody else.</summary>
    private static readonly CopySection InCopy = new(
        InformationCategory.CarePlan,
        "Tasks",
        ["What", "Due", "State", "Ended", "Note"],
        CopyRows.One<CareTask>(
            t => t.DueOn,
            (t, person) =>
                [
                    t.What,
                    CopyText.Day(t.DueOn),
                    Terms.Of(t.State.Words()),
                    CopyText.Day(t.EndedAt is { } at ? person.DayOf(at) : null),
                    t.Note,
                ]
        )
    )
    {
        IsOwn = true,
    };
}
