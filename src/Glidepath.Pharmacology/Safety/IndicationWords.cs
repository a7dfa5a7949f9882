using Glidepath.Pharmacology.Units;

namespace Glidepath.Pharmacology.Safety;

/// <summary>Indications as they read within a sentence.</summary>
public static class IndicationWords
{
    // The first of a row is the one that help shows; the rest is how people say it.
    private static readonly (Indication Indication, string[] Words)[] Spoken =
    [
        (Indication.Anxiety, ["anxiety", "anxiety disorder", "nerves", "gad"]),
        (Indication.Panic, ["panic", "panic attacks", "panic disorder"]),
        (Indication.Sleep, ["sleep", "insomnia", "sleeping", "trouble sleeping"]),
        (Indication.MuscleSpasm, ["muscle spasm", "muscle spasms", "spasm", "spasms", "muscle relaxant"]),
        (Indication.Seizures, ["seizures", "seizure", "seizure disorder", "epilepsy"]),
        (
            Indication.MovementDisorder,
            [
                "movement",
                "movement disorder",
                "rem sleep disorder",
                "rem sleep behavior disorder",
                "rbd",
                "restless legs",
                "a movement or rem sleep disorder",
            ]
        ),
        (Indication.Spasticity, ["spasticity"]),
        (Indication.Catatonia, ["catatonia"]),
        (Indication.AlcoholWithdrawal, ["alcohol withdrawal"]),
        (Indication.Other, ["other", "another reason"]),
        (Indication.NotKnown, ["unknown", "not known", "a reason not known"]),
    ];

    /// <summary>One word for each, as errors and help show them.</summary>
    public static IReadOnlyList<string> Accepted { get; } = [.. Spoken.Select(s => s.Words[0])];

    /// <summary>As people say it, with hyphens or spaces, in any case.</summary>
    /// <returns>Null for what stands for none of them.</returns>
    public static Indication? Read(string text)
    {
        var said = string.Join(' ', text.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var (indication, words) in Spoken)
            if (words.Contains(said, StringComparer.OrdinalIgnoreCase))
                return indication;
        return null;
    }

    public static Sentence Words(this Indication indication) =>
        indication switch
        {
            Indication.NotAsked => "indication.not-asked",
            Indication.Anxiety => "indication.anxiety",
            Indication.Panic => "indication.panic",
            Indication.Sleep => "indication.sleep",
            Indication.MuscleSpasm => "indication.muscle-spasm",
            Indication.Seizures => "indication.seizures",
            Indication.MovementDisorder => "indication.movement-disorder",
            Indication.Spasticity => "indication.spasticity",
            Indication.Catatonia => "indication.catatonia",
            Indication.AlcoholWithdrawal => "indication.alcohol-withdrawal",
            Indication.Other => "indication.other",
            Indication.NotKnown => "indication.not-known",
        };
}
