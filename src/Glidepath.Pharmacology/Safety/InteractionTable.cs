using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;

namespace Glidepath.Pharmacology.Safety;

/// <summary>
/// Medicines that change the level of a benzodiazepine, the seizure threshold, sedation or breathing, by generic name and US brand.
/// </summary>
public static partial class InteractionTable
{
    /// <summary>What <see cref="Interaction.Effect"/> says where no source that was read gives a size.</summary>
    public const string SizeNotKnown = "effect.size-not-known";

    // Within a kind the rows with a size come before the lists without one: the first that fits speaks.
    public static IReadOnlyList<Interaction> All =>
        field ??= [.. Inducers(), .. Inhibitors(), .. SeizureThreshold(), .. Sedatives(), .. Special()];

    /// <summary>Medicines for which a source says that they do not change the level of a drug.</summary>
    public static IReadOnlyList<NoEffect> WithoutEffect =>
        field ??= [
            new(["sertraline", "zoloft", "felbamate", "felbatol"], Clonazepam, Sources.SwissLabel, Confidence.Secondary),
            new(["fluoxetine", "prozac", "ranitidine", "zantac"], Clonazepam, Sources.ClonazepamLabel, Confidence.Primary),
            new(
                [
                    "metoprolol",
                    "lopressor",
                    "toprol",
                    "cimetidine",
                    "tagamet",
                    "ranitidine",
                    "zantac",
                    "disulfiram",
                    "antabuse",
                    "propranolol",
                    "inderal",
                    "metronidazole",
                    "flagyl",
                ],
                Lorazepam,
                Sources.LorazepamLabel,
                Confidence.Primary
            ),
        ];

    /// <summary>What is known of a medicine as written with a drug: of each kind the first row that fits.</summary>
    public static IEnumerable<Interaction> For(Benzodiazepine drug, string written) =>
        All.Where(i => i.Concerns(drug) && IsOneOf(written, i.Medicines)).DistinctBy(i => i.Kind);

    /// <summary>
    /// Whether a medicine as it was written, dose and all, names a known one: "carbamazepine 200 mg" names carbamazepine.
    /// </summary>
    /// <param name="known">A generic name or a brand. Whole words, in any case; points and hyphens do not matter.</param>
    public static bool Names(string written, string known)
    {
        (written, known) = (Plain(written), Plain(known));
        for (
            var at = written.IndexOf(known, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = written.IndexOf(known, at + 1, StringComparison.OrdinalIgnoreCase)
        )
            if (
                (at == 0 || !char.IsLetterOrDigit(written[at - 1]))
                && (at + known.Length == written.Length || !char.IsLetter(written[at + known.Length]))
            )
                return true;
        return false;
    }

    public static bool IsOneOf(string written, IReadOnlyList<string> known) => known.Any(k => Names(written, k));

    private static string Plain(string name) => name.Replace('\u2019', '\'').Replace(".", "", StringComparison.Ordinal).Replace('-', ' ');

    /// <summary>Removed by CYP3A4 wholly or in part, by <see cref="Benzodiazepine.Route"/>.</summary>
    private static IReadOnlyList<Benzodiazepine> RemovedByCyp3A =>
        [
            .. BenzodiazepineTable.All.Where(d =>
                d.Route.Contains("CYP3A4", StringComparison.Ordinal) && !d.Route.Contains("CYP3A4 minor", StringComparison.Ordinal)
            ),
        ];

    /// <summary>Removed by CYP2C19 in part, the drug or its active metabolite.</summary>
    private static IReadOnlyList<Benzodiazepine> RemovedByCyp2C19 => [Clobazam, Diazepam, Nordazepam, Clorazepate];

    private static Interaction Row(
        InteractionKind kind,
        IReadOnlyList<Benzodiazepine> drugs,
        string effect,
        Source source,
        Confidence confidence,
        params IReadOnlyList<string> medicines
    ) => new(medicines, kind, drugs, effect, source, confidence);
}
