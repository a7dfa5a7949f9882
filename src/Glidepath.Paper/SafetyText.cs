namespace Glidepath.Paper;

/// <summary>The sentences and numbers that stand on every output. The one place to change them.</summary>
public sealed record SafetyText
{
    public static readonly SafetyText Default = new();

    public string Emergency { get; init; } = "911";

    public string CrisisLine { get; init; } = "988";

    /// <summary>SAMHSA National Helpline.</summary>
    public string Helpline { get; init; } = "1-800-662-4357";

    public string Draft { get; init; } = "DRAFT, NOT APPROVED: take this to your prescriber, do not change your dose from this.";

    public string DoNotStop { get; init; } = "Do not stop suddenly: stopping this medicine at once can cause seizures.";

    public string WhoToCall => $"Emergency {Emergency}. Suicide and crisis {CrisisLine}. SAMHSA helpline {Helpline}.";
}
