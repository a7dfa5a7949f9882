using Glidepath.Application.Shared;
using Glidepath.Application.Tasks;
using Glidepath.Treatment;
using Glidepath.Treatment.Patients;
using Glidepath.Treatment.Tasks;
using Glidepath.Web.Patients;
using static Glidepath.Web.Tasks.TasksText;

namespace Glidepath.Web.Tasks;

/// <summary>How a task is asked for in a form, and whose it is in words.</summary>
internal static class TaskFields
{
    public static FormField[] New(TasksView view) =>
        [
            new("what", T["WhatIsToDo"], FieldKind.Line, "task.what") { IsNeeded = true },
            new("for", T["WhoDoesIt"], FieldKind.Pick, "task.for")
            {
                IsNeeded = true,
                Choices =
                [
                    .. view.Team.Select(m => new Choice(
                        $"{m.AccountId}",
                        $"{view.Names.GetValueOrDefault(m.AccountId, "?")}, {T[m.Role.Words()]}"
                    )),
                    .. view.Team.Select(m => m.Role).Distinct().Select(r => new Choice($"{r}", T["AnyOfTheTeam", T[r.Words()]])),
                ],
            },
            new("due", T["DueOn"], FieldKind.Day, "task.due") { IsNeeded = true },
        ];

    /// <summary>After the form was checked.</summary>
    public static TaskDetails Read(PostedForm form) =>
        new(
            form["what"],
            new TaskOwner(form.Id("for"), form.Id("for") is null ? EnumWords.Read<CareTeamRole>(form["for"]) : null),
            form.Day("due")!.Value
        );

    public static string Owner(CareTask task, IReadOnlyDictionary<Guid, string> names) =>
        task.NeedsPerson ? T["NeedsAPerson"]
        : task.ForAccountId is { } id ? names.GetValueOrDefault(id, "?")
        : task.ForRole is null ? T["NobodyWord"]
        : T["AnyOfTheTeam", T[task.ForRole!.Value.Words()]];

    public static string Due(CareTask task, DateOnly today) =>
        task.DaysOverdueOn(today) is > 0 and var days ? T.Count("DueAndOverdue", days, task.DueOn.Day()) : T["DueWord", task.DueOn.Day()];
}
