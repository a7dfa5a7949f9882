using Glidepath.Application.Shared;
using Glidepath.Treatment.Privacy;
using Glidepath.Treatment.Therapy;

namespace Glidepath.Application.Therapy;

/// <summary>
/// Own work as it leaves in a copy: what is shared goes with therapy work wherever that may go; what is not, in the copy that the person
/// takes themselves and in no other.
/// </summary>
internal static class OwnWorkCopy
{
    public static IReadOnlyList<CopySection> Of<T>(
        string title,
        string keptTitle,
        IReadOnlyList<string> columns,
        Func<T, PersonEntries, string?[]> row
    )
        where T : OwnWork => Each<T>(title, keptTitle, columns, (e, person) => [row(e, person)]);

    /// <param name="rows">Of one entry.</param>
    public static IReadOnlyList<CopySection> Each<T>(
        string title,
        string keptTitle,
        IReadOnlyList<string> columns,
        Func<T, PersonEntries, IEnumerable<string?[]>> rows
    )
        where T : OwnWork =>
        [
            new(
                InformationCategory.TherapyWork,
                title,
                columns,
                CopyRows.Each(e => e.At, (e, person, _) => rows(e, person), RecordPart.Of<T>(e => e.Holds == DataClass.TherapyWork))
            )
            {
                Empty = "Nothing is shared.",
                IsPersonsOwn = true,
            },
            new(
                InformationCategory.TherapyWork,
                keptTitle,
                columns,
                CopyRows.Each(
                    e => e.At,
                    (e, person, _) => rows(e, person),
                    RecordPart.Of<T>(e => e.Holds == DataClass.OwnWork, DataClass.OwnWork)
                )
            )
            {
                IsOwn = true,
                Opens = DataClass.OwnWork,
                IsPersonsOwn = true,
            },
        ];
}
