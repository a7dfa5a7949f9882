using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Products.ProductForm;
using static Glidepath.Pharmacology.Products.Scoring;

namespace Glidepath.Pharmacology.Products;

/// <summary>
/// US marketed oral forms, and the compounded suspensions whose stability someone has measured. Where makers differ in scoring the row says
/// unscored and <see cref="Product.ScoringDependsOnMaker"/>: a wrong "scored" would tell a person to break a tablet that does not break
/// evenly.
/// </summary>
public static class ProductTable
{
    private static readonly Source Spl = new(
        "spl-score",
        "Score field of the US product label (SPL)",
        "DailyMed labels and NDC mirrors; see docs/clinical/products.md"
    );
    private static readonly Source OnfiLabel = new(
        "onfi-label",
        "Onfi label: functional score, whole, halves or crushed",
        "DailyMed de03bd69-2dca-459c-93b4-541fd3e9571c"
    );
    private static readonly Source DoralLabel = new(
        "doral-label",
        "Doral label: split along the score for 7.5 mg",
        "DailyMed 9727e8b4-14f1-451d-9630-84eabc772e42"
    );
    private static readonly Source KlonopinLabel = new(
        "klonopin-label",
        "Klonopin label, description",
        "DailyMed 8d0621b0-353e-4c4d-86de-0d6f263bff4b"
    );
    private static readonly Source ParLabel = new(
        "par-clonazepam-odt-label",
        "Par label of the clonazepam orally disintegrating tablets",
        "DailyMed 1aef0069; see docs/clinical/products.md"
    );
    private static readonly Source ZolpidemLabel = new(
        "zolpidem-label",
        "Zolpidem label section 3: not scored",
        "fda.report/DailyMed 752c0ee4"
    );
    private static readonly Source AlprazolamCompounded = new(
        "ajhp-1998",
        "Allen and Erickson 1998, alprazolam 1 mg/mL suspension",
        "Am J Health Syst Pharm 1998;55:1915"
    );

    private static readonly Source DiazepamForms = new(
        "diazepam-forms",
        "Diazepam tablets 2, 5 and 10 mg, scored, in a practice document",
        "docslib.org/doc/12060234"
    );
    private static readonly Source ZaleplonForms = new("zaleplon-forms", "Zaleplon capsules, practice notebook", "fpnotebook.com Zaleplon");

    public static IReadOnlyList<Product> All { get; } =
    [
        .. Tablets(Clonazepam, Halves, KlonopinLabel, Primary, 0.5m),
        .. Tablets(Clonazepam, Unscored, KlonopinLabel, Primary, makerDependent: true, 1, 2),
        .. Pieces(Clonazepam, OrallyDisintegratingTablet, ParLabel, Secondary, 0.125m, 0.25m, 0.5m, 1, 2),
        Compounded(Clonazepam, 0.1m, 60, Sources.UspClonazepam),
        .. Tablets(Diazepam, Halves, Spl, Secondary, 2, 10),
        .. Tablets(Diazepam, Halves, DiazepamForms, Secondary, 5),
        Liquid(Diazepam, OralSolution, 1, Sources.OpenFda, Secondary),
        Liquid(Diazepam, OralConcentrate, 5, Sources.OpenFda, Secondary),
        .. Tablets(Lorazepam, Unscored, Spl, Secondary, makerDependent: true, 0.5m),
        .. Tablets(Lorazepam, Halves, Spl, Secondary, 1, 2),
        Liquid(Lorazepam, OralConcentrate, 2, Sources.OpenFda, Secondary),
        .. Pieces(Lorazepam, ExtendedReleaseCapsule, Sources.OpenFda, Secondary, 1, 1.5m, 2, 3),
        Compounded(Lorazepam, 1, 63, Sources.LorazepamCompounded),
        .. Tablets(Alprazolam, Halves, Spl, Secondary, 0.25m, 0.5m, 1),
        .. Tablets(Alprazolam, Quarters, Sources.OpenFda, Primary, 2),
        .. Pieces(Alprazolam, OrallyDisintegratingTablet, Spl, Secondary, 0.25m, 0.5m, 1, 2),
        .. Pieces(Alprazolam, ExtendedReleaseTablet, Spl, Secondary, 0.5m, 1, 2, 3),
        Liquid(Alprazolam, OralConcentrate, 1, Sources.OpenFda, Secondary),
        Compounded(Alprazolam, 1, 60, AlprazolamCompounded),
        .. Tablets(Clobazam, Halves, OnfiLabel, Primary, 10, 20),
        Liquid(Clobazam, OralSuspension, 2.5m, Sources.OpenFda, Primary),
        .. Pieces(Chlordiazepoxide, Capsule, Spl, Secondary, 5, 10, 25),
        .. Tablets(Clorazepate, Halves, Spl, Secondary, 3.75m, 7.5m, 15),
        .. Pieces(Oxazepam, Capsule, Spl, Secondary, 10, 15, 30),
        .. Pieces(Temazepam, Capsule, Spl, Secondary, 7.5m, 15, 22.5m, 30),
        .. Tablets(Estazolam, Halves, Spl, Secondary, 1),
        .. Tablets(Estazolam, Unscored, Sources.Memory, Unverified, makerDependent: true, 2),
        .. Pieces(Flurazepam, Capsule, Sources.Memory, Unverified, 15, 30),
        .. Tablets(Quazepam, Halves, DoralLabel, Primary, 15),
        .. Tablets(Triazolam, Unscored, Spl, Secondary, 0.125m),
        .. Tablets(Triazolam, Halves, Spl, Secondary, 0.25m),
        .. Tablets(Zolpidem, Unscored, ZolpidemLabel, Primary, 5, 10),
        .. Pieces(Zolpidem, ExtendedReleaseTablet, Spl, Secondary, 6.25m, 12.5m),
        .. Pieces(Zolpidem, SublingualTablet, Spl, Secondary, 1.75m, 3.5m),
        .. Tablets(Eszopiclone, Unscored, Spl, Secondary, 1, 2, 3),
        .. Pieces(Zaleplon, Capsule, ZaleplonForms, Secondary, 5, 10),
    ];

