using CsCheck;
using Glidepath.Paper;
using Glidepath.Paper.Shared;
using Glidepath.Paper.Therapy.Booklet;
using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Tapering;
using Glidepath.Tests.Shared;
using Glidepath.Treatment.Therapy.Booklet;

namespace Glidepath.Tests.Therapy;

/// <summary>Readers of the booklet, and the booklet laid out for them.</summary>
internal static class BookletMade
{
    /// <summary>The person of the picture: 71, for sleep, 9 years.</summary>
    public static readonly BookletReader Older = new(71, BenzodiazepineTable.Clonazepam, 1.5m, 9, BookletReason.Sleep);

    public static readonly BookletReader Younger = new(34, BenzodiazepineTable.Alprazolam, 2, 0.5m, BookletReason.Panic);

    /// <summary>Any that the form lets through, on a grid of doses that people take.</summary>
    public static Gen<BookletReader> Any { get; } =
        from age in Gen.Int[BookletReader.Youngest, BookletReader.Oldest]
        from drug in Gens.Of([.. BookletReader.Drugs])
        from share in Gen.Int[1, 1000]
        from years in Gen.Int[1, 10 * age]
        from reason in Gens.Of(Enum.GetValues<BookletReason>().Where(r => r is not BookletReason.Seizures).ToArray())
        select new BookletReader(
            age,
            drug,
            Math.Max(BookletReader.LeastMg, Math.Round(BookletReader.MostMg(drug) * share / 1000, 3)),
            years / 10m,
            reason
        );

    public static TaperPlan? Plan(BookletReader reader) =>
        reader.Examples(A.Day).Select(r => TaperPlanner.Plan(r).Plan).FirstOrDefault(BookletExample.IsOne);

    public static PrintedDocument Lay(BookletReader reader) => BookletPaper.Lay(reader, Plan(reader), SafetyText.Default, A.Day);

    /// <summary>All facts of the booklet of one reader.</summary>
    public static IEnumerable<BookletFact> Facts(BookletReader reader) =>
        BookletEffect
            .For(reader)
            .Concat(BookletBelief.For(reader).Select(b => b.Answer))
            .Concat(BookletAdvice.Instead(reader).Select(l => l.Found))
            .Concat(BookletEvidence.For(reader));
}
