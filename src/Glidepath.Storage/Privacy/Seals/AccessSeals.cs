using System.Collections.Concurrent;

namespace Glidepath.Storage.Privacy.Seals;

/// <summary>The key of the seals of one store, what was found that does not fit, and heads that the trail has yet to name.</summary>
public sealed class AccessSeals
{
    private readonly ConcurrentDictionary<string, DateTime> _findings = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _unsaid = [];
    private readonly TimeProvider _clock;

    internal AccessSeals(KeyFiles files, TimeProvider clock) =>
        (Key, _clock, Kept) = (files.Derive("audit", "access"), clock, new KeptAccess(clock));

    internal byte[] Key { get; }

    internal KeptAccess Kept { get; }

    /// <summary>What was found since this process began, and when first. Names nobody.</summary>
    public IReadOnlyDictionary<string, DateTime> Findings => _findings;

    /// <summary>Kept here, for the health of the host and the pages of those who must know.</summary>
    public void Raise(string finding) => _findings.TryAdd(finding, _clock.GetUtcNow().UtcDateTime);

    internal AccessSealException Broken(string what)
    {
        Raise(what);
        return new AccessSealException(what);
    }

    /// <summary>Saved outside a unit of work on the record: the next row of the trail, whosever it is, names them.</summary>
    internal void SayLater(IEnumerable<AccessHead> heads)
    {
        foreach (var head in heads)
            _unsaid.Enqueue(head.Mark);
    }

    internal List<string> TakeUnsaid()
    {
        var marks = new List<string>();
        while (marks.Count < 20 && _unsaid.TryDequeue(out var mark))
            marks.Add(mark);
        return marks;
    }
}
