namespace Glidepath.Treatment.Assessments;

/// <summary>The instruments that ship. Those whose text may not be shipped are read from a file: <see cref="FileScheme"/>.</summary>
public static partial class InstrumentTable
{
    // Made on first use: the rows stand in several files, and the order in which those are initialised is not defined.
    public static IReadOnlyList<Instrument> All => field ??= [WithdrawalTracker, Gad7, Phq9, AuditC, Sds, Pcl5, Core10, CiwaAr, Cows];

    public static Instrument? Find(string id) => All.FirstOrDefault(i => i.Id == id);

    /// <summary>What may be offered for a benzodiazepine: never a scale of alcohol or opioid withdrawal.</summary>
    public static IReadOnlyList<Instrument> ForBenzodiazepines => [.. All.Where(MayBeShownForBenzodiazepines)];

    /// <summary>
    /// CIWA-Ar and COWS measure other withdrawals; their bands say nothing of this one. See docs/clinical/instruments.md.
    /// </summary>
    public static bool MayBeShownForBenzodiazepines(Instrument instrument) =>
        !instrument.Purposes.Any(p => p is Purpose.AlcoholWithdrawal or Purpose.OpioidWithdrawal);

    private static IReadOnlyList<Anchor> Anchors(params string[] texts) => [.. texts.Select((text, score) => new Anchor(score, text))];

    private static IReadOnlyList<Item> Items(IReadOnlyList<Anchor> anchors, params string[] texts) =>
        [.. texts.Select((text, i) => new Item($"{i + 1}", text, anchors))];

    private static IReadOnlyList<Item> Opening(this IReadOnlyList<Item> items, string id) =>
        [.. items.Select(i => i.Id == id ? i with { OpensSafetyStep = true } : i)];
}
