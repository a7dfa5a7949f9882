namespace Glidepath.Pharmacology.Kinetics;

/// <summary>
/// Shares whole chunks of work out to threads. The one place in the engine that knows of threads; what each does never depends on how many
/// there are.
/// </summary>
internal static class Workers
{
    /// <param name="work">Given the worker's number and its first and past-last chunk.</param>
    public static void Run(int threads, int chunks, Action<int, int, int> work)
    {
        var workers = Math.Min(threads, chunks);
        if (workers <= 1)
        {
            if (chunks > 0)
                work(0, 0, chunks);
            return;
        }
#pragma warning disable RS0030 // Parallel.For is allowed here and nowhere else in the engine (docs/architecture.md): it waits for its own work and changes no result.
        System.Threading.Tasks.Parallel.For(
            0,
            workers,
            worker => work(worker, (int)((long)worker * chunks / workers), (int)((long)(worker + 1) * chunks / workers))
        );
#pragma warning restore RS0030
    }
}
