using Glidepath.Treatment.Privacy;

namespace Glidepath.Application.Shared;

/// <summary>A record type on the time line of its patient.</summary>
/// <param name="Rows">Makes the rows from entries that were read; it reads nothing itself.</param>
public sealed record TimelineRows(RecordPart Part, Func<PersonEntries, IEnumerable<Happening>> Rows)
{
    /// <summary>Every entry is one row.</summary>
    public static TimelineRows Of<T>(Func<T, Happening> row)
        where T : class, IPatientRecord => new(RecordPart.All<T>(), person => person.Of(RecordPart.All<T>()).Select(row));

    /// <inheritdoc cref="Of{T}(Func{T, Happening})"/>
    /// <param name="row">With the person, who knows the day of an instant.</param>
    public static TimelineRows Of<T>(Func<T, PersonEntries, Happening> row)
        where T : class, IPatientRecord => new(RecordPart.All<T>(), person => person.Of(RecordPart.All<T>()).Select(r => row(r, person)));
}
