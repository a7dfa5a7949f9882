using System.Collections.Concurrent;

namespace Glidepath.Web.Privacy;

/// <summary>
/// How often somebody may try. Counted for every name that is typed, whether there is such an account or not, so that the answer tells
/// nothing; and for each address, so that one cannot try many names. In the memory of this node; the lock of an account itself stands in
/// the store.
/// </summary>
internal sealed class AttemptLimits(TimeProvider clock)
{
    public const int PerName = 10,
        PerAddress = 60;

    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private const int Most = 50_000;

    private readonly ConcurrentDictionary<string, Queue<DateTimeOffset>> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts one more try, unless there were too many: then false, and the try is not to be made.</summary>
    public bool Try(string address, string name) => Count("a " + address, PerAddress) & Count("n " + name, PerName);

    public bool Try(string address) => Count("a " + address, PerAddress);

    /// <summary>The name is the right person's; the address keeps its count less this one.</summary>
    public void Succeeded(string address, string name)
    {
        _tries.TryRemove("n " + name, out _);
        if (_tries.TryGetValue("a " + address, out var tries))
            lock (tries)
                _ = tries.TryDequeue(out _);
    }

    private bool Count(string key, int most)
    {
        var now = clock.GetUtcNow();
        if (_tries.Count > Most)
            Forget(now);
        var tries = _tries.GetOrAdd(key, static _ => []);
        lock (tries)
        {
            while (tries.TryPeek(out var first) && now - first >= Window)
                tries.Dequeue();
            if (tries.Count >= most)
                return false;
            tries.Enqueue(now);
            return true;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, tries) in _tries)
            lock (tries)
                if (tries.Count == 0 || now - tries.Last() >= Window)
                    _tries.TryRemove(key, out _);
    }
}
