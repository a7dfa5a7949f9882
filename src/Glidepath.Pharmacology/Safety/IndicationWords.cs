namespace Glidepath.Pharmacology.Safety;

/// <summary>Indications as they read within a sentence.</summary>
public static class IndicationWords
{
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
