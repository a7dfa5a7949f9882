using Spectre.Console;

namespace Glidepath.Cli.Shared;

/// <summary>A bar on standard error while something long runs, and only where somebody is looking.</summary>
internal static class ProgressBar
{
    /// <summary>Less is done before a bar could be read.</summary>
    private const double LongFrom = 5_000_000;

    /// <param name="levels">How many are to be computed: people times points.</param>
    public static T Show<T>(TextWriter error, string what, double levels, Func<Action<double>?, T> work)
    {
        if (levels < LongFrom || !IsLookedAt(error))
            return work(null);
        return Bar(error)
            .Start(context =>
            {
                var task = context.AddTask(what, maxValue: 1);
                return work(part => task.Value = part);
            });
    }

    public static Task<T> ShowAsync<T>(TextWriter error, string what, Func<Action<double>?, Task<T>> work) =>
        !IsLookedAt(error)
            ? work(null)
            : Bar(error)
                .StartAsync(context =>
                {
                    var task = context.AddTask(what, maxValue: 1);
                    return work(part => task.Value = part);
                });

    private static bool IsLookedAt(TextWriter error) => ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected;

    private static Progress Bar(TextWriter error) =>
        AnsiConsole
            .Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) })
            .Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn());
}
