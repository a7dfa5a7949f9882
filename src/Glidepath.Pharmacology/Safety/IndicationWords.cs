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

    public static string Text(this Indication indication) =>
        indication switch
        {
            Indication.NotAsked => "a reason nobody asked for",
            Indication.Anxiety => "anxiety",
            Indication.Panic => "panic",
            Indication.Sleep => "sleep",
            Indication.MuscleSpasm => "muscle spasm",
            Indication.Seizures => "seizures",
            Indication.MovementDisorder => "a movement or REM sleep disorder",
            Indication.Spasticity => "spasticity",
            Indication.Catatonia => "catatonia",
            Indication.AlcoholWithdrawal => "alcohol withdrawal",
            Indication.Other => "another reason",
            Indication.NotKnown => "a reason not known",
        };
}
