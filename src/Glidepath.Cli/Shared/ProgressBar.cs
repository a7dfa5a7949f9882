using Spectre.Console;

namespace Glidepath.Cli.Shared;

/// <summary>A bar on standard error while something long runs, and only where somebody is looking.</summary>
internal static class ProgressBar
{
    /// <summary>Fewer virtual patients are done before a bar could be read.</summary>
    private const int LongFrom = 20_000;

    public static T Show<T>(TextWriter error, int patients, Func<Action<double>?, T> work)
    {
        if (patients < LongFrom || !IsLookedAt(error))
            return work(null);
        return Bar(error).Start(context =>
        {
            var task = context.AddTask($"{patients:N0} virtual patients", maxValue: 1);
            return work(part => task.Value = part);
        });
    }

    public static Task<T> ShowAsync<T>(TextWriter error, string what, Func<Action<double>?, Task<T>> work) => !IsLookedAt(error)
        ? work(null)
        : Bar(error).StartAsync(context =>
        {
            var task = context.AddTask(what, maxValue: 1);
            return work(part => task.Value = part);
        });

    private static bool IsLookedAt(TextWriter error) => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    private static Progress Bar(TextWriter error) => AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) })
        .Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn());
}
