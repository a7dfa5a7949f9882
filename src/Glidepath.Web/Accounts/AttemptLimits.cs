using System.Globalization;

namespace Glidepath.Web.Accounts;

/// <summary>
/// How often someone may try, in the memory of this node. A stranger's tries at a name never use up what its owner has: each device that
/// was signed in with a name before has a count of its own, a session has one for its step-up, and a passkey needs none, since it cannot be
/// guessed. Everyone else shares a count by name and address, one by name and one by address. Beyond what is free a try is not refused for
/// good: each further one waits twice as long, 15 minutes at most. Names are counted whether there is such an account or not, so that the
/// answer tells nothing.
/// </summary>
internal sealed class AttemptLimits(TimeProvider clock)
{
    /// <summary>Tries without a wait: of a name from one place, of a name from all unknown places, of all names from one address.</summary>
    public const int Free = 10,
        FreeByName = 100,
        FreeByAddress = 60;

    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30),
        LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan KeptWaits = TimeSpan.FromHours(1);

    private const int Most = 50_000,
        MostWaits = 5_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Count> _counts = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset At, string What)> _waited = [];

    /// <summary>How many different names, devices or addresses had to wait in this time.</summary>
    /// <param name="within">At most an hour.</param>
    public int Waiting(TimeSpan within)
    {
        var since = clock.GetUtcNow() - within;
        lock (_gate)
            return _waited.Where(w => w.At >= since).Select(w => w.What).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Counts one more try, unless it has to wait: then false, nothing is counted, and the try is not to be made.</summary>
    public bool Try(Attempt attempt)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            if (_counts.Count > Most)
                Forget(now);
            if (attempt.Limits.Any(l => _counts.TryGetValue(l.Key, out var known) && now < known.MayAt(l)))
            {
                HadToWait(attempt, now);
                return false;
            }
            foreach (var limit in attempt.Limits)
                _counts[limit.Key] = _counts.GetValueOrDefault(limit.Key).More(limit, now);
            return true;
        }
    }

    /// <summary>It was the right person: what was counted of the name here is forgotten, the rest keeps its count less this one.</summary>
    public void Succeeded(Attempt attempt)
    {
        lock (_gate)
            foreach (var limit in attempt.Limits)
                if (limit.IsOfOne)
                    _counts.Remove(limit.Key);
                else if (_counts.TryGetValue(limit.Key, out var known))
                    _counts[limit.Key] = known.Less();
    }

    private void HadToWait(Attempt attempt, DateTimeOffset now)
    {
        while (_waited.TryPeek(out var first) && (now - first.At > KeptWaits || _waited.Count >= MostWaits))
            _waited.Dequeue();
        _waited.Enqueue((now, string.Join(' ', attempt.Limits.Select(l => l.Key))));
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _counts.Where(c => now - c.Value.Last > TimeSpan.FromHours(1)).Select(c => c.Key).ToList())
            _counts.Remove(key);
    }

    /// <param name="Tries">Less what time has forgiven.</param>
    private readonly record struct Count(double Tries, DateTimeOffset Last)
    {
        public Count More(Limit limit, DateTimeOffset now) => new(Left(limit, now) + 1, now);

        public Count Less() => this with { Tries = Math.Max(0, Tries - 1) };

        /// <summary>By what was counted at the last try: what is forgiven since shortens no wait that has begun.</summary>
        public DateTimeOffset MayAt(Limit limit) =>
            Math.Round(Tries) - limit.Free is var over and >= 0
                ? Last + TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, FirstWait.TotalSeconds * Math.Pow(2, over)))
                : Last;

        private double Left(Limit limit, DateTimeOffset now) => Math.Max(0, Tries - limit.Free * ((now - Last) / limit.ForgivenIn));
    }
}

/// <param name="ForgivenIn">As many tries as are free are forgiven in this time.</param>
/// <param name="IsOfOne">Of one place and one name: who succeeds there starts anew.</param>
internal sealed record Limit(string Key, int Free, TimeSpan ForgivenIn, bool IsOfOne);

/// <summary>One try, by what it counts against.</summary>
internal sealed record Attempt(IReadOnlyList<Limit> Limits)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1),
        Quarter = TimeSpan.FromMinutes(15);

    /// <summary>At a device that was never signed in with this name.</summary>
    public static Attempt AtUnknownDevice(string address, string name) =>
        new([
            OfAddress(address),
            new(string.Create(CultureInfo.InvariantCulture, $"at {address} {name}"), AttemptLimits.Free, Day, IsOfOne: true),
            new("name " + name, AttemptLimits.FreeByName, Day, IsOfOne: false),
        ]);

    /// <param name="device">See <see cref="KnownDevices"/>.</param>
    public static Attempt AtKnownDevice(string device, string name) =>
        new([new($"device {device} {name}", AttemptLimits.Free, Day, IsOfOne: true)]);

    /// <summary>For someone signed in who shows once more that it is them.</summary>
    public static Attempt InSession(Guid session) => new([new($"session {session}", AttemptLimits.Free, Day, IsOfOne: true)]);

    /// <summary>Of a code that names no one.</summary>
    public static Attempt From(string address) => new([OfAddress(address)]);

    private static Limit OfAddress(string address) => new("from " + address, AttemptLimits.FreeByAddress, Quarter, IsOfOne: false);
}
