using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Kinetics;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>
/// What the medicine can do at an age. Ages and medicines are those that were studied: where nobody looked, nothing is said.
/// </summary>
/// <param name="FromAge">The youngest whom the source speaks of.</param>
/// <param name="ToAge">The oldest; null where it names none.</param>
/// <param name="Times">With the medicine over without, the width of the published interval; null where the source counts nothing.</param>
public sealed record BookletEffect(string Id, int FromAge, int? ToAge, Interval? Times, Source Source, Confidence Confidence)
{
    private const int Adult = BookletReader.Youngest;

    public static IReadOnlyList<BookletEffect> All { get; } =
    [
        // Odds, unadjusted: patients older than 60.
        new("booklet.effect.falls", 61, null, new(1.43m, 1.72m), Sources.Falls2009, Confidence.Primary),
        // After more than a month of use, as every reader's is; over all lengths of use it is 1.37 to 1.68.
        new("booklet.effect.hip", 65, null, new(1.08m, 1.34m), Sources.HipFractureLong, Confidence.Secondary),
        // 13 studies; use of 1 to 34 years.
        new("booklet.effect.memory", Adult, null, null, Sources.Memory2004, Confidence.Primary) { FromYears = 1 },
        // Six studies of drivers of every age; from 50 on a larger study of that age is in their place, and above 80 nobody looked.
        new("booklet.effect.driving", Adult, 49, new(1.21m, 2.13m), Sources.Driving2009, Confidence.Primary),
        new("booklet.effect.driving", 50, 80, new(1.17m, 1.36m), Sources.DrivingOlder2014, Confidence.Primary),
        new("booklet.effect.breathing", Adult, null, null, Sources.FdaBoxed, Confidence.Primary),
        new("booklet.effect.used-to-it", Adult, null, null, Sources.FdaBoxed, Confidence.Primary),
        new("booklet.effect.guideline", 65, null, null, Sources.Asam, Confidence.Primary),
    ];

    /// <summary>The shortest use that was studied.</summary>
    public decimal FromYears { get; init; }

    /// <summary>What is known for this reader, what the body does with it first.</summary>
    public static IReadOnlyList<BookletFact> For(BookletReader reader) =>
        [
            .. Slower(reader),
            .. All.Where(e => e.IsOf(reader)).Select(e => new BookletFact(e.Says, e.Source, e.Confidence)).Where(f => f.IsShown),
        ];

    private bool IsOf(BookletReader reader) => FromAge <= reader.Age && reader.Age <= (ToAge ?? int.MaxValue) && FromYears <= reader.Years;

    private Sentence Says =>
        Times is { } times ? Sentence.Of(Id, ("low", Math.Round(times.Low, 1)), ("high", Math.Round(times.High, 1))) : Sentence.Of(Id);

    /// <summary>The kinetics' own table by age: a medicine that is not in it has no source, and no such sentence.</summary>
    private static IEnumerable<BookletFact> Slower(BookletReader reader) =>
        AdjustmentTable
            .For(reader.Drug)
            .Where(a => a.FromAge <= reader.Age && IsSlower(a))
            .Select(a => new BookletFact("booklet.effect.slower", a.Source, a.Confidence))
            .Where(f => f.IsShown)
            .Take(1);

    private static bool IsSlower(KineticAdjustment row) =>
        row.Quantity is AdjustedQuantity.HalfLife ? row.Factor > 1 : row.Quantity is AdjustedQuantity.Clearance && row.Factor < 1;
}
