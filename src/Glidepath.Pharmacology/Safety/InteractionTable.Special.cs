using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.InteractionKind;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    private static IEnumerable<Interaction> Special() =>
        [
            CareFirst(Row(Reversal, [], "effect.seizures-that-are-hard-to-stop", Sources.Asam, Primary, "flumazenil", "romazicon")),
            Row(Opposing, [Lorazepam], "effect.the-label-less-sedation-size-not", Sources.LorazepamLabel, Primary, Theophylline),
            Row(Opposing, [], "effect.aminophylline-reverses-the-sedation-of-diazepam", Sources.Theophylline1983, Primary, Theophylline),
            Row(
                Opposing,
                [.. BenzodiazepineTable.All.Where(d => d.Class is DrugClass.Benzodiazepine)],
                "effect.250-to-500-mg-counteracted-drowsiness",
                Sources.CaffeineDiazepam,
                Primary,
                "caffeine",
                "coffee",
                "no doz",
                "vivarin",
                "excedrin",
                "energy drink",
                "energy drinks"
            ),
            Row(
                WeakensMedicine,
                [Clobazam],
                "effect.another-method-of-birth-control-is",
                Sources.ClobazamInteractions,
                Secondary,
                OralContraceptives
            ),
        ];
}
