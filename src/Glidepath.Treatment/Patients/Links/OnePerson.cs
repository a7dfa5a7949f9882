namespace Glidepath.Treatment.Patients;

/// <summary>
/// The records of one person: the one that goes on, and those that were merged into it, one after the other or side by side.
/// </summary>
public sealed class OnePerson
{
    private readonly Dictionary<Guid, PatientLink> _replacedBy;

    /// <param name="links">Of all the records, ended ones among them.</param>
    public OnePerson(IEnumerable<PatientLink> links) =>
        _replacedBy = PatientLink
            .Standing(links)
            .Where(l => l.Kind is PatientLinkKind.ReplacedBy)
            .DistinctBy(l => l.PatientId)
            .ToDictionary(l => l.PatientId);

    /// <summary>The record that goes on for this one: itself where it was not merged into another.</summary>
    public Guid GoesOnAs(Guid id) => Way(id).LastOrDefault()?.OtherPatientId ?? id;

    /// <summary>The link by which it was merged into another; null where it was not.</summary>
    public PatientLink? ReplacedBy(Guid id) => _replacedBy.GetValueOrDefault(id);

    /// <summary>Since when all that this record holds is shown with the one that goes on; null where it stands by itself.</summary>
    public DateTime? Since(Guid id) => Way(id).Max(l => (DateTime?)l.RecordedAt);

    /// <summary>What was merged into this record, directly or through another; the first merged first.</summary>
    public IReadOnlyList<Guid> MergedInto(Guid id) =>
        [.. _replacedBy.Keys.Where(k => Way(k).Any(l => l.OtherPatientId == id)).OrderBy(Since).ThenBy(k => k)];

    /// <summary>All of the person's records, this one first.</summary>
    public IReadOnlyList<Guid> All(Guid id) =>
        GoesOnAs(id) is var last ? [id, .. MergedInto(last).Append(last).Where(other => other != id)] : [];

    /// <summary>Those whose care teams were joined with this one's, this one first.</summary>
    public IReadOnlyList<Guid> Joined(Guid id)
    {
        var joined = new List<Guid> { id };
        for (var i = 0; i < joined.Count; i++)
            joined.AddRange(
                _replacedBy
                    .Values.Where(l => l.TeamsJoined && (l.PatientId == joined[i] || l.OtherPatientId == joined[i]))
                    .Select(l => l.PatientId == joined[i] ? l.OtherPatientId : l.PatientId)
                    .Where(other => !joined.Contains(other))
                    .ToList()
            );
        return joined;
    }

    /// <summary>Link by link to the record that goes on.</summary>
    private List<PatientLink> Way(Guid id)
    {
        var way = new List<PatientLink>();
        // Merges do not go round; a store that was changed from outside must not hang the program.
        for (var at = id; _replacedBy.TryGetValue(at, out var link) && !way.Contains(link); at = link.OtherPatientId)
            way.Add(link);
        return way;
    }
}
