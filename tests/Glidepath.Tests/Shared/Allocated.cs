namespace Glidepath.Tests.Shared;

/// <summary>What a piece of work allocates on this thread, in bytes: the same on any machine, unlike the time it takes.</summary>
internal static class Allocated
{
    public static long By(Action work)
    {
        work();
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
