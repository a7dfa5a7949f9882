using Glidepath.Storage.Privacy.Seals;
using Glidepath.Treatment.Privacy;

namespace Glidepath.Storage.Privacy;

/// <summary>One unit of work on the record: what it touched becomes audit rows in its own transaction.</summary>
internal sealed class RecordScope(AuditEntry declared)
{
    private readonly Dictionary<Guid, SortedSet<string>> _read = [];
    private readonly Dictionary<Guid, SortedSet<string>> _lookedThrough = [];
    private readonly List<AuditEntry> _written = [];

    // Of each the last: an earlier version of the same transaction was never seen by anybody.
    private readonly Dictionary<Guid, string> _heads = [];

    public AuditEntry Declared { get; } = declared;

    /// <summary>For work on whole tables, which shows nobody's record to anybody: every kind of data of everyone.</summary>
    public static RecordScope OfTheStore(AuditEntry declared)
    {
        var scope = new RecordScope(declared) { IsOfTheStore = true };
        foreach (var dataClass in Enum.GetValues<DataClass>())
            scope.Grants.AddForEveryone(AccessAction.Write, dataClass);
        return scope;
    }

    public bool IsOfTheStore { get; private init; }

    /// <summary>Records that were looked at in this unit of work, and of those that were merged into another, which that is: it takes new
    /// entries in their place.</summary>
    public Dictionary<Guid, Guid?> MergedInto { get; } = [];

    /// <summary>Keys made in this transaction; they join the ring when it is committed.</summary>
    public Dictionary<(Guid PatientId, KeyScope Scope), (byte[] Key, PatientKey Row)> NewKeys { get; } = [];

    /// <summary>Whose work it is: an entry of one writer is given to them alone. Null where nobody was asked for.</summary>
    public Guid? Writer { get; set; }

    /// <summary>What this unit of work may load and save.</summary>
    public Grants Grants { get; } = new();

    /// <summary>What decides who may see each patient, as read in this unit of work; null for who does not exist.</summary>
    public Dictionary<Guid, DecidedPerson?> Decided { get; } = [];

    /// <summary>Something was saved in this unit of work, in the record or beside it.</summary>
    public bool HasSaved { get; set; }

    /// <summary>The work was declared as a read: it may be made anew, so it can save nothing.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Rows of the trail when the snapshot began; null where nobody asked yet.</summary>
    public long? Seen { get; set; }

    /// <summary>Whose data bore on what was done.</summary>
    public IReadOnlyCollection<Guid> Patients =>
        [.. _read.Keys.Concat(Decided.Keys).Concat(Declared.PatientId is { } declared ? [declared] : [])];

    /// <summary>While true, what is read serves only to decide whether the rest may be: it is not shown to anybody.</summary>
    public bool IsDeciding { get; set; }

    /// <summary>While true, what is read is checked as ever, but counts as seen only of those who are then shown.</summary>
    public bool IsLookingThrough { get; set; }

    /// <summary>Why it was allowed; stands in every row.</summary>
    public string? Basis { get; set; }

    /// <summary>The whole unit of work is answered by one row that says no.</summary>
    public AuditEntry? Refusal { get; set; }

    /// <summary>A hook of every way in: refuses a kind that was not granted, and notes for the audit what was.</summary>
    /// <exception cref="UngrantedAccessException">Not granted for this patient.</exception>
    public void Load(Guid patientId, Type record, string name)
    {
        if (IsDeciding)
            return;
        if (!Grants.MayLoad(patientId, RecordClasses.Of(record)))
            throw new UngrantedAccessException(name, RecordClasses.Of(record).ToString(), "loaded");
        NoteRead(patientId, name);
    }

    /// <summary>Also of what only decides: what one wrote for oneself decides nothing.</summary>
    /// <exception cref="UngrantedAccessException">Somebody else wrote it.</exception>
    public void RequireWriter(object entity, string name, string action)
    {
        if (entity is IOfOneWriter { RecordedBy: var by } && !IsOfTheStore && by != Writer)
            throw new UngrantedAccessException(name, "what its writer keeps", action);
    }

    public void NoteRead(Guid patientId, string what)
    {
        if (IsDeciding)
            return;
        var into = IsLookingThrough ? _lookedThrough : _read;
        if (!into.TryGetValue(patientId, out var targets))
            into[patientId] = targets = new(StringComparer.Ordinal);
        targets.Add(what);
    }

    /// <summary>All that was read of this patient while looking through is now seen.</summary>
    public void Show(Guid patientId)
    {
        if (!_lookedThrough.Remove(patientId, out var targets))
            return;
        if (_read.TryGetValue(patientId, out var noted))
            noted.UnionWith(targets);
        else
            _read[patientId] = targets;
    }

    public void NoteHeads(IEnumerable<AccessHead> heads)
    {
        foreach (var head in heads)
            _heads[head.SubjectId] = head.Mark;
    }

    public void NoteWrite(AuditAction action, string what, Guid patientId, Guid? id) => _written.Add(new(action, what, patientId, id));

    /// <summary>Never empty: what was declared stands alone where nothing was found.</summary>
    public IReadOnlyList<AuditEntry> Entries()
    {
        var entries = Rows();
        return _heads.Count == 0
            ? entries
            :
            [
                .. entries.SkipLast(1),
                .. _heads.Values.Chunk(20).Select((marks, i) => (i == 0 ? entries[^1] : Declared) with { Heads = string.Join(',', marks) }),
            ];
    }

    private List<AuditEntry> Rows()
    {
        if (Refusal is not null)
            return [Refusal];
        var reads = _read
            .Where(r => !_written.Any(w => w.PatientId == r.Key && r.Value.SetEquals([w.Target])))
            .Select(r =>
                Declared with
                {
                    Action = Declared.Action is AuditAction.Print or AuditAction.Export or AuditAction.Disclose or AuditAction.BreakGlass
                        ? Declared.Action
                        : AuditAction.Read,
                    PatientId = r.Key,
                    Target = string.Join(',', r.Value),
                }
            );
        var entries = _written.Concat(reads).ToList();
        var reason = Basis ?? Declared.Reason;
        return entries.Count > 0 ? [.. entries.Select(e => e with { Reason = reason })] : [Declared with { Reason = reason }];
    }
}

/// <summary>
/// Record data were asked for outside a scope of <see cref="RecordStore"/>, where nobody would have written down who saw them. A mistake in
/// the program.
/// </summary>
public sealed class UnauditedAccessException(string what)
    : InvalidOperationException(
        $"{what} was reached outside a scope of RecordStore, so the access would not be audited. Go through RecordStore."
    );
