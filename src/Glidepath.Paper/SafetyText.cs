using Glidepath.Paper.Shared;

namespace Glidepath.Paper;

/// <summary>The sentences and numbers that stand on every output. The one place to change them.</summary>
public sealed record SafetyText
{
    public static readonly SafetyText Default = new();

    public string Emergency { get; init; } = "911";

    public string CrisisLine { get; init; } = "988";

    /// <summary>SAMHSA National Helpline.</summary>
    public string Helpline { get; init; } = "1-800-662-4357";

    /// <summary>Poison Help, the national line to a poison center (HRSA).</summary>
    public string PoisonHelp { get; init; } = "1-800-222-1222";

    /// <summary>Of the clinic that prescribes. Null, the default, leaves a line to write it on.</summary>
    public string? ClinicPhone { get; init; }

    public string DraftMark { get; init; } = "DRAFT, NOT APPROVED";

    public string DraftMeaning { get; init; } = "take this to your prescriber, do not change your dose from this.";

    public string Draft => $"{DraftMark}: {DraftMeaning}";

    public string DoNotStop { get; init; } = "Do not stop suddenly: stopping this medicine at once can cause seizures.";

    public string WhoToCall => $"Emergency {Emergency}. Suicide and crisis {CrisisLine}. SAMHSA helpline {Helpline}.";

    /// <summary><see cref="DraftMeaning"/> as a sentence of its own.</summary>
    internal string DraftSentence => Letters.Capital(DraftMeaning);
}