    public static IEnumerable<Product> Of(Benzodiazepine drug) => All.Where(p => p.Drug == drug);

    /// <summary>
    /// What a taper of the drug is made of when nobody says otherwise: every marketed immediate-release piece, and a liquid: the marketed
    /// ones, or where none is marketed but a concentrate, one compounded by a published formula. A concentrate only when asked for: a slip
    /// of a milliliter of it is a large dose.
    /// </summary>
    public static Stock DefaultStock(Benzodiazepine drug)
    {
        var plain = Of(drug).Where(p => p.IsPlain && p.Form is not OralConcentrate).ToList();
        return new Stock(plain.Where(p => !p.IsCompounded || !plain.Any(other => other.IsLiquid && !other.IsCompounded)));
    }

    private static IEnumerable<Product> Tablets(
        Benzodiazepine drug,
        Scoring scoring,
        Source source,
        Confidence confidence,
        params decimal[] strengths
    ) => Tablets(drug, scoring, source, confidence, makerDependent: false, strengths);

    private static IEnumerable<Product> Tablets(
        Benzodiazepine drug,
        Scoring scoring,
        Source source,
        Confidence confidence,
        bool makerDependent,
        params decimal[] strengths
    ) =>
        Pieces(drug, Tablet, source, confidence, strengths)
            .Select(p => p with { Scoring = scoring, ScoringDependsOnMaker = makerDependent });

    private static IEnumerable<Product> Pieces(
        Benzodiazepine drug,
        ProductForm form,
        Source source,
        Confidence confidence,
        params decimal[] strengths
    ) =>
        strengths.Select(s => new Product
        {
            Drug = drug,
            Form = form,
            Strength = s,
            Source = source,
            Confidence = confidence,
        });

    private static Product Liquid(Benzodiazepine drug, ProductForm form, decimal mgPerMl, Source source, Confidence confidence) =>
        new()
        {
            Drug = drug,
            Form = form,
            Strength = mgPerMl,
            Source = source,
            Confidence = confidence,
        };

    private static Product Compounded(Benzodiazepine drug, decimal mgPerMl, int beyondUseDays, Source source) =>
        new()
        {
            Drug = drug,
            Form = CompoundedSuspension,
            Strength = mgPerMl,
            BeyondUseDays = beyondUseDays,
            Source = source,
            Confidence = Primary,
        };
}
