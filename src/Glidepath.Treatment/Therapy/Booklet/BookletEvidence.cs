using Glidepath.Pharmacology.Drugs;
using Glidepath.Pharmacology.Units;

namespace Glidepath.Treatment.Therapy.Booklet;

/// <summary>What trials found of such a booklet, as wide as they found it, and that nobody has tested this one.</summary>
public static class BookletEvidence
{
    /// <summary>303 people of 65 to 95: stopped within 6 months, of 100.</summary>
    private const int WithBooklet = 27,
        Without = 5;

    /// <summary>Odds of stopping within 6 months, 161 veterans.</summary>
    private const decimal Odds = 5.31m;

    private static readonly Interval Width = new(1.12m, 25.12m);

    public static IReadOnlyList<BookletFact> For(BookletReader reader) =>
        [
            new(
                Sentence.Of(
                    reader.IsOlder ? "booklet.evidence.paper" : "booklet.evidence.paper-older",
                    ("stopped", WithBooklet),
                    ("others", Without)
                ),
                Sources.Empower,
                Confidence.Secondary
            ),
            new(
                Sentence.Of("booklet.evidence.web", ("odds", Odds), ("low", Width.Low), ("high", Width.High)),
                Sources.EmpowerEd,
                Confidence.Primary
            ),
        ];
}
