using Glidepath.Pharmacology.Drugs;
using static Glidepath.Pharmacology.Drugs.BenzodiazepineTable;
using static Glidepath.Pharmacology.Drugs.Confidence;
using static Glidepath.Pharmacology.Safety.InteractionKind;

namespace Glidepath.Pharmacology.Safety;

public static partial class InteractionTable
{
    private static IEnumerable<Interaction> Special() =>
        [
            CareFirst(
                Row(
                    Reversal,
                    [],
                    "seizures that are hard to stop and dangerous heart rhythms, recommendation 14",
                    Sources.Asam,
                    Primary,
                    "flumazenil",
                    "romazicon"
                )
            ),
            Row(Opposing, [Lorazepam], "the label: less sedation; size not known", Sources.LorazepamLabel, Primary, Theophylline),
            Row(
                Opposing,
                [],
                "aminophylline reverses the sedation of diazepam; size not known",
                Sources.Theophylline1983,
                Primary,
                Theophylline
            ),
            Row(
                Opposing,
                [.. BenzodiazepineTable.All.Where(d => d.Class is DrugClass.Benzodiazepine)],
                "250 to 500 mg counteracted drowsiness from diazepam 10 to 20 mg",
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
                "another method of birth control is advised; size not known",
                Sources.ClobazamInteractions,
                Secondary,
                OralContraceptives
            ),
        ];
}
