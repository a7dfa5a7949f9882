using Glidepath.Application.Shared;

namespace Glidepath.Application.Patients;

/// <summary>One line of what happened, from the entries that the areas hand over; the newest first.</summary>
public sealed class Timeline(IEnumerable<TimelineRows> rows)
{
    private readonly IReadOnlyList<TimelineRows> _rows = [.. rows];

    public IEnumerable<RecordPart> Parts => _rows.Select(r => r.Part);

    public IReadOnlyList<Happening> Of(PersonEntries person)
    {
        var all = _rows.SelectMany(r => r.Rows(person)).ToList();
        var replaced = all.Select(h => h.Replaces).OfType<Guid>().ToHashSet();
        return
        [
            .. all.Select(h => h with { IsReplaced = replaced.Contains(h.Id) }).OrderByDescending(h => h.On).ThenByDescending(h => h.At),
        ];
    }
}
