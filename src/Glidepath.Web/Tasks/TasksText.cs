using Glidepath.Application.Shared;

namespace Glidepath.Web.Tasks;

/// <summary>The sentences of tasks: TasksText.resx.</summary>
public sealed class TasksText
{
    internal static AreaText T { get; } = new(typeof(TasksText));
}
